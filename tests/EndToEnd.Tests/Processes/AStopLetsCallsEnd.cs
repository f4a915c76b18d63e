using IntegrationHub.Demo.Processes;
using IntegrationHub.EndToEnd.Tests.Demo;
using IntegrationHub.EndToEnd.Tests.SourcesSimulator;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Processes;

/// <summary>SIGTERM to the real program, in the middle of a first load.</summary>
public sealed class AStopLetsCallsEnd : IAsyncLifetime
{
    private const int Workers = 4;
    private readonly TemporaryFolder folder = new();
    private HoldingTarget? target;
    private Child? hub;

    private HoldingTarget Target => target!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var sources = await RunningSources.StartAsync(dossiers: 1500, folder: Path.Combine(folder.Path, "sources"));
        await sources.AdvanceAsync();
        await sources.StopAsync();
        target = await HoldingTarget.StartAsync();
    }

    [Fact]
    public async Task Calls_under_way_are_acknowledged_and_none_is_begun()
    {
        await ServeAsync(drain: "00:00:30");
        var stop = hub!.StopAsync();
        await Eventually.TrueAsync(IsDeafAsync);

        Target.Answer();
        (await stop).ShouldBeNull();

        Target.Writes.ShouldBe(Workers);
        Target.Dossiers.Count.ShouldBeGreaterThan(0);
        Ledger("select count(*) from attempt where ended_at is null").ShouldBe(0);
        Ledger("select count(*) from attempt where outcome = 'known'").ShouldBe(Workers);
        Ledger("select count(*) from outbox where state = 1").ShouldBe(Target.Dossiers.Count);
        Ledger("select count(*) from outbox where state = 0").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Calls_that_outlast_the_drain_time_are_closed_as_unknown()
    {
        await ServeAsync(drain: "00:00:01");

        (await hub!.StopAsync()).ShouldBeNull();

        Ledger("select count(*) from attempt where ended_at is null").ShouldBe(0);
        Ledger("select count(*) from outbox where state = 0 and fault = 'UnknownOutcome'").ShouldBeGreaterThan(0);
        Ledger("select count(*) from outbox where state <> 0").ShouldBe(0);
    }

    private async Task ServeAsync(string drain)
    {
        var start = Programs.Server(["serve", "--listen", "http://127.0.0.1:0", .. Settings(drain).SelectMany(s => (string[])["--set", s])]);
        start.Environment["HUB_SETTLEMENT_PASSWORD"] = "generated for this test";
        hub = await Child.StartAsync("hub-server", start, folder.Path, TimeSpan.FromSeconds(60), Cancelled);
        await Eventually.TrueAsync(() => Target.Writes == Workers);
    }

    private string[] Settings(string drain) =>
    [
        $"Hub:Store=sqlite:{Path.Combine(folder.Path, "hub.db")}", $"Hub:DrainTime={drain}", $"Hub:Workers={Workers}",
        $"Settlement:BaseAddress={Target.Address}", "Settlement:User=hub", "Settlement:Password=env:HUB_SETTLEMENT_PASSWORD",
        "Settlement:Agency=H40", $"Connectors:construction-permits:Database={Path.Combine(folder.Path, "sources", "construction.db")}",
        "Connectors:construction-permits:Schedule=0/1 * * * * ?",
    ];

    // It has heard the signal when it takes no more calls itself.
    private async Task<bool> IsDeafAsync()
    {
        using var http = new HttpClient();
        try
        {
            await http.GetAsync(new Uri(hub!.Address, "livez"), Cancelled);
            return false;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    private long Ledger(string query)
    {
        using var ledger = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "hub.db")};Mode=ReadOnly;Pooling=False");
        ledger.Open();
        using var command = ledger.CreateCommand();
        command.CommandText = query;
        return (long)command.ExecuteScalar()!;
    }

    public async ValueTask DisposeAsync()
    {
        if (hub is not null)
            await hub.DisposeAsync();
        if (target is not null)
            await target.DisposeAsync();
        folder.Dispose();
    }
}
