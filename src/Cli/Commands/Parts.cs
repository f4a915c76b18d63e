using System.CommandLine;
using System.Globalization;

namespace IntegrationHub.Cli.Commands;

/// <summary>Arguments and options that several verbs share.</summary>
internal static class Parts
{
    private const int LongestWait = 86_400;

    public static Argument<string> ConnectorId() => new("connector") { Description = "The connector's id; see hub connector list." };

    public static Argument<long> Id(string what) => new("id") { Description = $"The id of the {what}." };

    public static Option<string?> Connector() => new("--connector") { Description = "Only of this connector.", HelpName = "ID" };

    public static Option<long?> After() => new("--after") { Description = "Go on after this id.", HelpName = "ID" };

    public static Argument<long?> OptionalId(string what) => new("id") { Description = what, Arity = ArgumentArity.ZeroOrOne };

    public static Option<int> Limit() =>
        new("--limit") { Description = "How many at most, 1-500.", HelpName = "N", DefaultValueFactory = _ => 50 };

    public static Option<double> Timeout()
    {
        var timeout = new Option<double>("--timeout")
        {
            Description = "How long to wait.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 600,
        };
        timeout.Validators.Add(given =>
        {
            if (given.Tokens is [var token] && IsNumber(token.Value, out var seconds) && seconds is not (>= 0 and <= LongestWait))
                given.AddError(FormattableString.Invariant($"--timeout takes 0 to {LongestWait} seconds, a day."));
        });
        return timeout;
    }

    private static bool IsNumber(string text, out double number) => double.TryParse(text, CultureInfo.InvariantCulture, out number);

    /// <summary>A verb with its arguments and options.</summary>
    public static Command Verb(string name, string description, params ReadOnlySpan<Symbol> parts)
    {
        var command = new Command(name, description);
        foreach (var part in parts)
        {
            if (part is Argument argument)
                command.Arguments.Add(argument);
            else if (part is Option option)
                command.Options.Add(option);
        }

        return command;
    }
}
