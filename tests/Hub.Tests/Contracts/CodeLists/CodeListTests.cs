using CodeLists = IntegrationHub.Contracts.CodeLists;

namespace IntegrationHub.Hub.Tests.Contracts.Lists;

public sealed class CodeListTests
{
    public static TheoryData<string> Names { get; } =
    [
        .. typeof(CodeLists).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("lists/", StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name)),
    ];

    [Fact]
    public void All_lists_are_embedded() => Names.Select(row => row.Data).Order().ShouldBe(
    [
        "channels", "essential-services", "handovers", "procedures", "sectors", "statuses", "subject-kinds",
        "units-2025", "units-before-2025-07", "units-old-to-new",
    ]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_list_is_well_formed_and_says_source_and_confidence(string name)
    {
        foreach (var entry in EmbeddedList.Entries(name))
        {
            entry.Code.ShouldBe(entry.Code.Trim());
            entry.Name.IsNormalized().ShouldBeTrue($"{entry.Code} is not NFC");
            (entry.Validity.From > entry.Validity.To).ShouldBeFalse();
        }
    }

    [Fact]
    public void No_code_has_two_rows_but_a_divided_communes()
    {
        foreach (var name in Names.Select(row => row.Data).Where(name => name != "units-old-to-new"))
            EmbeddedList.Rows(name).GroupBy(row => row["code"]).Where(rows => rows.Count() > 1).ShouldBeEmpty(name);
        EmbeddedList.Rows("units-old-to-new").GroupBy(row => (row["code"], row["new_code"])).Where(rows => rows.Count() > 1).ShouldBeEmpty();
    }

    [Fact]
    public void The_lists_are_as_long_as_their_sources()
    {
        CodeLists.Statuses.Count.ShouldBe(10);
        CodeLists.Channels.Count.ShouldBe(3);
        CodeLists.SubjectKinds.Count.ShouldBe(4);
        CodeLists.Handovers.Count.ShouldBe(2);
        CodeLists.EssentialServices.Select(service => service.Code).ShouldBe(Enumerable.Range(1, 43).Select(n => $"{n}"));
        CodeLists.Procedures.Count.ShouldBe(40);
    }

    [Fact]
    public void The_enumerations_have_exactly_the_codes_of_their_lists()
    {
        Codes<DossierStatus>().ShouldBe(CodeLists.Statuses.Select(entry => entry.Code));
        Codes<Channel>().ShouldBe(CodeLists.Channels.Select(entry => entry.Code));
        Codes<SubjectKind>().ShouldBe(CodeLists.SubjectKinds.Select(entry => entry.Code));
        Codes<Handover>().ShouldBe(CodeLists.Handovers.Select(entry => entry.Code));
    }

    [Fact]
    public void Codes_that_nobody_checked_say_so()
    {
        CodeLists.Sectors.ShouldAllBe(sector => sector.Confidence == Confidence.Assumed
            && sector.Remark.Contains("replace by the national register's code"));
        foreach (var code in (string[])["1.002820", "1.002809"])
            CodeLists.Procedures.Single(procedure => procedure.Code == code).Confidence.ShouldBe(Confidence.Assumed);
    }

    [Fact]
    public void Every_code_that_travels_unconfirmed_is_named()
    {
        var named = CodeLists.Unconfirmed.ToLookup(code => code.List, code => code.Entry);
        named.Select(list => list.Key).ShouldBe(["statuses", "channels", "subject-kinds", "handovers", "sectors", "procedures"]);
        named["statuses"].ShouldBe(CodeLists.Statuses);
        named["channels"].ShouldBe(CodeLists.Channels);
        named["subject-kinds"].ShouldBe(CodeLists.SubjectKinds);
        named["handovers"].ShouldBe(CodeLists.Handovers);
        named["sectors"].ShouldBe(CodeLists.Sectors);
        named["procedures"].Select(entry => entry.Code).ShouldBe(["1.002809", "1.002820"], ignoreOrder: true);
    }

    [Fact]
    public void A_word_for_confidence_that_is_not_one_of_the_four_is_told_with_its_line()
    {
        var row = Csv.Read("l", new StringReader("code,confidence\n1,seen somewhere\n")).Single();
        Should.Throw<FormatException>(() => row.Confidence()).Message.ShouldContain("l, line 2");
    }

    private static IEnumerable<string> Codes<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => value.ToString("D"));
}
