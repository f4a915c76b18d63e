using IntegrationHub.Contracts;

namespace IntegrationHub.Hub.Validate;

/// <summary>What the elements of a dossier's lists must keep.</summary>
internal static class ChildRules
{
    public static void Each<T>(IReadOnlyList<T> elements, string pointer, Findings findings, Action<T, string, Findings> check)
    {
        for (var i = 0; i < elements.Count; i++)
            check(elements[i], $"{pointer}/{i}", findings);
    }

    public static void Check(SubmittedPaper paper, string pointer, Findings findings)
    {
        findings.Text(paper.Id, $"{pointer}/id");
        findings.Text(paper.Name, $"{pointer}/name", Limits.PaperName);
        findings.Text(paper.ComponentCode, $"{pointer}/componentCode");
        CheckFile(paper.File, $"{pointer}/file", findings);
        findings.Known(paper.Reuse, $"{pointer}/reuse");
        findings.Text(paper.ReplacedBy, $"{pointer}/replacedBy");
    }

    public static void Check(Fee fee, string pointer, Findings findings)
    {
        findings.Text(fee.Name, $"{pointer}/name");
        findings.Text(fee.Code, $"{pointer}/code");
        findings.Text(fee.CollectionMethod, $"{pointer}/collectionMethod");
        findings.Text(fee.Kind, $"{pointer}/kind");
        if (fee.Amount < 0)
            Amount("fee-negative", "is negative; correct it at the source, or leave a refund out.");
        else if (fee.Amount != decimal.Truncate(fee.Amount))
            Amount("fee-fraction", "is not whole, and there is no coin below one đồng; look for a wrong decimal separator in the mapping.");

        void Amount(string rule, string what) => findings.Add(rule, $"{pointer}/amount", $"{pointer}/amount {what}");
    }

    public static void Check(OtherAttachment attachment, string pointer, Findings findings)
    {
        findings.Text(attachment.Name, $"{pointer}/name");
        findings.Text(attachment.Kind, $"{pointer}/kind");
        if (attachment.Count < 0)
            findings.Add("count-negative", $"{pointer}/count", $"{pointer}/count is negative; correct it at the source.");
    }

    public static void Check(ResultPaper result, string pointer, Findings findings)
    {
        if (string.IsNullOrWhiteSpace(result.File.Address))
            findings.Add(
                "result-without-document", $"{pointer}/file/address",
                $"{pointer}/file/address is empty: a result is a document; wait for its address, or map what is known to another member.");
        findings.Text(result.Name, $"{pointer}/name", Limits.ResultName);
        findings.Text(result.ComponentCode, $"{pointer}/componentCode");
        findings.Text(result.Id, $"{pointer}/id");
        findings.Text(result.ResultCode, $"{pointer}/resultCode");
        findings.Text(result.Symbol, $"{pointer}/symbol");
        findings.Text(result.Abstract, $"{pointer}/abstract");
        findings.Text(result.IssuedBy, $"{pointer}/issuedBy");
        findings.Day(result.IssuedOn, $"{pointer}/issuedOn");
        findings.Text(result.SignedBy, $"{pointer}/signedBy");
        findings.Text(result.OwnerNumber, $"{pointer}/ownerNumber");
        findings.Text(result.ValidFor, $"{pointer}/validFor");
        findings.Text(result.ValidWhere, $"{pointer}/validWhere");
        CheckFile(result.File, $"{pointer}/file", findings);
    }

    private static void CheckFile(FileReference file, string pointer, Findings findings)
    {
        findings.Text(file.Address, $"{pointer}/address");
        findings.Text(file.MediaType, $"{pointer}/mediaType");
        if (file.Sha256 is { } hash && !(hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)))
            findings.Add(
                "hash-form", $"{pointer}/sha256",
                $"{pointer}/sha256 is not 64 lower-case hex digits; leave it out if the source has none.");
    }
}
