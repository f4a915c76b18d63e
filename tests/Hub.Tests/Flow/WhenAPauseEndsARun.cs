using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenAPauseEndsARun : IDisposable
{
    private readonly TestHub hub = new();
    private readonly Lines log = new();

    [Fact]
    public async Task The_log_says_that_it_is_not_through()
    {
        var source = hub.Source();
        source.PageSize = 1;
        for (var i = 0; i < 3; i++)
            source.Add($"k{i}", Make.Day.AddSeconds(i), Make.Dossier($"H40.13-260302-{i:D4}"));
        source.AfterReading = async _ => await hub.Get<IHubControl>().PauseAsync("alpha", "maintenance", default);
        await RunAsync();
        source.AfterReading = _ => Task.CompletedTask;
        await hub.Get<IHubControl>().ResumeAsync("alpha", default);
        await RunAsync();

        log.All.ShouldBe(["Run 1 of alpha ended: paused midway", "Run 2 of alpha ended: completed"]);
    }

    [Fact]
    public async Task A_release_meanwhile_is_through()
    {
        var source = hub.Source();
        source.PageSize = 1;
        source.Add("k0", Make.Day, Make.Rejected("test-code"));
        source.Add("k1", Make.Day.AddSeconds(1), Make.Dossier("H40.13-260302-0001"));
        source.AfterReading = async _ => await hub.Get<IHubControl>().PauseAsync("alpha", "maintenance", default);
        await RunAsync();
        await hub.PlantAsync("update quarantine set due_at = 0");
        (await Collector.ReleaseDueAsync(new(), default)).Tried.ShouldBe(1);

        log.All[^1].ShouldBe("Run 2 of alpha ended: completed");
    }

    private Collector Collector => ActivatorUtilities.CreateInstance<Collector>(hub.Get<IServiceProvider>(), log);

    private async Task RunAsync()
    {
        (await (await Collector.TryBeginAsync(hub.Get<Sources>().Find("alpha")!, "test", default)).ShouldNotBeNull().Done).ShouldBeNull();
    }

    public void Dispose() => hub.Dispose();

    private sealed class Lines : ILogger<Collector>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add(formatter(state, exception));
    }
}
