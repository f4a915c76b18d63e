using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.Tests.Catalogue;
using IntegrationHub.Contracts;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Cases;

/// <summary>Walks every connector's cases. With HUB_APPROVE=1 the present results are written as expected; read the diff before you commit it.</summary>
public sealed partial class GoldenCaseTests
{
    private static readonly bool Approving = Environment.GetEnvironmentVariable("HUB_APPROVE") == "1";

    public static TheoryData<string, string> All =>
        new(Repository.ConnectorFolders.SelectMany(GoldenCase.In).Select(golden => (golden.Folder, golden.Name)));

    public static TheoryData<string> Folders => [.. Repository.ConnectorFolders];

    [Theory, MemberData(nameof(All))]
    public void A_case_becomes_what_is_expected_under_every_culture(string folder, string name)
    {
        var golden = new GoldenCase(folder, name);
        if (Approving)
            golden.Approve(GoldenCase.TextOf(Map(golden)));
        foreach (var culture in Culture.All)
            Culture.Under(culture, () => GoldenCase.TextOf(Map(golden))).ShouldBe(golden.Expected, $"under the culture '{culture}'");
    }

    [Theory, MemberData(nameof(All))]
    public void A_rejection_points_into_the_record_and_quotes_no_personal_value(string folder, string name)
    {
        if (Map(new(folder, name)) is not MapResult.Rejected rejected)
            return;
        rejected.Code.ShouldMatch("^[a-z]+(-[a-z]+)*$");
        rejected.Pointer.ShouldMatch("^(/[^/]+)*$");
        rejected.Message.ShouldNotContain("Mẫu");
        LongDigits().IsMatch(rejected.Message).ShouldBeFalse(rejected.Message);
    }

    [Theory, MemberData(nameof(All))]
    public void A_case_yields_no_kind_that_the_manifest_does_not_promise(string folder, string name)
    {
        if (Map(new(folder, name)) is MapResult.Mapped mapped)
            mapped.Records.Select(KindOf).ShouldBeSubsetOf(Bench.ModuleOf(folder).Manifest.Produces);
    }

    [Theory, MemberData(nameof(Folders))]
    public void A_connector_has_at_least_eight_cases_of_both_outcomes(string folder)
    {
        var cases = GoldenCase.In(folder).ToList();
        cases.Count.ShouldBeGreaterThanOrEqualTo(8);
        cases.ShouldContain(golden => golden.ExpectedRejection != null);
        cases.ShouldContain(golden => golden.ExpectedRejection == null);
    }

    private static MapResult Map(GoldenCase golden)
    {
        var manifest = Bench.ModuleOf(golden.Folder).Manifest;
        return Bench.WithSampleSettings(golden.Folder).Map(SourceText.Clean(golden.Record(manifest), manifest.Text));
    }

    private static string KindOf(CanonicalRecord record) => record switch
    {
        Dossier => "dossier",
        DossierChange => "change",
        _ => "progress",
    };

    [GeneratedRegex("[0-9]{9}")]
    private static partial Regex LongDigits();
}
