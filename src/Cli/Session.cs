using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using IntegrationHub.Cli.Client;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Cli;

/// <summary>One invocation: the client, and how to write. Data goes to standard output, talk to standard error.</summary>
internal sealed class Session(IHubApi api, bool json, TextWriter output, TextWriter error, TimeProvider clock)
{
    private static readonly HubApiJson Readable = new(new JsonSerializerOptions(HubApiJson.Default.Options)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public IHubApi Api => api;

    /// <summary>Writes an answer in the form asked for.</summary>
    public void Show<T>(T answer, Action<TableWriter> asTable)
    {
        if (json)
            output.WriteLine(JsonSerializer.Serialize(answer, (JsonTypeInfo<T>)Readable.GetTypeInfo(typeof(T))!));
        else
            asTable(new TableWriter(output));
    }

    /// <summary>Waits for something at the server to end, at most so many seconds.</summary>
    public Task<T> WaitAsync<T>(Func<Task<T>> ask, Func<T, bool> done, double seconds, string what, CancellationToken cancellationToken) =>
        Waiting.UntilAsync(ask, done, TimeSpan.FromSeconds(seconds), what, clock, cancellationToken);

    public void Say(string line) => error.WriteLine(line);

    /// <summary>Says that a list goes on.</summary>
    public void SayMore(object? next)
    {
        if (next is { } after)
            Say(FormattableString.Invariant($"There is more: add --after {after}."));
    }
}

internal static class SessionActions
{
    /// <summary>What a verb does, with every way it may fail.</summary>
    public static Command Runs(this Command command, GlobalOptions globals, Func<Session, ParseResult, CancellationToken, Task<int>> act)
    {
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var (output, error) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
            try
            {
                var (api, services) = HubClient.Create(arguments, globals);
                await using (services)
                {
                    var json = arguments.GetValue(globals.Output) == GlobalOptions.Json;
                    return await act(new(api, json, output, error, globals.Clock), arguments, cancellationToken);
                }
            }
            catch (Exception failure)
            {
                if (Explain(failure, cancellationToken) is not { } known)
                    throw;
                error.WriteLine($"hub: {known.Message}");
                return known.ExitCode;
            }
        });
        return command;
    }

    private static CliException? Explain(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        CliException known => known,
        { InnerException: CliException known } => known,
        OperationCanceledException when cancellationToken.IsCancellationRequested => new(ExitCodes.Interrupted, "interrupted."),
        OperationCanceledException or TimeoutException =>
            new(ExitCodes.Timeout, "the server took too long; try again, or look at its log."),
        JsonException or Refit.ApiException =>
            new(ExitCodes.Error, "the server's answer cannot be read; compare its version (first line of its log) with: hub version"),
        _ => null,
    };
}
