using System.Reflection;
using System.Text.RegularExpressions;
using IntegrationHub.Hub.Tests.Contracts.Canonical;

namespace IntegrationHub.Hub.Tests.Contracts.Schema;

/// <summary>A canonical member is explained by its doc comment: which official field it is, where that stands, how it is written.</summary>
public sealed partial class DocTests
{
    /// <summary>The hub's own members; no official text knows them.</summary>
    private static readonly string[] OfOurOwn =
    [
        "CanonicalRecord.Envelope", "Dossier.Later", "DossierChange.Condition", "StatusCondition.Unless", "LaterFields.Version",
        "FileReference.Sha256", "FileReference.MediaType", "Envelope.Source", "Envelope.Stream", "Envelope.SourceKey",
        "Envelope.SourceVersion", "Envelope.EventTime", "Envelope.CorrelationId", "Envelope.ContractVersion",
    ];

    private static IEnumerable<PropertyInfo> Members =>
        DataClassTests.Reached(typeof(CanonicalRecord)).SelectMany(DataClassTests.Members)
            .Where(member => member.DeclaringType == member.ReflectedType);

    [Fact]
    public void Every_member_names_its_official_field_and_it_or_its_record_the_source() =>
        Members.Where(member => !IsTold(XmlDocs.SummaryOf(member), XmlDocs.SummaryOf(member.DeclaringType!))).Select(NameOf)
            .ShouldBe(OfOurOwn, ignoreOrder: true);

    [Fact]
    public void Every_instant_names_its_form_on_the_wire() =>
        Members.Where(member => (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType) == typeof(DateTimeOffset))
            .Where(member => !XmlDocs.SummaryOf(member).Text.Contains("yyyyMMddHHmmss"))
            .Select(NameOf).ShouldBe(["Envelope.EventTime"]);

    [Theory]
    [InlineData("Official field: GhiChu (field 22).", "A dossier (QCVN 120:2019 table 2).", true)]
    [InlineData("Field: KenhThucHien (later field, seen in use).", "A block.", true)]
    [InlineData("Official field: GhiChu.", "A dossier.", false)]
    [InlineData("A note.", "A dossier (QCVN 120:2019 table 2).", false)]
    public void A_member_without_field_or_source_is_found(string member, string record, bool told) =>
        IsTold(XmlDocs.Read(member), XmlDocs.Read(record)).ShouldBe(told);

    private static bool IsTold(XmlDocs.Summary member, XmlDocs.Summary record) =>
        member.OfficialField is not null && Source().IsMatch(member.Text + record.Text);

    private static string NameOf(PropertyInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";

    [GeneratedRegex(@"QCVN 1\d\d:|TT 01/2018|GUIDE14|later field, seen in use")]
    private static partial Regex Source();
}
