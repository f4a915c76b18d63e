using System.CommandLine;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Server.Settings;

namespace IntegrationHub.Server.Commands;

/// <summary>The options that say where the settings are; every verb has them.</summary>
internal sealed class SettingsArguments
{
    private const string ListenKey = $"{Composition.ServerSection}:{nameof(ServerOptions.Listen)}";
    private const string TokenFileKey = $"{Composition.ServerSection}:{nameof(ServerOptions.TokenFile)}";

    private readonly Option<FileInfo?> config = new("--config")
    {
        Description = $"Settings file, JSON: sections {string.Join(", ", Composition.Sections)}.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> set = new("--set")
    {
        Description = "One setting over file and environment; may be given again.",
        HelpName = "KEY=VALUE",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> listen = new("--listen") { Description = $"Where to listen ({ListenKey}).", HelpName = "URL" };

    private readonly Option<string?> tokenFile = new("--token-file")
    {
        Description = $"File with the API's token ({TokenFileKey}).",
        HelpName = "FILE",
    };

    public Command AddTo(Command command)
    {
        foreach (var option in (Option[])[config, set, listen, tokenFile])
            command.Options.Add(option);
        return command;
    }

    /// <summary>Reads the configuration and registers what it names.</summary>
    public Composition Compose(ParseResult arguments, IServiceCollection services)
    {
        var (configuration, problems) = ConfigurationReader.Read(arguments.GetValue(config)?.FullName, Overrides(arguments));
        return Composition.Add(services, configuration, [.. problems, .. Malformed(arguments)]);
    }

    private IEnumerable<KeyValuePair<string, string?>> Overrides(ParseResult arguments)
    {
        foreach (var pair in arguments.GetValue(set)!)
            if (pair.Split('=', 2) is [var key, var value])
                yield return KeyValuePair.Create<string, string?>(key, value);
        if (arguments.GetValue(listen) is { } url)
            yield return KeyValuePair.Create<string, string?>(ListenKey, url.TrimEnd('/'));
        if (arguments.GetValue(tokenFile) is { } file)
            yield return KeyValuePair.Create<string, string?>(TokenFileKey, file);
    }

    private IEnumerable<SettingProblem> Malformed(ParseResult arguments) =>
        from pair in arguments.GetValue(set)!
        where !pair.Contains('=')
        select new SettingProblem($"--set {pair}", "write KEY=VALUE, for example Hub:Workers=8.");
}
