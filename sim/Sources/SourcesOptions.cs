using System.Globalization;
using IntegrationHub.Sim.Sources.Facts;

namespace IntegrationHub.Sim.Sources;

internal sealed record SourcesOptions(
    string State, Census Census, int Port = 0, int InFlight = 8, bool Live = false, bool DieWithParent = false,
    string? Hub = null, string LandSecret = "", string? GplxUser = null, string? GplxPassword = null)
{
    public const string Usage =
        "sim-sources --state DIR --dossiers N --seed S [--port P] [--bad-share 0.01] [--in-flight 8] [--live] [--die-with-parent]";

    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The options, or null when the command line does not make sense.</summary>
    public static SourcesOptions? Read(string[] arguments, Func<string, string?> environment)
    {
        var given = Pairs(arguments);
        if (given is null || !given.TryGetValue("--state", out var state)) return null;
        if (!Int(given, "--dossiers", null, out var dossiers)) return null;
        if (!long.TryParse(given.GetValueOrDefault("--seed"), CultureInfo.InvariantCulture, out var seed)) return null;
        if (!Int(given, "--port", 0, out var port) || !Int(given, "--in-flight", 8, out var inFlight)) return null;
        if (!double.TryParse(given.GetValueOrDefault("--bad-share", "0.01"), CultureInfo.InvariantCulture, out var bad)) return null;
        if (dossiers < 1 || inFlight < 1 || bad is < 0 or > 1) return null;
        return new(
            state, new(dossiers, seed, bad), port, inFlight, given.ContainsKey("--live"), given.ContainsKey("--die-with-parent"),
            environment("SIM_SOURCES_HUB"), environment("SIM_LAND_SECRET") ?? "", environment("SIM_GPLX_USER"),
            environment("SIM_GPLX_PASSWORD"));
    }

    private static Dictionary<string, string>? Pairs(string[] arguments)
    {
        string[] flags = ["--live", "--die-with-parent"];
        string[] values = ["--state", "--dossiers", "--seed", "--port", "--bad-share", "--in-flight"];
        var given = new Dictionary<string, string>();
        for (var i = 0; i < arguments.Length; i++)
            if (flags.Contains(arguments[i])) given[arguments[i]] = "";
            else if (values.Contains(arguments[i]) && i + 1 < arguments.Length) given[arguments[i]] = arguments[++i];
            else return null;
        return given;
    }

    private static bool Int(Dictionary<string, string> given, string name, int? otherwise, out int value)
    {
        value = otherwise ?? 0;
        return given.TryGetValue(name, out var text) ? int.TryParse(text, CultureInfo.InvariantCulture, out value) : otherwise is not null;
    }
}
