using System.Text.RegularExpressions;
using IntegrationHub.Contracts;

namespace IntegrationHub.Hub.Validate;

/// <summary>What every record must keep: the dossier's number and the envelope.</summary>
internal static partial class RecordRules
{
    public static void Check(CanonicalRecord record, Findings findings)
    {
        CheckEnvelope(record.Envelope, findings);
        if (!NumberForm().IsMatch(record.Number ?? ""))
            findings.Add(
                "number-form", "/number",
                $"is not 1-{Limits.Number} ASCII letters, digits and . - _ /; "
                + "map the source's number or correct it there.");
    }

    private static void CheckEnvelope(Envelope envelope, Findings findings)
    {
        findings.Required(envelope.Source, "/envelope/source");
        findings.Required(envelope.Stream, "/envelope/stream");
        findings.Required(envelope.SourceKey, "/envelope/sourceKey", Limits.SourceKey);
        findings.NotInFuture(envelope.EventTime, "/envelope/eventTime");
        findings.Required(envelope.CorrelationId, "/envelope/correlationId");
        if (!MajorOf(envelope.ContractVersion).SequenceEqual(MajorOf(Envelope.CurrentContractVersion)))
            findings.Add(
                "contract-version", "/envelope/contractVersion",
                $"is not a version {MajorOf(Envelope.CurrentContractVersion)}.x; "
                + "build the connector against this contract.");
    }

    private static ReadOnlySpan<char> MajorOf(string? version) =>
        version is null ? [] : version.AsSpan(0, version.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? dot : version.Length);

    // The strict form of TT 01/2018 and QĐ 20/2020 is not asked for: sectors have numbers of their own.
    [GeneratedRegex(@"^[0-9A-Za-z.\-_/]{1,50}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberForm();
}
