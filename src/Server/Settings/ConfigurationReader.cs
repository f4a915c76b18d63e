using System.Text.Json;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Server.Settings;

/// <summary>Reads the configuration: a JSON file, over it the environment (<c>HUB__STORE</c>), over it the command line.</summary>
internal static class ConfigurationReader
{
    /// <summary>Reads it. A file that is not there or not JSON is a problem, as any other.</summary>
    public static (IConfigurationRoot Configuration, IReadOnlyList<SettingProblem> Problems) Read(
        string? file, IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        var problems = new List<SettingProblem>();
        var builder = new ConfigurationBuilder();
        if (file is not null && Stream(file, problems) is { } stream)
            builder.AddJsonStream(stream);
        builder.AddInMemoryCollection(LastOfEach(FromEnvironment())).AddInMemoryCollection(LastOfEach(overrides));
        try
        {
            return (builder.Build(), problems);
        }
        catch (Exception notJson) when (notJson is FormatException or JsonException)
        {
            problems.Add(new(file!, $"is not a JSON object: {notJson.Message}"));
            return (new ConfigurationBuilder().Build(), problems);
        }
    }

    private static MemoryStream? Stream(string file, List<SettingProblem> problems)
    {
        try
        {
            return new(File.ReadAllBytes(file));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(file, "the settings file cannot be read; name another with --config, or mend its path and rights."));
            return null;
        }
    }

    // HUB__STORE and Hub__Store are two variables and one setting; of options, the one further right.
    private static Dictionary<string, string?> LastOfEach(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var last = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in settings)
            last[key] = value;
        return last;
    }

    // Only what begins with one of our sections, so that an unknown key is ours and not the machine's.
    private static IEnumerable<KeyValuePair<string, string?>> FromEnvironment() =>
        from System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables()
        let key = ((string)variable.Key).Replace("__", ":", StringComparison.Ordinal)
        where Array.Exists(Composition.Sections, s => key.StartsWith($"{s}:", StringComparison.OrdinalIgnoreCase))
        select KeyValuePair.Create(key, (string?)variable.Value);
}
