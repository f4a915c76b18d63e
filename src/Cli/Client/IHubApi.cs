using IntegrationHub.Contracts.Api;
using Refit;

namespace IntegrationHub.Cli.Client;

/// <summary>The API of the hub (<c>contracts/hub/v1/openapi.json</c>).</summary>
internal interface IHubApi
{
    [Get("/v1/status")]
    Task<HubStatus> StatusAsync(CancellationToken cancellationToken);

    [Get("/v1/connectors")]
    Task<IReadOnlyList<ConnectorView>> ConnectorsAsync(CancellationToken cancellationToken);

    [Get("/v1/connectors/{id}")]
    Task<ConnectorDetail> ConnectorAsync(string id, CancellationToken cancellationToken);

    [Post("/v1/connectors/{id}/check")]
    Task<CheckResult> CheckAsync(string id, CancellationToken cancellationToken);

    [Post("/v1/connectors/{id}/pause")]
    Task<ConnectorDetail> PauseAsync(string id, [Body] PauseRequest request, CancellationToken cancellationToken);

    [Post("/v1/connectors/{id}/resume")]
    Task<ConnectorDetail> ResumeAsync(string id, CancellationToken cancellationToken);

    [Post("/v1/target/resume")]
    Task<TargetStatus> ResumeTargetAsync(CancellationToken cancellationToken);

    [Post("/v1/runs")]
    Task<RunView> StartRunAsync([Body] StartRunRequest request, CancellationToken cancellationToken);

    [Get("/v1/runs")]
    Task<Page<RunView>> RunsAsync(string? connector, long? after, int limit, CancellationToken cancellationToken);

    [Get("/v1/runs/{id}")]
    Task<RunDetail> RunAsync(long id, CancellationToken cancellationToken);

    [Get("/v1/records")]
    Task<RecordPage> RecordsAsync(string prefix, string? after, int limit, CancellationToken cancellationToken);

    [Get("/v1/records/trace")]
    Task<RecordTrace> TraceAsync(string number, CancellationToken cancellationToken);

    [Get("/v1/quarantine")]
    Task<Page<QuarantineEntry>> QuarantineAsync(
        string? connector, string? code, string? state, long? after, int limit, CancellationToken cancellationToken);

    [Get("/v1/quarantine/{id}")]
    Task<QuarantineDetail> QuarantineEntryAsync(long id, CancellationToken cancellationToken);

    [Post("/v1/quarantine/{id}/retry")]
    Task<RetryResult> RetryQuarantineEntryAsync(long id, CancellationToken cancellationToken);

    [Post("/v1/quarantine/retry")]
    Task<RetryResult> RetryQuarantineAsync([Body] RetryQuarantineRequest request, CancellationToken cancellationToken);

    [Get("/v1/dead")]
    Task<Page<OutboxRow>> DeadAsync(string? connector, string? fault, long? after, int limit, CancellationToken cancellationToken);

    [Get("/v1/dead/{id}")]
    Task<OutboxRow> DeadRowAsync(long id, CancellationToken cancellationToken);

    [Post("/v1/dead/{id}/retry")]
    Task<RetryResult> RetryDeadRowAsync(long id, CancellationToken cancellationToken);

    [Post("/v1/dead/retry")]
    Task<RetryResult> RetryDeadAsync([Body] RetryDeadRequest request, CancellationToken cancellationToken);

    [Post("/v1/reconciliations")]
    Task<ReconciliationView> StartReconciliationAsync([Body] StartReconciliationRequest request, CancellationToken cancellationToken);

    [Get("/v1/reconciliations")]
    Task<Page<ReconciliationView>> ReconciliationsAsync(long? after, int limit, CancellationToken cancellationToken);

    [Get("/v1/reconciliations/{id}")]
    Task<ReconciliationView> ReconciliationAsync(long id, CancellationToken cancellationToken);

    [Get("/v1/reconciliations/{id}/differences")]
    Task<Page<DifferenceView>> DifferencesAsync(long id, long? after, int limit, CancellationToken cancellationToken);
}
