using System.Collections.Concurrent;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.SettlementSystem;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>The hub's target connector, wired as the server wires it, before a scripted target and under a clock that only tests move.</summary>
internal sealed class Rig : IAsyncDisposable
{
    public const string Password = "mat-khau-khong-ai-duoc-thay";
    private readonly ServiceProvider provider;

    private Rig(ScriptedTarget server, ServiceProvider provider, PausingClock time, Lines log) =>
        (Server, this.provider, Time, Log) = (server, provider, time, log);

    public ScriptedTarget Server { get; }

    public PausingClock Time { get; }

    public Lines Log { get; }

    public ITarget Target => provider.GetRequiredService<ITarget>();

    public TargetCounters Counters => provider.GetRequiredService<TargetCounters>();

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Rig> StartAsync(params (string Key, string Value)[] settings)
    {
        var server = await ScriptedTarget.StartAsync();
        return Before(server, [("BaseAddress", server.Address.ToString()), .. settings]);
    }

    public static Rig Before(ScriptedTarget server, params (string Key, string Value)[] settings)
    {
        var time = new PausingClock(new(2026, 7, 1, 1, 0, 0, TimeSpan.Zero));
        var log = new Lines();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time).AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        SettlementModule.Register(services, Section(settings)).ShouldBeEmpty();
        return new(server, services.BuildServiceProvider(), time, log);
    }

    public static IConfigurationSection Section(params (string Key, string Value)[] settings)
    {
        Environment.SetEnvironmentVariable("RIG_SETTLEMENT_PASSWORD", Password);
        var all = new Dictionary<string, string?>
        {
            ["Settlement:User"] = "hub",
            ["Settlement:Password"] = "env:RIG_SETTLEMENT_PASSWORD",
            ["Settlement:Agency"] = "000.00.00.H40",
            ["Settlement:AttemptTimeout"] = "00:10:00",
        };
        foreach (var (key, value) in settings)
            all[$"Settlement:{key}"] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(all).Build().GetSection("Settlement");
    }

    public static DossierItem Dossier(string number, long version = 7, WriteMode mode = WriteMode.Upsert) =>
        new(number, version, $$"""{"MaHoSo":"{{number}}","ChuHoSo":"NGUYỄN VĂN MẪU","TrangThaiHoSo":"2"}""", mode, "driving-licences");

    public static ProgressItem Row(string number, int step) => new(number, $$"""{"MaHoSo":"{{number}}","NoiDungXuLy":"buoc {{step}}"}""");

    /// <summary>Waits for work that pauses, moving the clock over each pause.</summary>
    public Task<T> FinishAsync<T>(Task<T> work) => Time.FinishAsync(work, Token);

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        await Server.DisposeAsync();
    }
}

/// <summary>Keeps what is logged.</summary>
internal sealed class Lines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
