using IntegrationHub.Contracts;

namespace IntegrationHub.Hub.Validate;

/// <summary>What a supplement round must keep.</summary>
internal static class SupplementRules
{
    public static void Check(SupplementRound round, string pointer, Findings findings)
    {
        findings.Text(round.Id, $"{pointer}/id");
        findings.Text(round.RequestedBy, $"{pointer}/requestedBy");
        findings.Text(round.Content, $"{pointer}/content");
        findings.Text(round.ReceivedBy, $"{pointer}/receivedBy");
        findings.Text(round.ReceiptNote, $"{pointer}/receiptNote");
        findings.NotInFuture(round.RequestedAt, $"{pointer}/requestedAt");
        findings.NotInFuture(round.ReceivedAt, $"{pointer}/receivedAt");
        findings.Instant(round.PromisedBefore, $"{pointer}/promisedBefore");
        findings.Instant(round.PromisedAfter, $"{pointer}/promisedAfter");
        ChildRules.Each(round.Papers, $"{pointer}/papers", findings, ChildRules.Check);
        ChildRules.Each(round.Fees, $"{pointer}/fees", findings, ChildRules.Check);
    }
}
