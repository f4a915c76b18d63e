using System.CommandLine;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Server.Settings;

namespace IntegrationHub.Server.Commands;

/// <summary>The options that say where the settings are; every verb has them.</summary>
internal sealed class SettingsArguments
{
    private readonly Option<FileInfo?> config = new("--config", "--settings") { Description = "Settings file, JSON: sections Hub, Settlement, Connectors.", HelpName = "FILE" };
    private readonly Option<string[]> set = new("--set") { Description = "One setting over file and environment; may be given again.", HelpName = "KEY=VALUE", Arity = ArgumentArity.OneOrMore, DefaultValueFactory = _ => [] };
    private readonly Option<string?> listen = new("--listen", "--urls") { Description = "Where to listen (Hub:Listen).", HelpName = "URL" };
    private readonly Option<string?> tokenFile = new("--token-file") { Description = "File with the API's token (Hub:TokenFile).", HelpName = "FILE" };

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
            yield return KeyValuePair.Create<string, string?>($"{Composition.HubSection}:{nameof(ServerOptions.Listen)}", url.TrimEnd('/'));
        if (arguments.GetValue(tokenFile) is { } file)
            yield return KeyValuePair.Create<string, string?>($"{Composition.HubSection}:{nameof(ServerOptions.TokenFile)}", file);
    }

    private IEnumerable<SettingProblem> Malformed(ParseResult arguments) =>
        arguments.GetValue(set)!.Where(pair => !pair.Contains('=')).Select(pair => new SettingProblem($"--set {pair}", "write KEY=VALUE, for example Hub:Workers=8."));
}
