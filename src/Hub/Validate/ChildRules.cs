using IntegrationHub.Contracts;

namespace IntegrationHub.Hub.Validate;

/// <summary>What the elements of a dossier's lists must keep.</summary>
internal static class ChildRules
{
    public static void Check(SubmittedPaper paper, Findings findings)
    {
        findings.Text(paper.Id, "/id");
        findings.Text(paper.Name, "/name", Limits.PaperName);
        findings.Text(paper.ComponentCode, "/componentCode");
        CheckFile(paper.File, findings);
        findings.Known(paper.Reuse, "/reuse");
        findings.Text(paper.ReplacedBy, "/replacedBy");
    }

    public static void Check(Fee fee, Findings findings)
    {
        findings.Text(fee.Name, "/name");
        findings.Text(fee.Code, "/code");
        findings.Text(fee.CollectionMethod, "/collectionMethod");
        findings.Text(fee.Kind, "/kind");
        if (fee.Amount < 0)
            Amount("fee-negative", "is negative; correct it at the source, or leave a refund out.");
        else if (fee.Amount != decimal.Truncate(fee.Amount))
            Amount("fee-fraction", "is not whole, and there is no coin below one đồng; look for a wrong decimal separator in the mapping.");

        void Amount(string rule, string what) => findings.Add(rule, "/amount", what);
    }

    public static void Check(OtherAttachment attachment, Findings findings)
    {
        findings.Text(attachment.Name, "/name");
        findings.Text(attachment.Kind, "/kind");
        if (attachment.Count < 0)
            findings.Add("count-negative", "/count", "is negative; correct it at the source.");
    }

    public static void Check(ResultPaper result, Findings findings)
    {
        if (string.IsNullOrWhiteSpace(result.File.Address))
            findings.Add(
                "result-without-document", "/file/address",
                "is empty: a result is a document; wait for its address, or map what is known to another member.");
        findings.Text(result.Name, "/name", Limits.ResultName);
        findings.Text(result.ComponentCode, "/componentCode");
        findings.Text(result.Id, "/id");
        findings.Text(result.ResultCode, "/resultCode");
        findings.Text(result.Symbol, "/symbol");
        findings.Text(result.Abstract, "/abstract");
        findings.Text(result.IssuedBy, "/issuedBy");
        findings.Day(result.IssuedOn, "/issuedOn");
        findings.Text(result.SignedBy, "/signedBy");
        findings.Text(result.OwnerNumber, "/ownerNumber");
        findings.Text(result.ValidFor, "/validFor");
        findings.Text(result.ValidWhere, "/validWhere");
        CheckFile(result.File, findings);
    }

    private static void CheckFile(FileReference file, Findings findings)
    {
        findings.Text(file.Address, "/file/address");
        findings.Text(file.MediaType, "/file/mediaType");
        if (file.Sha256 is { } hash && !(hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)))
            findings.Add(
                "hash-form", "/file/sha256", "is not 64 lower-case hex digits; leave it out if the source has none.");
    }
}
