using System.Text.RegularExpressions;
using IntegrationHub.Contracts;

namespace IntegrationHub.Hub.Validate;

/// <summary>What a whole dossier must keep.</summary>
internal static partial class DossierRules
{
    public static void Check(Dossier dossier, Findings findings)
    {
        CheckProcedure(dossier.Procedure, findings);
        PartyRules.Check(dossier.Applicant, findings);
        findings.Text(dossier.OtherInformation, "/otherInformation");
        findings.Required(dossier.Abstract, "/abstract", Limits.Abstract);
        findings.Known<DossierStatus>(dossier.Status, "/status");
        findings.Text(dossier.ReturnNote, "/returnNote");
        findings.Known<Handover>(dossier.Handover, "/handover");
        findings.Required(dossier.Agency, "/agency", rule: "agency-missing");
        findings.Text(dossier.Note, "/note", Limits.Note);
        CheckDates(dossier, findings);
        CheckChildren(dossier, findings);
        CheckLater(dossier.Later, findings);
    }

    private static void CheckProcedure(Procedure procedure, Findings findings)
    {
        if (!BaseCode().IsMatch(procedure.Code ?? ""))
            findings.Add(
                "procedure-code", "/procedure/code",
                "is not a base code d.dddddd; take it from CodeLists.ProcedureOf, which knows the suffixes.");
        findings.Required(procedure.Name, "/procedure/name");
        findings.Required(procedure.SectorCode, "/procedure/sectorCode", Limits.SectorCode);
        findings.Required(procedure.SectorName, "/procedure/sectorName", Limits.SectorName);
    }

    private static void CheckDates(Dossier dossier, Findings findings)
    {
        if (dossier.ReceivedAt is null && dossier.Status is not (DossierStatus.Filed or DossierStatus.Refused))
            Missing("received-missing", "/receivedAt", "when it was received");
        if (dossier.FinishedAt is null && dossier.Status is (DossierStatus.Processed or DossierStatus.Returned))
            Missing("finished-missing", "/finishedAt", "when processing ended");
        if (dossier.ReturnedAt is null && dossier.Status is DossierStatus.Returned)
            Missing("returned-missing", "/returnedAt", "when the result was handed over");

        findings.NotInFuture(dossier.ReceivedAt, "/receivedAt");
        findings.Instant(dossier.PromisedAt, "/promisedAt");
        findings.NotInFuture(dossier.FinishedAt, "/finishedAt");
        findings.NotInFuture(dossier.ReturnedAt, "/returnedAt");
        findings.InOrder(dossier.ReceivedAt, dossier.FinishedAt, "/finishedAt", "/receivedAt");
        var (before, name) = dossier.FinishedAt is null ? (dossier.ReceivedAt, "/receivedAt") : (dossier.FinishedAt, "/finishedAt");
        findings.InOrder(before, dossier.ReturnedAt, "/returnedAt", name);

        void Missing(string rule, string pointer, string what) => findings.Add(
            rule, pointer,
            $"is missing: a dossier at status {dossier.Status:D} says {what}; fill it at the source, the hub invents no date.");
    }

    private static void CheckChildren(Dossier dossier, Findings findings)
    {
        findings.Each(dossier.Papers, "/papers", ChildRules.Check);
        findings.Each(dossier.Fees, "/fees", ChildRules.Check);
        findings.Each(dossier.OtherAttachments, "/otherAttachments", ChildRules.Check);
        findings.Each(dossier.Supplements, "/supplements", SupplementRules.Check);
        findings.Each(dossier.Results, "/results", ChildRules.Check);
    }

    private static void CheckLater(LaterFields later, Findings findings)
    {
        findings.Known(later.Channel, "/later/channel");
        findings.NotInFuture(later.FiledAt, "/later/filedAt");
        findings.NotInFuture(later.RefusedAt, "/later/refusedAt");
        findings.Text(later.FilingPlace, "/later/filingPlace");
        findings.Text(later.OnlinePayment, "/later/onlinePayment");
        findings.Each(later.Databases ?? [], "/later/databases", static (code, found) => found.Required(code, ""));
    }

    [GeneratedRegex(@"^[0-9]\.[0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex BaseCode();
}
