using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Hub.Views;

/// <summary>
/// Everything that can be asked of the ledger. Reads only, holds no lock that a writer waits for, gives out nothing personal.
/// </summary>
public interface IHubViews
{
    Task<HubStatus> StatusAsync(CancellationToken cancellationToken);

    Task<HubActivity> ActivityAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<ConnectorView>> ConnectorsAsync(CancellationToken cancellationToken);

    Task<ConnectorDetail?> ConnectorAsync(string id, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    Task<Page<RunView>> RunsAsync(string? connector, PageRequest page, CancellationToken cancellationToken);

    Task<RunDetail?> RunAsync(long id, CancellationToken cancellationToken);

    /// <summary>By number or by how it begins, ordered by number.</summary>
    Task<RecordPage> RecordsAsync(RecordFilter filter, CancellationToken cancellationToken);

    /// <summary>Null when neither the ledger nor quarantine knows the number.</summary>
    Task<RecordTrace?> TraceAsync(string number, CancellationToken cancellationToken);

    /// <summary>The oldest first.</summary>
    Task<Page<QuarantineEntry>> QuarantineAsync(QuarantineFilter filter, PageRequest page, CancellationToken cancellationToken);

    Task<QuarantineDetail?> QuarantineAsync(long id, CancellationToken cancellationToken);

    /// <summary>The oldest first.</summary>
    Task<Page<OutboxRow>> DeadAsync(DeadFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>A row of the outbox that is dead, with its attempts.</summary>
    Task<OutboxRow?> DeadAsync(long id, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    Task<Page<ReconciliationView>> ReconciliationsAsync(PageRequest page, CancellationToken cancellationToken);

    Task<ReconciliationView?> ReconciliationAsync(long id, CancellationToken cancellationToken);

    /// <summary>The differences that a reconciliation found, in the order found.</summary>
    Task<Page<DifferenceView>> DifferencesAsync(long reconciliation, PageRequest page, CancellationToken cancellationToken);
}
