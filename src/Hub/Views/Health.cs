using System.Globalization;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Hub.Views;

/// <summary>How a connector is, and whether that needs a person. Pure, so that API, status page and CLI say the same.</summary>
internal static class Health
{
    public const string Healthy = "healthy";
    public const string Running = "running";
    public const string Recovering = "recovering";
    public const string NeedsAction = "needsAction";
    public const string Paused = "paused";
    public const string NeverRun = "neverRun";

    // These do not pass by themselves.
    private static readonly string[] NeedsPerson = ["AuthRefused", "Drift", "Rejected"];

    /// <summary>The worst first.</summary>
    public static (string Health, string Reason) Of(RegisteredConnector connector, StreamRow? stream, ConnectorTotals totals, long quarantineOpen, bool running) =>
        (connector.Configured, stream) switch
        {
            (false, _) => (NeedsAction, $"Its settings are wrong: {string.Join(" ", connector.Problems)}"),
            (_, { PausedAt: { } at }) => (Paused, $"Paused since {at:u}: {stream.PausedReason ?? "no reason given"}"),
            (_, { Fault: { } fault }) when NeedsPerson.Contains(fault) => (NeedsAction, $"{fault}: {stream.FaultMessage}"),
            _ when totals.Dead > 0 => (NeedsAction, Say($"{totals.Dead} deliveries failed for good; look with: hub dead list --connector {connector.Id}")),
            (_, { Fault: { } fault }) => (Recovering, Say($"{fault} ({stream!.Failures} runs in a row): {stream.FaultMessage} It tries again by itself.")),
            _ when quarantineOpen > 0 => (NeedsAction, Say($"{quarantineOpen} records wait in quarantine; look with: hub quarantine list --connector {connector.Id}")),
            _ when running => (Running, ""),
            (_, null or { ReadAt: null }) when totals.Read == 0 => (NeverRun, "It has not run yet."),
            _ => (Healthy, ""),
        };

    public static HealthCounts Count(IReadOnlyCollection<ConnectorView> connectors)
    {
        int Of(params string[] states) => connectors.Count(c => states.Contains(c.Health));
        return new(Of(Healthy, Running), Of(Recovering), Of(NeedsAction), Of(Paused), Of(NeverRun));
    }

    public static string Sentence(HealthCounts counts, int connectors, bool balanced, TargetStatus target)
    {
        var parts = new List<string>();
        if (!balanced)
            parts.Add("The ledger does not balance: run hub-server doctor --invariants");
        if (target.State is TargetStates.Mismatch or TargetStates.Refused)
            parts.Add($"Delivery is stopped ({target.State}): {target.Message}");
        if (target.State is TargetStates.Unreachable)
            parts.Add("The settlement system does not answer; delivery goes on by itself");
        if (connectors == 0)
            parts.Add("No connector is configured");
        else if (counts.Healthy == connectors && parts.Count == 0)
            parts.Add(Say($"All is well: {connectors} of {connectors} connectors healthy"));
        else
            parts.AddRange(Counted(counts, connectors));
        return string.Join(" · ", parts);
    }

    private static IEnumerable<string> Counted(HealthCounts counts, int connectors)
    {
        if (counts.NeedsAction > 0)
            yield return Say($"{counts.NeedsAction} of {connectors} connectors need action");
        if (counts.Recovering > 0)
            yield return Say($"{counts.Recovering} recovering by itself");
        if (counts.Paused > 0)
            yield return Say($"{counts.Paused} paused");
        if (counts.NeverRun > 0)
            yield return Say($"{counts.NeverRun} not run yet");
        if (counts.Healthy > 0)
            yield return Say($"{counts.Healthy} healthy");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A row of the table <c>stream</c>.</summary>
internal sealed record StreamRow
{
    public required string Connector { get; init; }

    public string? Watermark { get; init; }

    public string? Position { get; init; }

    public DateTimeOffset? PausedAt { get; init; }

    public string? PausedReason { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    public string? Fault { get; init; }

    public string? FaultMessage { get; init; }

    public int Failures { get; init; }

    public static StreamRow From(Row row) => new()
    {
        Connector = row.Text("connector"),
        Watermark = row.TextOrNull("watermark"),
        Position = row.TextOrNull("position"),
        PausedAt = row.TimeOrNull("paused_at"),
        PausedReason = row.TextOrNull("paused_reason"),
        ReadAt = row.TimeOrNull("read_at"),
        Fault = row.TextOrNull("fault"),
        FaultMessage = row.TextOrNull("fault_message"),
        Failures = row.Int("failures"),
    };
}
