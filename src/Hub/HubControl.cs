using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Reconcile;
using IntegrationHub.Hub.Store.Sqlite;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Hub;

/// <summary>The commands of operators.</summary>
internal sealed class HubControl(
    Sources sources, Collector collector, Reconciler reconciler, SqliteOperatorStore store, IHubViews views, OutboxSignal outbox, DeliveryGate gate, IHostApplicationLifetime life,
    TimeProvider clock) : IHubControl
{
    public async Task<Reply<long>> StartRunAsync(string connector, CancellationToken cancellationToken)
    {
        if (sources.Find(connector) is not { } source)
            return Unknown(connector);
        if (await collector.TryBeginAsync(source, "manual", life.ApplicationStopping) is { Run: var run })
            return run;
        return new CommandProblem(ProblemKind.Conflict, "run-not-started", $"Connector {connector} has a run under way, or is paused.", $"Wait for its end (hub run list), or resume it: hub connector resume {connector}.");
    }

    public async Task<Reply<CheckResult>> CheckAsync(string connector, CancellationToken cancellationToken)
    {
        if (sources.Find(connector) is not { } source)
            return Unknown(connector);
        if (source.Connector is not IConnectionCheck check)
            return new CheckResult(connector, true, null, "The source calls the hub; there is no connection to check.", 0);

        var began = clock.GetTimestamp();
        var fault = await check.CheckAsync(cancellationToken);
        return new CheckResult(connector, fault is null, fault?.Name, fault?.Message ?? "The source answers, and its credentials and rights are good.", clock.GetElapsedTime(began).TotalSeconds);
    }

    public async Task<CommandProblem?> PauseAsync(string connector, string reason, CancellationToken cancellationToken)
    {
        if (sources.Find(connector) is null)
            return Unknown(connector);
        await store.PauseAsync(connector, reason, cancellationToken);
        return null;
    }

    public async Task<CommandProblem?> ResumeAsync(string connector, CancellationToken cancellationToken)
    {
        if (sources.Find(connector) is null)
            return Unknown(connector);
        await store.ResumeAsync(connector, cancellationToken);
        return null;
    }

    public async Task<Reply<RetryResult>> RetryQuarantineAsync(QuarantineSelection selection, CancellationToken cancellationToken)
    {
        if (selection.Id is { } id && await views.QuarantineAsync(id, cancellationToken) is null)
            return new CommandProblem(ProblemKind.NotFound, "quarantine-entry-unknown", $"There is no entry {id} in quarantine.", "List them: hub quarantine list.");

        var matched = await store.AskAgainAsync(selection, cancellationToken);
        var before = (await views.ActivityAsync(cancellationToken)).QuarantineOpen;
        await collector.ReleaseDueAsync(cancellationToken);
        var released = Math.Clamp(before - (await views.ActivityAsync(cancellationToken)).QuarantineOpen, 0, matched);
        return new RetryResult(matched, released, matched - released, $"{released} of {matched} entries were released; the others stay with the reason of this try.");
    }

    public async Task<Reply<RetryResult>> RetryDeadAsync(DeadSelection selection, CancellationToken cancellationToken)
    {
        var revived = await store.ReviveAsync(selection, cancellationToken);
        if (revived == 0 && selection.Id is { } id)
            return new CommandProblem(ProblemKind.Conflict, "not-dead", $"Row {id} of the outbox is not dead.", "List the dead ones: hub dead list.");

        gate.Reopen();
        outbox.Raise();
        return new RetryResult(revived, revived, 0, $"{revived} rows are pending again, with the ledger's present dossiers.");
    }

    public async Task<Reply<long>> StartReconciliationAsync(bool repair, CancellationToken cancellationToken) =>
        await reconciler.TryBeginAsync("manual", repair, life.ApplicationStopping) is { Id: var id }
            ? id
            : new CommandProblem(ProblemKind.Conflict, "reconciliation-running", "A reconciliation is under way.", "Wait for its end: hub reconcile status.");

    private static CommandProblem Unknown(string connector) =>
        new(ProblemKind.NotFound, "connector-unknown", $"There is no configured connector '{connector}'.", "List them: hub connector list.");
}
