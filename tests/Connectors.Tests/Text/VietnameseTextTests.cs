using System.Text;
using CsCheck;
using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Text;

public sealed class VietnameseTextTests
{
    /// <summary>The 134 letters with a mark, each with its byte in TCVN 5712:1993, as printed in the standard's table.</summary>
    private const string Table =
        "Ú01 Ụ02 Ừ04 Ử05 Ữ06 Ứ11 Ự12 Ỳ13 Ỷ14 Ỹ15 Ý16 Ỵ17 À80 Ả81 Ã82 Á83 Ạ84 Ặ85 Ậ86 È87 Ẻ88 Ẽ89 É8A Ẹ8B Ệ8C Ì8D Ỉ8E Ĩ8F " +
        "Í90 Ị91 Ò92 Ỏ93 Õ94 Ó95 Ọ96 Ộ97 Ờ98 Ở99 Ỡ9A Ớ9B Ợ9C Ù9D Ủ9E Ũ9F ĂA1 ÂA2 ÊA3 ÔA4 ƠA5 ƯA6 ĐA7 ăA8 âA9 êAA ôAB ơAC ưAD đAE ẰAF " +
        "àB5 ảB6 ãB7 áB8 ạB9 ẲBA ằBB ẳBC ẵBD ắBE ẴBF ẮC0 ẦC1 ẨC2 ẪC3 ẤC4 ỀC5 ặC6 ầC7 ẩC8 ẫC9 ấCA ậCB èCC ỂCD ẻCE ẽCF éD0 ẹD1 ềD2 ểD3 " +
        "ễD4 ếD5 ệD6 ìD7 ỉD8 ỄD9 ẾDA ỒDB ĩDC íDD ịDE òDF ỔE0 ỏE1 õE2 óE3 ọE4 ồE5 ổE6 ỗE7 ốE8 ộE9 ờEA ởEB ỡEC ớED ợEE ùEF ỖF0 ủF1 ũF2 " +
        "úF3 ụF4 ừF5 ửF6 ữF7 ứF8 ựF9 ỳFA ỷFB ỹFC ýFD ỵFE ỐFF";

    private static readonly Dictionary<char, char> Bytes =
        Table.Split(' ').ToDictionary(entry => entry[0], entry => (char)Convert.ToByte(entry[1..], 16));

    private static readonly char[] Letters = [.. Bytes.Keys, .. "abcXYZ 019,.-/"];

    private static readonly Gen<string> Vietnamese = Gen.Int[0, Letters.Length - 1].Array[0, 40]
        .Select(indexes => string.Concat(indexes.Select(i => Letters[i])));

    [Fact]
    public void The_table_has_all_134_letters() => Bytes.Count.ShouldBe(134);

    [Fact]
    public void Every_letter_is_decoded_from_its_byte() =>
        Bytes.ShouldAllBe(entry => FromTcvn3($"§ç {entry.Value}") == $"Đỗ {entry.Key}");

    [Theory]
    [InlineData("NguyÔn V¨n MÉu", "Nguyễn Văn Mẫu")]
    [InlineData("Së X©y dùng", "Sở Xây dựng")]
    [InlineData("§ç ThÞ ­¬m", "Đỗ Thị ươm")]
    [InlineData("a\u00B0 o\u00B1 u\u00B2 e\u00B3 i\u00B4", "à ỏ ũ é ị")]
    [InlineData("plain 0912/GPXD", "plain 0912/GPXD")]
    [InlineData("NguyÔn V¨n MÉu – “Vinh”…", "Nguyễn Văn Mẫu – “Vinh”…")]
    [InlineData("DiÖn tÝch 120 m² ±5, 25°", "Diện tích 120 m² ±5, 25°")]
    [InlineData("Phó", "Phú")]
    [InlineData("c«ng", "công")]
    public void Tcvn3_becomes_composed_unicode(string stored, string expected) => FromTcvn3(stored).ShouldBe(expected);

    [Theory]
    [InlineData("Lê Thị Mẫu")]
    [InlineData("Lê Xuân Bình")]
    [InlineData("Lê Thanh Hà")]
    [InlineData("Công ty Bình Minh")]
    [InlineData("Hà Thành – “Vinh”")]
    [InlineData("Điều 5 § 2, «Nhà», 120 m² © 2026")]
    public void A_text_that_is_unicode_already_stays_in_either_form(string text)
    {
        FromTcvn3(text).ShouldBe(text);
        FromTcvn3(text.Normalize(NormalizationForm.FormD)).ShouldBe(text);
    }

    [Theory]
    [InlineData("Nguyễn V¨n MÉu")]
    [InlineData("Gia hạn giÊy phép")]
    [InlineData("Trần V©n")]
    [InlineData("Së Xây dựng")]
    public void A_text_that_is_half_tcvn3_and_half_unicode_is_not_read(string text) => FromTcvn3(text).ShouldBeNull();

    [Fact]
    public void Any_vietnamese_text_survives_the_way_through_tcvn3() => Vietnamese.Sample(text =>
        FromTcvn3(string.Concat($"Đường {text}".Select(letter => Bytes.GetValueOrDefault(letter, letter)))) == $"Đường {text}");

    [Fact]
    public void Composing_undoes_decomposing_and_leaves_composed_text_alone() => Vietnamese.Sample(text =>
        VietnameseText.Nfc(text.Normalize(NormalizationForm.FormD)) == text && ReferenceEquals(VietnameseText.Nfc(text), text));

    [Fact]
    public void Composed_text_is_told_from_other_text_as_unicode_tells_it()
    {
        for (var code = 0; code < 0xFFFE; code++)   // the last two are no characters
            if (!char.IsSurrogate((char)code))
                foreach (var text in (string[])[$"{(char)code}", $"Nguyễn Thị Mẫu a{(char)code}e Trần Văn Mẫu"])
                    VietnameseText.IsNfc(text).ShouldBe(text.IsNormalized(NormalizationForm.FormC), $"U+{code:X4}");
    }

    [Fact]
    public void Half_a_character_is_no_text_in_any_form() => Should.Throw<ArgumentException>(() => VietnameseText.IsNfc("Mẫu \ud83d"));

    [Theory]
    [InlineData("  ĐÃ\u00A0 Ký\tGiấy phép ", "đã ký giấy phép")]
    [InlineData("ISTANBUL I", "istanbul i")]
    public void The_key_forgets_case_and_spaces_under_any_culture(string text, string key)
    {
        foreach (var culture in Culture.All)
            Culture.Under(culture, () => VietnameseText.Key(text)).ShouldBe(key);
    }

    [Fact]
    public void The_key_of_decomposed_text_is_that_of_composed_text() => Vietnamese.Sample(text =>
        VietnameseText.Key(text.Normalize(NormalizationForm.FormD)) == VietnameseText.Key(text));

    // A text alone, in a record that tells no more than the text.
    private static string? FromTcvn3(string text) => VietnameseText.FromTcvn3(text, Evidence.Of(text), otherwise: TextEvidence.Tcvn3);
}
