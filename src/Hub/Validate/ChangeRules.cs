using IntegrationHub.Contracts;

namespace IntegrationHub.Hub.Validate;

/// <summary>
/// What a change must keep. What depends on the rest of the dossier, such as a missing date, is not a change's own fault.
/// </summary>
internal static class ChangeRules
{
    public static void Check(DossierChange change, Findings findings)
    {
        if (IsEmpty(change))
            findings.AddWhole("change-empty", "The change changes nothing; map it to Ignored with a reason.");

        findings.Known(change.Status, "/status");
        if (change.Condition is { Unless: null or [] })
            findings.Add("unless-empty", "/condition/unless", "names no status; name one, or leave the condition out.");
        foreach (var status in change.Condition?.Unless ?? [])
            findings.Known<DossierStatus>(status, "/condition/unless");
        findings.Instant(change.PromisedAt, "/promisedAt");
        findings.NotInFuture(change.FinishedAt, "/finishedAt");
        findings.NotInFuture(change.ReturnedAt, "/returnedAt");
        findings.InOrder(change.FinishedAt, change.ReturnedAt, "/returnedAt", "/finishedAt");
        findings.Text(change.ReturnNote, "/returnNote");
        findings.Text(change.Note, "/note", Limits.Note);
        findings.Each(change.Fees ?? [], "/fees", ChildRules.Check);
        findings.Each(change.Supplements ?? [], "/supplements", SupplementRules.Check);
        findings.Each(change.Results ?? [], "/results", ChildRules.Check);
    }

    private static bool IsEmpty(DossierChange change) => change is
    {
        Status: null, PromisedAt: null, FinishedAt: null, ReturnedAt: null, ReturnNote: null, Note: null,
        Fees: null, Supplements: null, Results: null,
    };
}
