using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Reconcile;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Hub;

/// <summary>The commands of operators.</summary>
internal sealed class HubControl(
    Sources sources,
    Collector collector,
    Reconciler reconciler,
    OperatorStore store,
    LedgerRoom room,
    TargetBinding target,
    DeliveryGate gate,
    TargetCircuit circuit,
    RetryBudget retries,
    OutboxSignal outbox,
    IHostApplicationLifetime life,
    TimeProvider clock)
    : IHubControl
{
    public async Task<Reply<long>> StartRunAsync(string connector, CancellationToken cancellationToken)
    {
        if (sources.Find(connector) is not { } source)
            return CannotRun(connector);
        if (room.WhyNotRead is { } why)
            return Conflict("ledger-short-of-room", $"No source is read now: {why}.", "Make room on the ledger's volume; runs go on by themselves.");
        if (await collector.TryBeginAsync(source, Triggers.Manual, life.ApplicationStopping) is { } begun)
            return begun.Run;
        return await collector.IsPausedAsync(source, cancellationToken)
            ? Conflict("connector-paused", $"Connector {connector} is paused.", $"Resume it: hub connector resume {connector}.")
            : Conflict("run-under-way", $"Connector {connector} has a run under way.", "Wait for its end: hub run list.");
    }

    public async Task<Reply<CheckResult>> CheckAsync(string connector, CancellationToken cancellationToken)
    {
        if (sources.Find(connector) is not { } source)
            return CannotRun(connector);
        if (source.Connector is not IConnectionCheck check)
            return new CheckResult(connector, true, null, "The source calls the hub; there is no connection to check.", 0);

        var began = clock.GetTimestamp();
        var fault = await check.CheckAsync(cancellationToken);
        var message = fault?.Message ?? "The source answers, and its credentials and rights are good.";
        return new CheckResult(connector, fault is null, fault?.Name, message, clock.GetElapsedTime(began).TotalSeconds);
    }

    public async Task<CommandProblem?> PauseAsync(string connector, string reason, CancellationToken cancellationToken)
    {
        if (sources.Find(connector) is null)
            return CannotRun(connector);
        await store.PauseAsync(connector, reason, cancellationToken);
        return null;
    }

    public async Task<CommandProblem?> ResumeAsync(string connector, CancellationToken cancellationToken)
    {
        if (sources.Find(connector) is null)
            return CannotRun(connector);
        await store.ResumeAsync(connector, cancellationToken);
        return null;
    }

    public async Task<Reply<RetryResult>> RetryQuarantineAsync(QuarantineSelection selection, CancellationToken cancellationToken)
    {
        if (selection.Id is { } id && NotOpen(id, await store.QuarantineStateAsync(id, cancellationToken)) is { } problem)
            return problem;

        var matched = await store.AskAgainAsync(selection, cancellationToken);
        if (matched == 0 && selection.Connector is { } connector && sources.Registered(connector) is null)
            return Unknown(connector);
        var release = await collector.ReleaseDueAsync(selection, life.ApplicationStopping);
        return new RetryResult(matched, release.Released, Math.Max(matched - release.Released, 0), Told(release, matched));
    }

    public async Task<Reply<RetryResult>> RetryDeadAsync(DeadSelection selection, CancellationToken cancellationToken)
    {
        var revived = await store.ReviveAsync(selection, cancellationToken);
        if (revived == 0)
            return await NothingDeadAsync(selection, cancellationToken);

        target.Reopen();
        outbox.Raise();
        return new RetryResult(revived, revived, 0, $"{revived} rows are pending again, with the ledger's present dossiers.");
    }

    public async Task<CommandProblem?> ResumeTargetAsync(CancellationToken cancellationToken)
    {
        target.Reopen();
        await target.AskAsync(cancellationToken);
        circuit.IsBack = true;
        retries.Reset();
        outbox.Raise();
        return gate.Shut is { } why
            ? Conflict("target-not-resumed", why, "Delivery stays stopped until then.")
            : null;
    }

    public async Task<Reply<long>> StartReconciliationAsync(bool repair, CancellationToken cancellationToken) =>
        await reconciler.TryBeginAsync("manual", repair, life.ApplicationStopping) is { Id: var id }
            ? id
            : Conflict("reconciliation-running", "A reconciliation is under way.", "Wait for its end: hub reconcile status.");

    private static CommandProblem Conflict(string code, string message, string action) => new(ProblemKind.Conflict, code, message, action);

    private static CommandProblem NotFound(string code, string message, string action) => new(ProblemKind.NotFound, code, message, action);

    private static CommandProblem Unknown(string connector) =>
        NotFound("connector-unknown", $"There is no configured connector '{connector}'.", "List them: hub connector list.");

    private CommandProblem CannotRun(string connector) => sources.Registered(connector) is { Problems: var problems }
        ? Conflict(
            "connector-not-ready", $"Connector {connector} does not run: {string.Join(" ", problems)}",
            "Mend it (hub-server check says all that is wrong), then restart hub-server.")
        : Unknown(connector);

    private async Task<Reply<RetryResult>> NothingDeadAsync(DeadSelection selection, CancellationToken cancellationToken)
    {
        const string List = "List the dead ones: hub dead list.";
        if (selection.Id is { } id)
            return await store.HasRowAsync(id, cancellationToken)
                ? Conflict("not-dead", $"Row {id} of the outbox is not dead.", List)
                : NotFound("row-unknown", $"There is no row {id} in the outbox.", List);
        if (selection.Connector is { } connector && sources.Registered(connector) is null)
            return Unknown(connector);
        return new RetryResult(0, 0, 0, "Nothing that was asked for is dead.");
    }

    private static CommandProblem? NotOpen(long id, string? state)
    {
        const string List = "List them: hub quarantine list.";
        return state switch
        {
            null => NotFound("quarantine-entry-unknown", $"There is no entry {id} in quarantine.", List),
            "open" => null,
            _ => Conflict("not-open", $"Entry {id} of quarantine is {state}; only open entries are tried again.", List),
        };
    }

    private static string Told(Release release, int matched)
    {
        var told = $"{release.Released} of {matched} entries were released.";
        if (release.Tried > release.Released)
            told += $" {release.Tried - release.Released} stay with the reason of this try.";
        if (release.Busy.Count > 0)
            told += $" A run of {string.Join(", ", release.Busy)} is under way; entries of it are tried by themselves when it has ended.";
        else if (matched > release.Tried)
            told += $" {matched - release.Tried} belong to connectors that are not configured; they wait until these are.";
        return told;
    }
}
