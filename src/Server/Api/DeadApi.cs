using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Api;

internal static class DeadApi
{
    private const string ListThem = "List them: hub dead list, or GET /v1/dead.";

    public static void MapDead(this RouteGroupBuilder v1)
    {
        v1.MapGet("/dead", List)
            .Says<Page<OutboxRow>>("listDead", "Rows of the outbox that failed for good, the oldest first.", 400);

        v1.MapGet("/dead/{id:long}", async (long id, IHubViews views, CancellationToken cancellationToken) =>
                Replies.OrNotFound(await views.DeadAsync(id, cancellationToken), $"dead row {id}", ListThem))
            .Says<OutboxRow>("getDeadRow", "A dead row with its attempts.", 404);

        v1.MapPost("/dead/{id:long}/retry", async (long id, IHubControl control, CancellationToken cancellationToken) =>
                Replies.Done(await control.RetryDeadAsync(new(Id: id), cancellationToken)))
            .Says<RetryResult>("retryDeadRow", "Sends a dead row's dossier again, as the ledger has it now.", 404, 409);

        v1.MapPost("/dead/retry", Retry)
            .Says<RetryResult>("retryDead", "Sends all dead rows of a connector or a fault again.", 400, 404);
    }

    private static Task<IResult> List(
        string? connector, string? fault, [AsParameters] PageQuery page, IHubViews views, CancellationToken cancellationToken) =>
        page.Read(p => views.DeadAsync(new(connector, fault), p, cancellationToken));

    private static async Task<IResult> Retry(RetryDeadRequest request, IHubControl control, CancellationToken cancellationToken) =>
        request is { Connector: null, Fault: null }
            ? Problems.BadRequest("/connector", "give connector, fault, or both; everything that is dead at once is never meant.")
            : Replies.Done(await control.RetryDeadAsync(new(null, request.Connector, request.Fault), cancellationToken));
}
