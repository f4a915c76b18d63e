using System.ComponentModel;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Api;

internal static class RecordsApi
{
    private const int LongestNumber = 100;

    public static void MapRecords(this RouteGroupBuilder v1)
    {
        v1.MapGet("/records", Find)
            .Says<RecordPage>("findRecords", "Dossiers by number, or by how it begins, ordered by number.", 400);

        v1.MapGet("/records/trace", Trace)
            .Says<RecordTrace>("traceRecord", "Where a dossier stands, why, and everything that happened to it.", 400, 404);
    }

    private static async Task<IResult> Find(
        string? number,
        string? prefix,
        [Description("The number after which the list goes on: the `next` of the page before.")] string? after,
        int? limit,
        IHubViews views,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(number) && string.IsNullOrEmpty(prefix))
            return Problems.BadRequest("number", "give number, or prefix: how the number begins.");
        return await new PageQuery(null, limit)
            .Read(page => views.RecordsAsync(new(Given(number), Given(prefix), Given(after), page.Limit), cancellationToken));
    }

    private static async Task<IResult> Trace(string? number, IHubViews views, CancellationToken cancellationToken) =>
        number is not { Length: > 0 and <= LongestNumber }
            ? Problems.BadRequest("number", $"give the dossier's number (MaHoSo), at most {LongestNumber} characters.")
            : Replies.OrNotFound(
                await views.TraceAsync(number, cancellationToken),
                $"dossier '{number}' in the ledger or in quarantine: no source has given it yet",
                "Compare the number with the source's; hub connector list (GET /v1/connectors) says when each source was last read.");

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
