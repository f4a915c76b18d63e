using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using IntegrationHub.Demo.Processes;
using IntegrationHub.Demo.Wire;

namespace IntegrationHub.Demo;

/// <summary>The simulators and the hub as running programs, and the clients to talk to them.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    public const string LandRegistry = "land-registry";
    private const int UsualPort = 8088;
    private static readonly TimeSpan ToStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ToAnswer = TimeSpan.FromSeconds(60);
    private readonly List<Child> children = [];
    private readonly Deaths deaths = new();
    private readonly Options options;
    private readonly StateFolder state;
    private readonly Account hubAccount;
    private readonly Account auditorAccount;
    private readonly Account? counterAccount;
    private Child? hubServer;

    private Deployment(Options options, StateFolder state)
    {
        (this.options, this.state) = (options, state);
        if (options.Settlement is null)
        {
            hubAccount = Account.Invented("hub");
            counterAccount = Account.Invented("counter");
            auditorAccount = Account.Invented("auditor");
        }
        else
        {
            hubAccount = Account.FromEnvironment("HUB_SETTLEMENT_USER", "HUB_SETTLEMENT_PASSWORD")
                ?? throw new DemoException(
                    "--settlement needs the hub's account there: set HUB_SETTLEMENT_USER and HUB_SETTLEMENT_PASSWORD.");
            (counterAccount, auditorAccount) = (Account.FromEnvironment("HUB_COUNTER_USER", "HUB_COUNTER_PASSWORD"), hubAccount);
        }
    }

    public bool WithLandRegistry => counterAccount is not null;
    public Abilities Target { get; private set; } = Abilities.Basic;
    public ServiceClient Auditor { get; private set; } = null!;
    public SourcesControl Sources { get; private set; } = null!;
    public HubApi Hub { get; private set; } = null!;
    public Uri HubAddress => hubServer!.Address;
    public string TokenFile => Path.Combine(state.Hub, "api-token");
    public double HubPeakMemoryMiB => hubServer!.PeakMemoryMiB();

    public Parts Parts => new(Hub, Sources, Auditor, Target, WithLandRegistry, Simulated: options.Settlement is null);

    /// <summary>Starts target, sources and hub, in the order in which they need each other's addresses.</summary>
    public static async Task<Deployment> StartAsync(Options options, StateFolder state, CancellationToken cancellationToken)
    {
        var deployment = new Deployment(options, state);
        try
        {
            return await deployment.UnlessOneDiesAsync(deployment.StartAllAsync, cancellationToken);
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does the work; the death of one of the programs ends it at once.</summary>
    public Task<T> UnlessOneDiesAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        deaths.UnlessOneDiesAsync(work, cancellationToken);

    private async Task<Deployment> StartAllAsync(CancellationToken cancellationToken)
    {
        var settlement = options.Settlement ?? (await StartSettlementAsync(cancellationToken)).Address;
        if (options.Settlement is not null)
            Talk.Say(
                $"a target of its own: the comparer reads it with the hub's account '{auditorAccount.User}'"
                + (options.Faults ? "; what faults it has are its own affair" : ""));
        if (settlement is { Scheme: "http", IsLoopback: false })
            Talk.Say($"careful: {settlement} is plain http: passwords and dossiers travel readable");
        Auditor = new ServiceClient(Client(settlement, ToAnswer), auditorAccount);
        Target = await Abilities.AskAsync(Auditor, options.Profile, cancellationToken);
        Talk.Say($"settlement system {settlement} speaks the {(Target.Extended ? "extended" : "basic")} profile");

        var (landSecret, gplxPassword) = (Secret.New(), Secret.New());
        var sources = await StartSourcesAsync(landSecret, gplxPassword, cancellationToken);
        Sources = new SourcesControl(Client(sources.Address));
        await WriteBaseAsync(settlement, cancellationToken);

        hubServer = await StartHubAsync(settlement, sources.Address, landSecret, gplxPassword, cancellationToken);
        var hub = Client(hubServer.Address);
        hub.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", (await File.ReadAllTextAsync(TokenFile, cancellationToken)).Trim());
        Hub = new HubApi(hub);
        await Sources.TellHubAsync(hubServer.Address, cancellationToken);
        return this;
    }

    private Task<Child> StartSettlementAsync(CancellationToken cancellationToken)
    {
        var start = Programs.Settlement(
            "--state", state.Settlement, "--profile", options.Profile == "basic" ? "basic" : "extended", "--port", "0",
            "--seed", Text(options.Seed), "--faults", options.Faults ? "on" : "off",
            "--fault-accounts", hubAccount.User, "--die-with-parent");
        foreach (var argument in FaultRates.Arguments)
            start.ArgumentList.Add(argument);
        if (options.Faults)
            Talk.Say(FaultRates.Sentence);
        Account[] accounts = [hubAccount, counterAccount!, auditorAccount];
        start.Environment["SIM_SETTLEMENT_ACCOUNTS"] = string.Join(';', accounts.Select(account => $"{account.User}={account.Password}"));
        start.Environment["SIM_SETTLEMENT_MADONVI"] = string.Join(';', accounts.Select(account => $"{account.User}={Account.Unit}"));
        start.Environment["SIM_SETTLEMENT_AUDITS"] = $"{auditorAccount.User}={hubAccount.User}";
        return StartAsync("sim-settlement", start, cancellationToken);
    }

    private Task<Child> StartSourcesAsync(string landSecret, string gplxPassword, CancellationToken cancellationToken)
    {
        var start = Programs.Sources(
            "--state", state.Sources, "--dossiers", Text(options.Dossiers), "--seed", Text(options.Seed), "--port", "0",
            "--die-with-parent");
        if (!options.Once)
            start.ArgumentList.Add("--live");
        start.Environment[HubSettings.LandSecret] = landSecret;
        start.Environment["SIM_GPLX_USER"] = HubSettings.GplxUser;
        start.Environment[HubSettings.GplxPassword] = gplxPassword;
        return StartAsync("sim-sources", start, cancellationToken);
    }

    private Task<Child> StartHubAsync(
        Uri settlement, Uri sources, string landSecret, string gplxPassword, CancellationToken cancellationToken)
    {
        var settings = HubSettings.Write(options, state, settlement, hubAccount.User, sources, WithLandRegistry);
        var start = Programs.Server(
            "serve", "--config", settings, "--listen", $"http://127.0.0.1:{HubPort()}", "--token-file", TokenFile, "--die-with-parent");
        start.Environment[HubSettings.SettlementPassword] = hubAccount.Password;
        start.Environment[HubSettings.LandSecret] = landSecret;
        start.Environment[HubSettings.GplxPassword] = gplxPassword;
        return StartAsync("hub-server", start, cancellationToken);
    }

    /// <summary>Live, the hub listens where <c>hub</c> looks for it, if nobody else does; else anywhere.</summary>
    private int HubPort()
    {
        if (options.Once)
            return 0;
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, UsualPort);
            probe.Start();
            return UsualPort;
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private async Task<Child> StartAsync(string name, ProcessStartInfo start, CancellationToken cancellationToken)
    {
        var child = await Child.StartAsync(name, start, state.Logs, ToStart, cancellationToken);
        children.Add(child);
        deaths.Watch(child);
        Talk.Say($"{name} is process {child.Id} at {child.Address}");
        return child;
    }

    private async Task WriteBaseAsync(Uri settlement, CancellationToken cancellationToken)
    {
        if (counterAccount is null)
        {
            Talk.Say(
                "the land registry is left out: its base dossiers need a second account, "
                + "set HUB_COUNTER_USER and HUB_COUNTER_PASSWORD");
            return;
        }
        if (state.BaseIsWritten)
            return;
        using var counter = new ServiceClient(Client(settlement, ToAnswer), counterAccount);
        var written = await new BaseDossiers(counter, Target).WriteAsync(Sources.BaseAsync(cancellationToken), cancellationToken);
        state.MarkBaseWritten();
        Talk.Say($"the counter took in {written} dossiers for the land registry");
    }

    private static HttpClient Client(Uri address, TimeSpan? patience = null) =>
        new() { BaseAddress = address, Timeout = patience ?? Timeout.InfiniteTimeSpan };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Ends everything that it started, the hub first, and answers with the first that did not end well.</summary>
    public async Task<string?> StopAsync()
    {
        string? first = null;
        foreach (var child in Enumerable.Reverse(children))
        {
            if (await child.StopAsync() is not { } problem)
                continue;
            Talk.Say(problem);
            first ??= problem;
        }
        return first;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        foreach (var child in children)
            await child.DisposeAsync();
        Auditor?.Dispose();
    }
}
