using System.Globalization;
using IntegrationHub.Contracts;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Cli.Commands;

/// <summary>What the command line says of the settlement system.</summary>
internal static class TargetWords
{
    public static string State(TargetStatus target)
    {
        string?[] known = [target.State, target.System, target.Environment, target.Profile, target.Message];
        return string.Join(", ", known.Where(fact => !string.IsNullOrEmpty(fact)));
    }

    public static string Sending(TargetStatus target) => target switch
    {
        { State: TargetStates.Refused or TargetStates.Mismatch } => "stopped; when that is mended: hub target resume",
        { Circuit: { State: CircuitStates.Open, Since: { } since, NextProbe: { } probe } } =>
            $"waits since {VietnamTime.Say(since)} (circuit open); asked again {VietnamTime.Say(probe)}",
        { HeldUntil: { } until } => $"waits until {VietnamTime.Say(until)}, as it asked",
        _ => "goes on",
    };

    public static string Retries(TargetStatus target) => string.Create(
        CultureInfo.InvariantCulture, $"{target.Retries.Used} failed again within a minute, {target.Retries.Allowed} may");

    public static string Calls(TargetStatus target) =>
        string.Create(CultureInfo.InvariantCulture, $"{target.Reads} reads, {target.Writes} writes, {target.FaultsMet} met a fault");
}
