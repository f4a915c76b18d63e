using IntegrationHub.Connectors;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Bench.Source;

/// <summary>The real connector of the licence feed, set up as the hub's is, for whoever reads without a hub.</summary>
internal sealed class LicenceConnector : IAsyncDisposable
{
    public const string Id = "driving-licences";
    public const int PageSize = 1000;

    private readonly ServiceProvider services;

    public LicenceConnector(Uri source, LicenceCalendar calendar)
    {
        var module = ConnectorCatalog.All.Single(module => module.Manifest.Id == Id);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Settings(source, calendar, password: $"env:{PasswordName}")).Build();
        var registered = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging();
        Environment.SetEnvironmentVariable(PasswordName, "bench");
        if (module.Register(registered, settings.GetSection($"Connectors:{Id}")) is [var problem, ..])
            throw new BenchException($"the connector's settings are wrong: {problem}");
        services = registered.BuildServiceProvider();
        Manifest = module.Manifest;
    }

    /// <summary>Where the password stands, which the source does not look at.</summary>
    public static string PasswordName => "BENCH_PASSWORD";

    public ConnectorManifest Manifest { get; }

    public ISourceConnector Connector => services.GetRequiredKeyedService<ISourceConnector>(Id);

    public static Dictionary<string, string?> Settings(Uri source, LicenceCalendar calendar, string password) => new()
    {
        [$"Connectors:{Id}:Address"] = source.ToString(),
        [$"Connectors:{Id}:Username"] = SourceServer.User,
        [$"Connectors:{Id}:Password"] = password,
        [$"Connectors:{Id}:Agency"] = SourceServer.Agency,
        [$"Connectors:{Id}:StartDate"] = calendar.First.ToString("O", null),
        [$"Connectors:{Id}:WindowDays"] = $"{LicenceCalendar.WindowDays}",
        [$"Connectors:{Id}:PageSize"] = $"{PageSize}",
        [$"Connectors:{Id}:Lag"] = "7.00:00:00",
    };

    /// <summary>Every page, one after the other, as a run of the hub reads them.</summary>
    public async IAsyncEnumerable<SourcePage> PagesAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (Position? from = null; ;)
        {
            var read = await Connector.ReadAsync(from, cancellationToken);
            if (!read.Succeeded(out var page, out var fault))
                throw new BenchException($"the source cannot be read: {fault.Message}");
            yield return page;
            if (!page.HasMore)
                yield break;
            from = page.Next;
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
