using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts.Api;

/// <summary>How the API's records are written as JSON: camelCase, absent instead of null; both sides use it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ApiProblem))]
[JsonSerializable(typeof(HubStatus))]
[JsonSerializable(typeof(HubActivity))]
[JsonSerializable(typeof(IReadOnlyList<ConnectorView>))]
[JsonSerializable(typeof(ConnectorDetail))]
[JsonSerializable(typeof(CheckResult))]
[JsonSerializable(typeof(PauseRequest))]
[JsonSerializable(typeof(StartRunRequest))]
[JsonSerializable(typeof(Page<RunView>))]
[JsonSerializable(typeof(RunDetail))]
[JsonSerializable(typeof(RecordPage))]
[JsonSerializable(typeof(RecordTrace))]
[JsonSerializable(typeof(Page<QuarantineEntry>))]
[JsonSerializable(typeof(QuarantineDetail))]
[JsonSerializable(typeof(RetryQuarantineRequest))]
[JsonSerializable(typeof(Page<OutboxRow>))]
[JsonSerializable(typeof(RetryDeadRequest))]
[JsonSerializable(typeof(RetryResult))]
[JsonSerializable(typeof(StartReconciliationRequest))]
[JsonSerializable(typeof(Page<ReconciliationView>))]
[JsonSerializable(typeof(Page<DifferenceView>))]
public sealed partial class HubApiJson : JsonSerializerContext;
