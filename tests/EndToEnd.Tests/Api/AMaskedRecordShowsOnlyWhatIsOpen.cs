using IntegrationHub.Hub.Views;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class AMaskedRecordShowsOnlyWhatIsOpen
{
    private static readonly string[] Open = ["MaHoSo", "trang_thai", "NgayTra", "loai_doi_tuong", "LaTamDung"];

    [Theory]
    [InlineData("""{"HoTen":"Nguyễn Thị Mẫu"}""", "/HoTen", "text", 14, null)]
    [InlineData("""{"MaHoSo":"H40.15-260105-0001"}""", "/MaHoSo", "text", 18, "H40.15-260105-0001")]
    [InlineData("""{"trang_thai":"đang thẩm định"}""", "/trang_thai", "text", 14, "đang thẩm định")]
    [InlineData("""{"TrangThai":"4"}""", "/TrangThai", "text", 1, null)]
    [InlineData("""{"NgayTra":"20260105140211"}""", "/NgayTra", "text", 14, "20260105140211")]
    [InlineData("""{"MaHoSo":"999087000123"}""", "/MaHoSo", "text", 12, null)]
    [InlineData("""{"loai_doi_tuong":1}""", "/loai_doi_tuong", "number", 1, "1")]
    [InlineData("""{"so_dinh_danh":999087000123}""", "/so_dinh_danh", "number", 12, null)]
    [InlineData("""{"LaTamDung":true}""", "/LaTamDung", "boolean", 1, "true")]
    [InlineData("""{"KhuyetTat":true}""", "/KhuyetTat", "boolean", 1, null)]
    [InlineData("""{"Email":null}""", "/Email", "null", 0, null)]
    [InlineData("""{"a/b":"x"}""", "/a~1b", "text", 1, null)]
    public void A_value_is_open_only_where_its_member_is_and_it_cannot_be_personal(
        string record, string pointer, string type, int length, string? value)
    {
        var member = Masking.Mask(record, Open).ShouldHaveSingleItem();
        (member.Pointer, member.Type, member.Length, member.Value).ShouldBe((pointer, type, length, value));
    }

    [Fact]
    public void Where_nothing_is_named_nothing_is_open() =>
        Masking.Mask("""{"MaHoSo":"H40.15-260105-0001","LaTamDung":true}""", []).ShouldAllBe(m => m.Value == null);

    [Fact]
    public void Lists_and_objects_are_walked()
    {
        var members = Masking.Mask("""{"KetQua":[{"Ten":"Giấy của Mẫu"}]}""", Open);
        members.Select(m => (m.Pointer, m.Type, m.Value))
            .ShouldBe([("/KetQua", "list", null), ("/KetQua/0", "object", null), ("/KetQua/0/Ten", "text", null)]);
    }
}
