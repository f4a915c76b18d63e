using IntegrationHub.Contracts;

namespace IntegrationHub.Hub.Validate;

/// <summary>VALIDATE: holds a canonical record against the contract. Pure; the same record and time give the same violations.</summary>
internal static class ContractRules
{
    /// <returns>Everything that is wrong, in the order of the record's members; empty if nothing is.</returns>
    public static IReadOnlyList<Violation> Check(CanonicalRecord record, DateTimeOffset now)
    {
        var findings = new Findings(now);
        RecordRules.Check(record, findings);
        switch (record)
        {
            case Dossier dossier:
                DossierRules.Check(dossier, findings);
                break;
            case DossierChange change:
                ChangeRules.Check(change, findings);
                break;
            case DossierProgress progress:
                ProgressRules.Check(progress, findings);
                break;
        }

        return findings.All;
    }
}
