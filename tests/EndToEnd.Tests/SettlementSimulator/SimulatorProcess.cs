using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

/// <summary>The real program on a free port, with a state folder that outlives it.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string[] options;
    private Process process = new();

    private SimulatorProcess(string state, string[] options)
    {
        State = state;
        this.options = options;
    }

    public string State { get; }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public string Journal => Path.Combine(State, "settlement.journal");

    public static async Task<SimulatorProcess> StartAsync(params string[] options)
    {
        var simulator = new SimulatorProcess(Directory.CreateTempSubdirectory("sim-settlement-").FullName, options);
        await simulator.StartAsync();
        return simulator;
    }

    public async Task<SettlementClient> SignInAsync(string account) =>
        await SettlementClient.SignInAsync(Address, account, $"secret-{account}");

    /// <summary>As a power cut would: nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        process.Dispose();
    }

    /// <summary>The gentle end: the program sees its standard input close.</summary>
    public async Task<int> CloseInputAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public async Task StartAsync()
    {
        process = Process.Start(Command()) ?? throw new InvalidOperationException("The simulator did not start.");
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(Patience, TestContext.Current.CancellationToken);
        using var said = JsonDocument.Parse(line ?? throw new InvalidOperationException("The simulator ended before it listened."));
        Address = new Uri(said.RootElement.GetProperty("listening").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
        Directory.Delete(State, recursive: true);
    }

    private ProcessStartInfo Command()
    {
        var command = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "sim-settlement.dll"), "--state", State, "--die-with-parent" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["SIM_SETTLEMENT_ACCOUNTS"] = "hub=secret-hub;counter=secret-counter;auditor=secret-auditor",
                ["SIM_SETTLEMENT_AUDITS"] = "auditor=hub",
                ["SIM_SETTLEMENT_MADONVI"] = "counter=H40.01",
            },
        };
        foreach (var option in options)
            command.ArgumentList.Add(option);
        return command;
    }
}
