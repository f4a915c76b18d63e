using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Store;

/// <summary>Where a stream stands.</summary>
internal sealed record StreamState(Position? Watermark, Position? Position, bool Paused)
{
    /// <summary>Where a run starts: where the last one died, else the watermark less the lag.</summary>
    public Position? Start(TimeSpan lag) => Position ?? Watermark?.Back(lag);
}
