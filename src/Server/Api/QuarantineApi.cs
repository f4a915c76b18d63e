using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Api;

internal static class QuarantineApi
{
    private const string AnyState = "all";
    private static readonly string[] States =
        [QuarantineStates.Open, QuarantineStates.Released, QuarantineStates.Gone, QuarantineStates.Dismissed, AnyState];

    public static void MapQuarantine(this RouteGroupBuilder v1)
    {
        v1.MapGet("/quarantine", List)
            .Says<Page<QuarantineEntry>>(
                "listQuarantine", "Records kept out of the outbox, the oldest first; open ones unless `state` says otherwise.", 400);

        v1.MapGet("/quarantine/{id:long}", Show)
            .Says<QuarantineDetail>("getQuarantineEntry", "An entry with its source record, masked.", 404);

        v1.MapPost("/quarantine/{id:long}/retry", async (long id, IHubControl control, CancellationToken cancellationToken) =>
                Replies.Done(await control.RetryQuarantineAsync(new(Id: id), cancellationToken)))
            .Says<RetryResult>("retryQuarantineEntry", "Tries one entry again, now.", 404, 409);

        v1.MapPost("/quarantine/retry", Retry)
            .Says<RetryResult>("retryQuarantine", "Tries all open entries of a connector or a cause again, now.", 400, 404);
    }

    private static async Task<IResult> Show(long id, IHubViews views, CancellationToken cancellationToken) =>
        Replies.OrNotFound(
            await views.QuarantineAsync(id, cancellationToken),
            $"entry {id} in quarantine",
            "List them: hub quarantine list, or GET /v1/quarantine.");

    private static async Task<IResult> List(
        string? connector, string? code, string? state, [AsParameters] PageQuery page, IHubViews views, CancellationToken cancellationToken)
    {
        var wanted = state ?? QuarantineStates.Open;
        if (!States.Contains(wanted))
            return Problems.BadRequest("state", $"must be one of {string.Join(", ", States)}.");
        var filter = new QuarantineFilter(connector, code, wanted == AnyState ? null : wanted);
        return await page.Read(p => views.QuarantineAsync(filter, p, cancellationToken));
    }

    private static async Task<IResult> Retry(RetryQuarantineRequest request, IHubControl control, CancellationToken cancellationToken) =>
        request is { Connector: null, Code: null }
            ? Problems.BadRequest("/connector", "give connector, code, or both; all of quarantine at once is never meant.")
            : Replies.Done(await control.RetryQuarantineAsync(new(null, request.Connector, request.Code), cancellationToken));
}
