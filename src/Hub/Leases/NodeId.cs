namespace IntegrationHub.Hub.Leases;

/// <summary>Who holds a lease: this process, and no other one before or after it on the same machine.</summary>
/// <param name="Name">Machine, process and start.</param>
internal sealed record NodeId(string Name)
{
    public static NodeId OfThisProcess(TimeProvider clock) =>
        new(string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{clock.NowMicros():x}"));
}
