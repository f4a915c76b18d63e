using System.Globalization;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Hub.Views;

/// <summary>How a connector is, what put it there, and what to do.</summary>
internal sealed record Condition(string Health, string? Cause = null, string Reason = "");

/// <summary>Decides how a connector is and whether that needs a person; API, status page and CLI only repeat it.</summary>
internal static class Health
{
    // These do not pass by themselves.
    private static readonly HashSet<string> NeedPerson = [nameof(Fault.AuthRefused), nameof(Fault.Drift), nameof(Fault.Rejected)];

    /// <summary>The worst first.</summary>
    public static Condition Of(
        RegisteredConnector connector, StreamRow? stream, ConnectorTotals totals, long quarantineOpen, bool running) =>
        (connector.Configured, stream) switch
        {
            (false, _) => NeedsAction(HealthCauses.Settings, $"Its settings or its manifest are wrong: {string.Join(" ", connector.Problems)}"),
            (_, { PausedByHub: true }) => NeedsAction(HealthCauses.Fault, PausedByHub(connector.Id, stream)),
            (_, { PausedAt: not null }) => new(HealthStates.Paused, HealthCauses.Person, PausedByPerson(connector.Id, stream)),
            (_, { Fault: { } fault }) when NeedPerson.Contains(fault) => NeedsAction(HealthCauses.Fault, $"{fault}: {stream.FaultMessage}"),
            _ when totals.Dead > 0 => NeedsAction(HealthCauses.Dead, Dead(connector.Id, totals.Dead)),
            (_, { Fault: { } fault }) => new(HealthStates.Recovering, HealthCauses.Fault, Recovering(fault, stream)),
            _ when quarantineOpen > 0 => NeedsAction(HealthCauses.Quarantine, Quarantined(connector.Id, quarantineOpen)),
            _ when running => new(HealthStates.Running),
            (_, null or { ReadAt: null }) when totals.Read == 0 => new(HealthStates.NeverRun, Reason: "It has not run yet."),
            _ => new(HealthStates.Healthy),
        };

    public static HealthCounts Count(IReadOnlyCollection<ConnectorView> connectors)
    {
        var states = connectors.CountBy(c => c.Health).ToDictionary();
        return new(
            states.GetValueOrDefault(HealthStates.Healthy) + states.GetValueOrDefault(HealthStates.Running),
            states.GetValueOrDefault(HealthStates.Recovering),
            states.GetValueOrDefault(HealthStates.NeedsAction),
            states.GetValueOrDefault(HealthStates.Paused),
            states.GetValueOrDefault(HealthStates.NeverRun));
    }

    private static Condition NeedsAction(string cause, string reason) => new(HealthStates.NeedsAction, cause, reason);

    private static string PausedByHub(string id, StreamRow stream) =>
        Say($"{stream.Fault}: {stream.FaultMessage} Paused by the hub since {Since(stream)}; mend it, then: hub connector resume {id}");

    private static string PausedByPerson(string id, StreamRow stream) =>
        Say($"Paused since {Since(stream)}: {stream.PausedReason ?? "no reason given"}; to go on: hub connector resume {id}");

    private static string Since(StreamRow paused) => VietnamTime.Say(paused.PausedAt!.Value);

    private static string Dead(string id, long count) =>
        Say($"Deliveries that failed for good: {count}; look with: hub dead list --connector {id}");

    private static string Recovering(string fault, StreamRow stream) =>
        Say($"{fault} (failed runs in a row: {stream.Failures}): {stream.FaultMessage} It tries again by itself.");

    private static string Quarantined(string id, long count) =>
        Say($"Records in quarantine: {count}; look with: hub quarantine list --connector {id}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
