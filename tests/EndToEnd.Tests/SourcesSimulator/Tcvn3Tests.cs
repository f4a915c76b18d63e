using IntegrationHub.Sim.Sources.Faces;
using IntegrationHub.Sim.Sources.Facts;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SourcesSimulator;

public sealed class Tcvn3Tests
{
    /// <summary>TCVN 5712:1993 VN3, letter by letter, in the order of the alphabet.</summary>
    private const string Standard = """
        ă A8 â A9 ê AA ô AB ơ AC ư AD đ AE Ă A1 Â A2 Ê A3 Ô A4 Ơ A5 Ư A6 Đ A7
        á B8 à B5 ả B6 ã B7 ạ B9 ắ BE ằ BB ẳ BC ẵ BD ặ C6 ấ CA ầ C7 ẩ C8 ẫ C9 ậ CB
        é D0 è CC ẻ CE ẽ CF ẹ D1 ế D5 ề D2 ể D3 ễ D4 ệ D6 í DD ì D7 ỉ D8 ĩ DC ị DE
        ó E3 ò DF ỏ E1 õ E2 ọ E4 ố E8 ồ E5 ổ E6 ỗ E7 ộ E9 ớ ED ờ EA ở EB ỡ EC ợ EE
        ú F3 ù EF ủ F1 ũ F2 ụ F4 ứ F8 ừ F5 ử F6 ữ F7 ự F9 ý FD ỳ FA ỷ FB ỹ FC ỵ FE
        """;

    private static readonly Dictionary<char, char> Table = Standard
        .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .ToDictionary(pair => pair[0][0], pair => (char)Convert.ToInt32(pair[1], 16));

    [Fact]
    public void Every_letter_of_the_standard_is_written_as_its_byte()
    {
        Table.Count.ShouldBe(74);
        Tcvn3.Letters.Order().ShouldBe(Table.Keys.Order());
        foreach (var (letter, written) in Table) Tcvn3.Encode(letter.ToString()).ShouldBe(written.ToString(), $"letter {letter}");
    }

    [Theory]
    [InlineData("Nguyễn Văn Mẫu", "NguyÔn V¨n MÉu")]
    [InlineData("đường Đê Ơn Ưu", "®\u00adêng §ª ¥n ¦u")]
    [InlineData("Cộng hòa, số 12/A", "Céng hßa, sè 12/A")]
    public void A_text_is_written_as_the_old_fonts_show_it(string text, string written) => Tcvn3.Encode(text).ShouldBe(written);

    [Fact]
    public void Reading_back_gives_every_text_of_the_generator_again()
    {
        var back = Table.ToDictionary(pair => pair.Value, pair => pair.Key);
        foreach (var text in Texts())
            string.Concat(Tcvn3.Encode(text).Select(letter => back.GetValueOrDefault(letter, letter))).ShouldBe(text);
    }

    [Fact]
    public void A_capital_with_a_tone_mark_is_refused_and_not_mangled()
    {
        Tcvn3.CanWrite("NGUYỄN").ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Tcvn3.Encode("Ổ"));
    }

    private static IEnumerable<string> Texts() =>
    [
        .. Words.Surnames, .. Words.MenMiddles, .. Words.MenGiven, .. Words.WomenMiddles, .. Words.WomenGiven, .. Words.FirmTrades,
        .. Words.FirmNames, .. Words.Works, .. Words.BuildingUnits, .. Reference.Communes.Select(unit => unit.Name),
        .. Reference.OldCommunes.Select(unit => unit.Name), "Gia hạn giấy phép xây dựng tại thửa đất số 1, tờ bản đồ số 2, tỉnh Nghệ An",
    ];
}
