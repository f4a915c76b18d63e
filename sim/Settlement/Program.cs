using System.Net;
using System.Text.Json;
using IntegrationHub.Sim.Settlement;
using IntegrationHub.Sim.Settlement.Control;
using IntegrationHub.Sim.Settlement.Faults;
using IntegrationHub.Sim.Settlement.Services;
using IntegrationHub.Sim.Settlement.Store;
using IntegrationHub.Sim.Settlement.Wire;

const long LargestBody = 64 << 20;

var accounts = Accounts.FromEnvironment();
var (options, problem) = Options.Parse(args);
if (options is null || accounts.Passwords.Count == 0)
{
    problem ??= "there is no account: set SIM_SETTLEMENT_ACCOUNTS=\"hub=SECRET1;counter=SECRET2\".";
    Console.Error.WriteLine($"sim-settlement: {problem}");
    Console.Error.WriteLine($"\n{Options.Usage}");
    return 2;
}

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders()
    .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
    .SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.Listen(IPAddress.Loopback, options.Port);
    kestrel.Limits.MaxRequestBodySize = LargestBody;
});
builder.Services
    .AddSingleton(options)
    .AddSingleton(accounts)
    .AddSingleton<Sessions>()
    .AddSingleton<Statistics>()
    .AddSingleton(_ => new Journal(options.State))
    .AddSingleton(services => new Ledger(services.GetRequiredService<Journal>(), options.Profile))
    .AddSingleton(new FaultSequence(options.Rates, options.Seed))
    .AddSingleton(new FaultSwitch(options.FaultsOn))
    .AddSingleton<FaultCounts>()
    .AddSingleton<FaultStriker>()
    .AddSingleton<StaffEdit>()
    .AddSingleton<AuthEndpoint>()
    .AddSingleton<ServiceEndpoint>()
    .AddPacketServices();
if (options.DiesWithParent)
    builder.Services.AddHostedService<ParentWatch>();

await using var app = builder.Build();
app.Services.GetRequiredService<Ledger>().Load();
app.MapPost("/auth", (RequestDelegate)app.Services.GetRequiredService<AuthEndpoint>().HandleAsync);
app.MapPost("/service", (RequestDelegate)app.Services.GetRequiredService<ServiceEndpoint>().HandleAsync);
app.MapControl();

await app.StartAsync();
Console.WriteLine(JsonSerializer.Serialize(new { listening = app.Urls.Single() }));
await app.WaitForShutdownAsync();
return 0;
