using IntegrationHub.Contracts;

namespace IntegrationHub.Hub.Validate;

/// <summary>
/// What the owner of a dossier must keep. Unknown is allowed, a placeholder is not, for it cannot be told from the truth.
/// </summary>
internal static class PartyRules
{
    public static void Check(Party party, Findings findings)
    {
        findings.Known<SubjectKind>(party.Kind, "/applicant/kind");
        findings.Text(party.Name, "/applicant/name", Limits.ApplicantName);
        findings.Text(party.AccountId, "/applicant/accountId");
        findings.Text(party.Email, "/applicant/email", Limits.Email);
        findings.Text(party.Fax, "/applicant/fax");
        findings.Text(party.Phone, "/applicant/phone", Limits.Phone);
        findings.Text(party.IdentityNumber, "/applicant/identityNumber", Limits.IdentityNumber);
        findings.Day(party.BirthDate, "/applicant/birthDate");
        findings.Each(party.Identities, "/applicant/identities", Check);
    }

    private static void Check(Identity identity, Findings findings)
    {
        findings.Known<IdentityKind>(identity.Kind, "/kind");
        var digits = identity.Kind == IdentityKind.OldIdentityCard ? 9 : 12;
        if (identity.Number?.Length != digits || identity.Number.AsSpan().ContainsAnyExceptInRange('0', '9'))
            findings.Add(
                "identity-form", "/number",
                $"is not {digits} digits, leading zeros included; correct it at the source, or leave it out as unknown.");
    }
}
