using System.CommandLine;
using System.Text;
using IntegrationHub.Cli;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Cli;

public sealed class HelpIsApproved
{
    [Fact]
    public async Task The_help_of_every_verb_is_as_approved()
    {
        var all = new StringBuilder();
        foreach (var path in Paths([], HubCommand.Create(TimeProvider.System)))
        {
            var help = await Invocation.RunAsync([.. path, "--help"]);
            help.ExitCode.ShouldBe(0);
            all.Append("$ hub ").AppendJoin(' ', [.. path, "--help"]).Append('\n').Append(Tidy(help.Output)).Append("\n\n");
        }

        Approved.Match("tests/EndToEnd.Tests/Cli/help.approved.txt", all.ToString().TrimEnd() + "\n");
    }

    private static IEnumerable<string[]> Paths(string[] path, Command command) =>
        command.Subcommands.SelectMany(c => Paths([.. path, c.Name], c)).Prepend(path);

    // The root is named after the program that runs it, which is the test's here.
    private static string Tidy(string help)
    {
        var lines = help.Replace(RootCommand.ExecutableName, "hub", StringComparison.Ordinal).Split('\n');
        return string.Join('\n', lines.Select(l => l.TrimEnd())).Trim();
    }
}
