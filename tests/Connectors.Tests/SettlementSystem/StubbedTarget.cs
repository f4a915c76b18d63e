using System.Globalization;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.SettlementSystem;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using WireMock.Server;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>The settlement system on one of its days: answers from the connector's own <c>stubs/</c>.</summary>
internal sealed class StubbedTarget : IDisposable
{
    private readonly WireMockServer server = WireMockServer.Start();
    private readonly ServiceProvider provider;

    public StubbedTarget(string day)
    {
        server.ReadStaticMappings(Path.Combine(Repository.Connectors, "SettlementSystem", "stubs", day));
        server.MappingModels.ShouldNotBeEmpty($"There is no such day: {day}.");

        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time).AddLogging();
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new StubbedDate()));
        SettlementModule.Register(services, Rig.Section(("BaseAddress", $"{server.Url}/adapter"))).ShouldBeEmpty();
        provider = services.BuildServiceProvider();
    }

    public PausingClock Time { get; } = new(new(2026, 3, 4, 3, 0, 0, TimeSpan.Zero));

    public ITarget Target => provider.GetRequiredService<ITarget>();

    /// <summary>The calls to <c>auth</c>.</summary>
    public int SignIns => server.LogEntries.Count(entry => entry.RequestMessage?.Path == "/adapter/auth");

    public void Dispose()
    {
        provider.Dispose();
        server.Dispose();
    }

    /// <summary>WireMock.Net writes its own Date; the stub's stands in X-Stub-Date.</summary>
    private sealed class StubbedDate : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("X-Stub-Date", out var dates))
                response.Headers.Date = DateTimeOffset.Parse(dates.Single(), CultureInfo.InvariantCulture);
            return response;
        }
    }
}
