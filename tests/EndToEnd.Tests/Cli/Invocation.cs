using IntegrationHub.Cli;
using IntegrationHub.EndToEnd.Tests.Api.Support;

namespace IntegrationHub.EndToEnd.Tests.Cli;

/// <summary>What one call of <c>hub</c> gave.</summary>
internal sealed record Invocation(int ExitCode, string Output, string Error)
{
    public static Task<Invocation> RunAsync(params string[] arguments) => RunAsync(arguments, CancellationToken.None);

    /// <summary>Against a hub, with its token.</summary>
    public static Task<Invocation> RunAsync(TestHub hub, params string[] arguments) => RunAsync(hub, CancellationToken.None, arguments);

    /// <summary>Against a hub, interrupted when the token says so.</summary>
    public static async Task<Invocation> RunAsync(TestHub hub, CancellationToken interrupt, params string[] arguments)
    {
        var token = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(token, TestHub.Token, CancellationToken.None);
            return await RunAsync([.. arguments, "--server", hub.Address, "--token-file", token], interrupt);
        }
        finally
        {
            File.Delete(token);
        }
    }

    private static async Task<Invocation> RunAsync(string[] arguments, CancellationToken interrupt)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await HubCommand.RunAsync(arguments, output, error, new LeapingClock(), interrupt);
        return new(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
