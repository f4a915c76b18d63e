using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.Tests.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using WireMock.Server;

namespace IntegrationHub.Connectors.Tests.DrivingLicences;

/// <summary>The licence system on one of its days: answers from the connector's own <c>stubs/</c>.</summary>
internal sealed class LicenceSystem : IDisposable
{
    private readonly WireMockServer server = WireMockServer.Start();
    private readonly ServiceProvider provider;

    public LicenceSystem(string day, int pageSize = 500, TimeProvider? clock = null, TimeSpan? timeout = null)
    {
        server.ReadStaticMappings(Path.Combine(Repository.Connectors, "DrivingLicences", "stubs", day));
        if (!server.MappingModels.Any())
            throw new InvalidOperationException($"There is no such day: {day}.");

        Environment.SetEnvironmentVariable("HUB_TEST_GPLX_PASSWORD", "canary-password");
        var module = Bench.ModuleOf("DrivingLicences");
        var settings = Bench.Settings(
            module,
            ("Address", server.Url),
            ("Username", "hub"),
            ("Password", "env:HUB_TEST_GPLX_PASSWORD"),
            ("PageSize", $"{pageSize}"),
            ("Timeout", $"{timeout ?? TimeSpan.FromSeconds(5)}"));
        provider = Bench.Register(module, settings, clock: clock, others: WithStubbedDates());
        Connector = provider.GetRequiredKeyedService<ISourceConnector>(module.Manifest.Id);
    }

    public ISourceConnector Connector { get; }

    public int SignIns => Calls("/gplx/api/login").Count;

    /// <summary>The lists asked for, as <c>first..last/page</c>.</summary>
    public IReadOnlyList<string> Lists =>
        [.. Calls("/gplx/api/DanhSachHoSo").Select(call => $"{call.GetProperty("ngayNhan1")}..{call.GetProperty("ngayNhan2")}/{call.GetProperty("trang")}")];

    public string Authority => new Uri(server.Url!).Authority;

    /// <summary>Nothing listens at its address any more.</summary>
    public void Leave() => server.Stop();

    /// <summary>Reads until there is no more.</summary>
    public async Task<(List<string> Keys, List<SourcePage> Pages)> ReadAllAsync(Position? from, CancellationToken stop)
    {
        var (keys, pages) = (new List<string>(), new List<SourcePage>());
        do
        {
            var page = (await Connector.ReadAsync(from, stop)).Succeeded(out var read, out var fault)
                ? read
                : throw new InvalidOperationException(fault.Message);
            keys.AddRange(page.Records.Select(record => record.Key));
            pages.Add(page);
            from = Position.Parse(page.Next.ToString());
        }
        while (pages[^1].HasMore && pages.Count < 100);
        return (keys, pages);
    }

    public void Dispose()
    {
        provider.Dispose();
        server.Dispose();
    }

    private static IServiceCollection WithStubbedDates() =>
        new ServiceCollection().ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new StubbedDate()));

    private List<JsonElement> Calls(string path) =>
        [.. server.LogEntries.Where(entry => entry.RequestMessage?.Path == path).Select(entry => JsonDocument.Parse(entry.RequestMessage!.Body!).RootElement)];

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
