using System.CommandLine;

namespace IntegrationHub.Cli;

/// <summary>The options that every verb has.</summary>
internal sealed class GlobalOptions(TimeProvider clock)
{
    public const string DefaultServer = "http://127.0.0.1:8088";
    public const string Table = "table";
    public const string Json = "json";

    /// <summary>What waiting goes by.</summary>
    public TimeProvider Clock => clock;

    public Option<string> Server { get; } = new("--server")
    {
        Description = "The server's address; else HUB_SERVER.",
        HelpName = "URL",
        Recursive = true,
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("HUB_SERVER") is { Length: > 0 } server ? server : DefaultServer,
    };

    public Option<FileInfo?> TokenFile { get; } = new("--token-file")
    {
        Description = "File with the API's token; else HUB_TOKEN, HUB_TOKEN_FILE, hub.token here, .demo/hub/api-token.",
        HelpName = "FILE",
        Recursive = true,
    };

    public Option<string> Output { get; } = new Option<string>("--output", "-o")
    {
        Description = "How to write the answer.",
        HelpName = "table|json",
        Recursive = true,
        DefaultValueFactory = _ => Table,
    }.AcceptOnlyFromAmong(Table, Json);

    public IEnumerable<Option> All => [Server, TokenFile, Output];
}
