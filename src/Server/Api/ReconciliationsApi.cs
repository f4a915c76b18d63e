using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Api;

internal static class ReconciliationsApi
{
    public static void MapReconciliations(this RouteGroupBuilder v1)
    {
        v1.MapPost("/reconciliations", async (StartReconciliationRequest request, IHubControl control, IHubViews views, CancellationToken cancellationToken) =>
                await Replies.Started(
                    await control.StartReconciliationAsync(request.Repair, cancellationToken), "/v1/reconciliations", id => views.ReconciliationAsync(id, cancellationToken)))
            .Says<ReconciliationView>(202, "startReconciliation", "Starts a reconciliation; its end is not waited for.", 400, 409);

        v1.MapGet("/reconciliations", ([AsParameters] PageQuery page, IHubViews views, CancellationToken cancellationToken) =>
                page.Read(p => views.ReconciliationsAsync(p, cancellationToken)))
            .Says<Page<ReconciliationView>>("listReconciliations", "Reconciliations, the newest first.", 400);

        v1.MapGet("/reconciliations/{id:long}", async (long id, IHubViews views, CancellationToken cancellationToken) =>
                Replies.OrNotFound(await views.ReconciliationAsync(id, cancellationToken), $"reconciliation {id}", "List them: GET /v1/reconciliations."))
            .Says<ReconciliationView>("getReconciliation", "A reconciliation.", 404);

        v1.MapGet("/reconciliations/{id:long}/differences", Differences)
            .Says<Page<DifferenceView>>("listDifferences", "The differences that a reconciliation found, in the order found.", 400, 404);
    }

    private static async Task<IResult> Differences(long id, [AsParameters] PageQuery page, IHubViews views, CancellationToken cancellationToken) =>
        await views.ReconciliationAsync(id, cancellationToken) is null
            ? Problems.NotFound($"reconciliation {id}", "List them: GET /v1/reconciliations.")
            : await page.Read(p => views.DifferencesAsync(id, p, cancellationToken));
}
