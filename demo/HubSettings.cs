using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Demo;

/// <summary>The one settings file that the demo's hub runs on. Secrets are not in it: it refers to the environment.</summary>
internal static class HubSettings
{
    public const string StorePassword = "HUB_STORE_PASSWORD";
    public const string SettlementPassword = "HUB_SETTLEMENT_PASSWORD";
    public const string GplxPassword = "SIM_GPLX_PASSWORD";
    public const string GplxUser = "hub";
    public const string LandSecret = "SIM_LAND_SECRET";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>The outbox's waits, scaled from minutes and hours to seconds so that a demonstration of faults ends the same day.</summary>
    private static readonly string[] Waits = ["00:00:00.2", "00:00:00.5", "00:00:01", "00:00:02", "00:00:03", "00:00:05"];

    public static string Write(
        Options options, StateFolder state, Uri settlement, string settlementUser, Uri sources, bool withLandRegistry)
    {
        var settings = new JsonObject
        {
            ["Hub"] = new JsonObject
            {
                ["Store"] = options.Ledger ?? $"sqlite:{Path.Combine(state.Hub, "hub.db")}",
                ["Schedule"] = !options.Once,
                ["Backoff"] = new JsonArray([.. Waits.Select(wait => (JsonNode)wait)]),
                ["ReleaseEvery"] = "00:00:01",
                ["Workers"] = 8,
                ["ReconcileSchedule"] = "0 * * * * ?",
            },
            ["Settlement"] = new JsonObject
            {
                ["BaseAddress"] = settlement.ToString(),
                ["AllowPlainHttp"] = settlement is { Scheme: "http", IsLoopback: false },
                ["User"] = settlementUser,
                ["Password"] = $"env:{SettlementPassword}",
                ["Agency"] = Wire.Account.Unit,
                ["Profile"] = options.Profile,
                ["AttemptTimeout"] = "00:00:02",
            },
            ["Connectors"] = Connectors(state, sources, withLandRegistry),
        };
        if (Environment.GetEnvironmentVariable(StorePassword) is not null)
            settings["Hub"]!["StorePassword"] = $"env:{StorePassword}";
        var file = Path.Combine(state.Hub, "settings.json");
        File.WriteAllText(file, settings.ToJsonString(Readable));
        return file;
    }

    private static JsonObject Connectors(StateFolder state, Uri sources, bool withLandRegistry)
    {
        const string everyFiveSeconds = "0/5 * * * * ?";
        var connectors = new JsonObject
        {
            ["construction-permits"] = new JsonObject
            {
                ["Engine"] = "Sqlite",
                ["Database"] = Path.Combine(state.Sources, "construction.db"),
                ["Schedule"] = everyFiveSeconds,
            },
            ["driving-licences"] = new JsonObject
            {
                ["Address"] = sources.ToString(),
                ["Username"] = GplxUser,
                ["Password"] = $"env:{GplxPassword}",
                ["Schedule"] = everyFiveSeconds,
            },
        };
        if (withLandRegistry)
            connectors[Deployment.LandRegistry] = new JsonObject { ["Secret"] = $"env:{LandSecret}", ["Schedule"] = everyFiveSeconds };
        return connectors;
    }
}
