using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Api;

internal static class ReconciliationsApi
{
    private const string ListThem = "List them: hub reconcile status, or GET /v1/reconciliations.";

    public static void MapReconciliations(this RouteGroupBuilder v1)
    {
        v1.MapPost("/reconciliations", Start)
            .Says<ReconciliationView>(202, "startReconciliation", "Starts a reconciliation; its end is not waited for.", 400, 409);

        v1.MapGet("/reconciliations", ([AsParameters] PageQuery page, IHubViews views, CancellationToken cancellationToken) =>
                page.Read(p => views.ReconciliationsAsync(p, cancellationToken)))
            .Says<Page<ReconciliationView>>("listReconciliations", "Reconciliations, the newest first.", 400);

        v1.MapGet("/reconciliations/{id:long}", async (long id, IHubViews views, CancellationToken cancellationToken) =>
                Replies.OrNotFound(await views.ReconciliationAsync(id, cancellationToken), $"reconciliation {id}", ListThem))
            .Says<ReconciliationView>("getReconciliation", "A reconciliation.", 404);

        v1.MapGet("/reconciliations/{id:long}/differences", Differences)
            .Says<Page<DifferenceView>>("listDifferences", "The differences that a reconciliation found, in the order found.", 400, 404);
    }

    private static async Task<IResult> Start(
        StartReconciliationRequest request, IHubControl control, IHubViews views, CancellationToken cancellationToken)
    {
        var started = await control.StartReconciliationAsync(request.Repair, cancellationToken);
        return await Replies.Started(started, "/v1/reconciliations", id => views.ReconciliationAsync(id, cancellationToken));
    }

    private static async Task<IResult> Differences(
        long id, [AsParameters] PageQuery page, IHubViews views, CancellationToken cancellationToken) =>
        await views.ReconciliationAsync(id, cancellationToken) is null
            ? Problems.NotFound($"reconciliation {id}", ListThem)
            : await page.Read(p => views.DifferencesAsync(id, p, cancellationToken));
}
