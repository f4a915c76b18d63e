using IntegrationHub.Contracts;

namespace IntegrationHub.Hub.Validate;

/// <summary>What a supplement round must keep.</summary>
internal static class SupplementRules
{
    public static void Check(SupplementRound round, Findings findings)
    {
        findings.Text(round.Id, "/id");
        findings.Text(round.RequestedBy, "/requestedBy");
        findings.Text(round.Content, "/content");
        findings.Text(round.ReceivedBy, "/receivedBy");
        findings.Text(round.ReceiptNote, "/receiptNote");
        findings.NotInFuture(round.RequestedAt, "/requestedAt");
        findings.NotInFuture(round.ReceivedAt, "/receivedAt");
        findings.Instant(round.PromisedBefore, "/promisedBefore");
        findings.Instant(round.PromisedAfter, "/promisedAfter");
        findings.Each(round.Papers, "/papers", ChildRules.Check);
        findings.Each(round.Fees, "/fees", ChildRules.Check);
    }
}
