using System.Diagnostics;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

public sealed class CommandLineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--state is missing.", "hub=secret")]
    [InlineData("--state needs a value.", "hub=secret", "--state")]
    [InlineData("there is no option '--sate'.", "hub=secret", "--sate", "x")]
    [InlineData("'maybe' is no value for --faults.", "hub=secret", "--state", "x", "--faults", "maybe")]
    [InlineData("'hml=0.1' is no value for --rate.", "hub=secret", "--state", "x", "--rate", "hml=0.1")]
    [InlineData("there is no account: set SIM_SETTLEMENT_ACCOUNTS=\"hub=SECRET1;counter=SECRET2\".", "", "--state", "x")]
    public async Task A_wrong_command_line_is_told_by_the_option_that_is_wrong(string sentence, string accounts, params string[] options)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "sim-settlement.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. options]) { RedirectStandardError = true };
        start.Environment["SIM_SETTLEMENT_ACCOUNTS"] = accounts;

        using var process = Process.Start(start).ShouldNotBeNull();
        try
        {
            var said = await process.StandardError.ReadToEndAsync(Cancelled).WaitAsync(Patience, Cancelled);
            await process.WaitForExitAsync(Cancelled).WaitAsync(Patience, Cancelled);

            process.ExitCode.ShouldBe(2);
            said.ShouldStartWith($"sim-settlement: {sentence}\n");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();   // it took the wrong command line, and serves
        }
    }
}
