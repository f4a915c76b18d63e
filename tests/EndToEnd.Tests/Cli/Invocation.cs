using IntegrationHub.Cli;
using IntegrationHub.EndToEnd.Tests.Api.Support;

namespace IntegrationHub.EndToEnd.Tests.Cli;

/// <summary>What one call of <c>hub</c> gave.</summary>
internal sealed record Invocation(int ExitCode, string Output, string Error)
{
    public static async Task<Invocation> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await HubCommand.RunAsync(arguments, output, error);
        return new(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>Against a hub, with its token.</summary>
    public static async Task<Invocation> RunAsync(TestHub hub, params string[] arguments)
    {
        var token = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(token, TestHub.Token);
            return await RunAsync([.. arguments, "--server", hub.Address, "--token-file", token]);
        }
        finally
        {
            File.Delete(token);
        }
    }
}
