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
        ChildRules.Each(party.Identities, "/applicant/identities", findings, Check);
    }

    private static void Check(Identity identity, string pointer, Findings findings)
    {
        findings.Known<IdentityKind>(identity.Kind, $"{pointer}/kind");
        var digits = identity.Kind == IdentityKind.OldIdentityCard ? 9 : 12;
        if (identity.Number?.Length != digits || !identity.Number.All(char.IsAsciiDigit))
            findings.Add(
                "identity-form", $"{pointer}/number",
                $"{pointer}/number is not {digits} digits, leading zeros included; correct it at the source, or leave it out as unknown.");
    }
}
