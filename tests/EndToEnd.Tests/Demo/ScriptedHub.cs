using System.Net.Http.Json;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Demo;
using IntegrationHub.Demo.Wire;
using IntegrationHub.EndToEnd.Tests.Api.Support;
using IntegrationHub.EndToEnd.Tests.Cli;

namespace IntegrationHub.EndToEnd.Tests.Demo;

/// <summary>A hub and sources that answer as a test writes it: one wave, one connector, nothing at the target.</summary>
internal sealed class ScriptedHub : HttpMessageHandler
{
    private static readonly HubActivity Quiet = new(0, 0, 0, 0, false, 0, 0, 0, Idle: true);

    public RunView Run { get; set; } = Samples.Run;

    public bool Busy { get; set; }

    public ConnectorView Connector { get; set; } = Samples.Connector;

    public ReconciliationView Reconciliation { get; set; } = Samples.Reconciliation with { Repairs = 0 };

    public HubActivity Activity { get; set; } = Quiet;

    public SourcesControl.Push Push { get; set; } = new(0, 0, 0, 0);

    public HubStatus Status { get; set; } = Samples.Status with { Balanced = true, Connectors = [] };

    public int Reconciliations { get; private set; }

    public Once Once(ScriptedTarget? target = null) => new(Parts(target ?? new ScriptedTarget().Holding()), new LeapingClock());

    private Parts Parts(ScriptedTarget target)
    {
        var http = new HttpClient(this) { BaseAddress = new("http://hub.example/") };
        return new(new HubApi(http), new SourcesControl(http), target.Client(), new(true, 1, 1), WithLandRegistry: true);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult((request.Method.Method, request.RequestUri!.AbsolutePath) switch
        {
            ("GET", "/sim/status") => Json(new SourcesControl.Status(1, 3, 3, 0, 0, 0, 1, 0)),
            ("POST", "/sim/callbacks") => Json(Push),
            ("GET", "/sim/truth") => new() { Content = new StringContent("") },
            ("GET", "/v1/connectors") => Json<IReadOnlyList<ConnectorView>>([Connector]),
            ("POST", "/v1/runs") => Busy ? new(System.Net.HttpStatusCode.Conflict) : Json(Run),
            ("GET", "/v1/activity") => Json(Activity),
            ("GET", "/v1/status") => Json(Status),
            ("GET", "/v1/quarantine") => Json(new Page<QuarantineEntry>([], null)),
            ("GET", "/v1/dead") => Json(new Page<OutboxRow>([], null)),
            ("POST", "/v1/reconciliations") => Started(),
            ("GET", var path) when path.StartsWith("/v1/reconciliations/", StringComparison.Ordinal) => Json(Reconciliation),
            _ => Json(new RunDetail(Run, [], new(0, 0, 0, 0))),
        });

    private HttpResponseMessage Started()
    {
        Reconciliations++;
        return Json(Reconciliation);
    }

    private static HttpResponseMessage Json<T>(T value) => new() { Content = JsonContent.Create(value) };
}
