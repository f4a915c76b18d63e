using CodeLists = IntegrationHub.Contracts.CodeLists;

namespace IntegrationHub.Hub.Tests.Contracts.Lists;

public sealed class UnitTests
{
    private static readonly DateOnly Before = new(2025, 6, 30);
    private static readonly DateOnly Since = new(2025, 7, 1);

    [Fact]
    public void The_lists_hold_as_many_units_as_the_resolutions_say()
    {
        Units("units-2025", "commune").Count.ShouldBe(3321);
        Units("units-2025", "province").Count.ShouldBe(34);
        Units("units-2025", "commune").Count(unit => unit["province_code"] == "40").ShouldBe(130);
        Units("units-before-2025-07", "commune").Count.ShouldBe(10_035);
        Units("units-before-2025-07", "province").Count.ShouldBe(63);
    }

    [Fact]
    public void As_many_communes_are_ambiguous_as_were_divided()
    {
        var divided = EmbeddedList.Rows("units-old-to-new").GroupBy(row => row["code"]).Where(rows => rows.Count() > 1).ToList();
        divided.Count.ShouldBe(460);
        divided.ShouldAllBe(rows => CodeLists.UnitOf(rows.Key, Since, Before) is UnitLookup.Ambiguous);
        divided.Count(rows => CodeLists.UnitOf(rows.Key) is UnitLookup.Current).ShouldBe(142);
    }

    [Fact]
    public void Every_old_commune_has_a_successor_that_is_in_force()
    {
        foreach (var old in EmbeddedList.Rows("units-old-to-new"))
        {
            old["splits"].ShouldBe($"{Heirs(CodeLists.UnitOf(old["code"], Since, Before)).Count}", old["code"]);
            CodeLists.UnitOf(old["new_code"], Since).ShouldBeOfType<UnitLookup.Current>().Unit.ProvinceCode.ShouldBe(old["new_province_code"]);
        }
    }

    [Fact]
    public void A_divided_commune_names_its_candidates_instead_of_choosing_one()
    {
        var candidates = CodeLists.UnitOf("17647", Since).ShouldBeOfType<UnitLookup.Ambiguous>().Candidates;
        candidates.Select(unit => unit.Name).ShouldBe(["Xã Vĩnh Tường", "Xã Văn Hiến"], ignoreOrder: true);
        candidates.ShouldAllBe(unit => unit.ProvinceCode == "40" && unit.Level == UnitLevel.Commune);
    }

    [Fact]
    public void A_code_is_read_as_of_the_day_asked_for()
    {
        CodeLists.UnitOf("00013", Before).ShouldBeOfType<UnitLookup.Current>().Unit.Name.ShouldBe("Phường Quán Thánh");
        CodeLists.UnitOf("00013", Since).ShouldBeOfType<UnitLookup.Mapped>().To.Name.ShouldBe("Phường Ba Đình");
        CodeLists.UnitOf("00013").ShouldBe(CodeLists.UnitOf("00013", Since));
    }

    [Fact]
    public void A_code_in_force_under_another_meaning_is_mapped_when_it_is_known_to_be_old()
    {
        CodeLists.UnitOf("00004", Before).ShouldBeOfType<UnitLookup.Current>().Unit.Name.ShouldBe("Phường Trúc Bạch");
        CodeLists.UnitOf("00004", Since).ShouldBeOfType<UnitLookup.Current>().Unit.Name.ShouldBe("Phường Ba Đình");
        CodeLists.UnitOf("00004", Since, Before).ShouldBeOfType<UnitLookup.Mapped>().To.Name.ShouldBe("Phường Ba Đình");
        CodeLists.UnitOf("00004", Since.AddDays(9), Since).ShouldBeOfType<UnitLookup.Current>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("99999")]
    [InlineData("412")]
    [InlineData("4")]
    public void What_no_list_holds_is_unknown(string? code) => CodeLists.UnitOf(code).ShouldBeOfType<UnitLookup.Unknown>();

    private static List<CsvRow> Units(string list, string level) => [.. EmbeddedList.Rows(list).Where(row => row["level"] == level)];

    private static IReadOnlyList<AdministrativeUnit> Heirs(UnitLookup lookup) => lookup switch
    {
        UnitLookup.Mapped mapped => [mapped.To],
        UnitLookup.Ambiguous ambiguous => ambiguous.Candidates,
        _ => [],
    };
}
