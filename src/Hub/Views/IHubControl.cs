using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Hub.Views;

/// <summary>Everything that can be asked of the engine. What stands in the way of a command is a value.</summary>
public interface IHubControl
{
    /// <summary>Starts a run and returns its id, not waiting for its end.</summary>
    Task<Reply<long>> StartRunAsync(string connector, CancellationToken cancellationToken);

    /// <summary>Asks the source whether it can be reached.</summary>
    Task<Reply<CheckResult>> CheckAsync(string connector, CancellationToken cancellationToken);

    /// <summary>Pauses a connector; a run under way ends after its page. Null when done.</summary>
    Task<CommandProblem?> PauseAsync(string connector, string reason, CancellationToken cancellationToken);

    /// <summary>Lets a connector run again. Null when done.</summary>
    Task<CommandProblem?> ResumeAsync(string connector, CancellationToken cancellationToken);

    /// <summary>Tries entries of quarantine again, now; those of a source with a run under way when that has ended.</summary>
    Task<Reply<RetryResult>> RetryQuarantineAsync(QuarantineSelection selection, CancellationToken cancellationToken);

    /// <summary>Turns dead rows back to pending, with a new version and the ledger's present dossier.</summary>
    Task<Reply<RetryResult>> RetryDeadAsync(DeadSelection selection, CancellationToken cancellationToken);

    /// <summary>
    /// Signs in at the settlement system again after a refusal, takes it as it is now, delivers on, what waits long too. Null when done.
    /// </summary>
    Task<CommandProblem?> ResumeTargetAsync(CancellationToken cancellationToken);

    /// <summary>Starts a reconciliation and returns its id, not waiting for its end.</summary>
    Task<Reply<long>> StartReconciliationAsync(bool repair, CancellationToken cancellationToken);
}

/// <summary>Which open entries of quarantine: one by its id, or all of a connector, of a cause, or both.</summary>
public sealed record QuarantineSelection(long? Id = null, string? Connector = null, string? Code = null);

/// <summary>Which dead rows: one by its id, or all of a connector, of a fault, or both.</summary>
public sealed record DeadSelection(long? Id = null, string? Connector = null, string? Fault = null);
