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
        divided.ShouldAllBe(rows => CodeLists.UnitOf(rows.Key) is UnitLookup.Ambiguous);
        divided.ShouldAllBe(rows => CodeLists.UnitOf(rows.Key, Since) is UnitLookup.Ambiguous);
    }

    [Fact]
    public void A_code_that_now_stands_for_another_unit_is_ambiguous_by_itself()
    {
        var reused = EmbeddedList.Rows("units-old-to-new").GroupBy(row => row["code"]).Where(rows => rows.Count() == 1)
            .Select(rows => rows.Single())
            .Where(row => row["new_code"] != row["code"] && CodeLists.UnitOf(row["code"], Since, Since) is UnitLookup.Current).ToList();
        reused.Select(row => row["code"]).ShouldContain("23710");
        foreach (var row in reused)
        {
            var candidates = CodeLists.UnitOf(row["code"]).ShouldBeOfType<UnitLookup.Ambiguous>(row["code"]).Candidates;
            candidates.Select(unit => unit.Code).ShouldBe([row["new_code"], row["code"]]);
            CodeLists.UnitOf(row["code"], Since, Before).ShouldBeOfType<UnitLookup.Mapped>().To.Code.ShouldBe(row["new_code"]);
        }
    }

    [Fact]
    public void The_day_of_writing_decides_a_divided_commune_whose_code_is_in_force()
    {
        var inForce = EmbeddedList.Rows("units-old-to-new").GroupBy(row => row["code"]).Where(rows => rows.Count() > 1)
            .Where(rows => CodeLists.UnitOf(rows.Key, Since, Since) is UnitLookup.Current).ToList();
        inForce.Count.ShouldBe(142);
        inForce.ShouldAllBe(rows => CodeLists.UnitOf(rows.Key, Since.AddYears(1), Since.AddDays(9)) is UnitLookup.Current);
        inForce.ShouldAllBe(rows => CodeLists.UnitOf(rows.Key, Since, Before) is UnitLookup.Ambiguous);
    }

    [Fact]
    public void An_old_code_that_is_still_written_means_what_its_unit_became()
    {
        CodeLists.UnitOf("00013", Since.AddYears(1), Since.AddMonths(3)).ShouldBeOfType<UnitLookup.Mapped>().To.Name
            .ShouldBe("Phường Ba Đình");
        CodeLists.UnitOf("17647", Since.AddYears(1), Since.AddMonths(3)).ShouldBeOfType<UnitLookup.Ambiguous>().Candidates.Count
            .ShouldBe(2);
        CodeLists.UnitOf("99999", Since, Since).ShouldBeOfType<UnitLookup.Unknown>();
    }

    [Fact]
    public void Every_old_commune_has_a_successor_that_is_in_force()
    {
        foreach (var old in EmbeddedList.Rows("units-old-to-new"))
        {
            old["splits"].ShouldBe($"{Heirs(CodeLists.UnitOf(old["code"], Since, Before)).Count}", old["code"]);
            CodeLists.UnitOf(old["new_code"], Since, Since).ShouldBeOfType<UnitLookup.Current>().Unit.ProvinceCode
                .ShouldBe(old["new_province_code"]);
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
