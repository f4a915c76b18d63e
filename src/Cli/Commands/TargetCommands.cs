using System.CommandLine;

namespace IntegrationHub.Cli.Commands;

internal static class TargetCommands
{
    public static Command Create(GlobalOptions globals) => new("target", "The settlement system.")
    {
        Status(globals),
        Resume(globals),
    };

    private static Command Status(GlobalOptions globals) =>
        Parts.Verb("status", "Whether it answers, and what is sent to it.")
            .Runs(globals, async (session, _, cancellationToken) =>
            {
                var target = (await session.Api.StatusAsync(cancellationToken)).Target;
                session.Show(target, table => table.Facts(
                    ("settlement system", TargetWords.State(target)),
                    ("sending", TargetWords.Sending(target)),
                    ("retries", TargetWords.Retries(target)),
                    ("calls", TargetWords.Calls(target))));
                return ExitCodes.Ok;
            });

    private static Command Resume(GlobalOptions globals) =>
        Parts.Verb("resume", "Sign in again after it refused us, try all that waits, and let delivery go on.")
            .Runs(globals, async (session, _, cancellationToken) =>
            {
                var target = await session.Api.ResumeTargetAsync(cancellationToken);
                session.Show(target, table => table.Line($"settlement system: {target.State}. {target.Message}".TrimEnd()));
                return ExitCodes.Ok;
            });
}
