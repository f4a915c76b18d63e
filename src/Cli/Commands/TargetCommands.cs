using System.CommandLine;

namespace IntegrationHub.Cli.Commands;

internal static class TargetCommands
{
    public static Command Create(GlobalOptions globals) => new("target", "The settlement system.")
    {
        Resume(globals),
    };

    private static Command Resume(GlobalOptions globals) =>
        Parts.Verb("resume", "Sign in again after it refused us, and let delivery go on.")
            .Runs(globals, async (session, _, cancellationToken) =>
            {
                var target = await session.Api.ResumeTargetAsync(cancellationToken);
                session.Show(target, table => table.Line($"settlement system: {target.State}. {target.Message}".TrimEnd()));
                return ExitCodes.Ok;
            });
}
