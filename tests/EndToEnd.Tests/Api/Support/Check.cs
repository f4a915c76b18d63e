using IntegrationHub.Server.Commands;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api.Support;

/// <summary>What <c>hub-server check</c> says to settings.</summary>
internal static class Check
{
    /// <summary>What a server cannot be without.</summary>
    public static readonly string[] Target =
        ["Settlement:BaseAddress=https://tthc.example/", "Settlement:User=hub", "Settlement:Agency=H40", "Settlement:Password=env:PATH"];

    public static Task<(int ExitCode, string Said)> SettingsAsync(params string[] settings) =>
        RunAsync(["check", .. settings.SelectMany(s => (string[])["--set", s])]);

    public static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        var invocation = HubServerCommand.Create().Parse(arguments);
        var exitCode = await invocation.InvokeAsync(new() { Output = output, Error = output }, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString());
    }
}
