using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Store;

/// <summary>What may happen to a row of the outbox.</summary>
internal abstract record OutboxEvent
{
    private OutboxEvent()
    {
    }

    /// <summary>The target has what it carries.</summary>
    public sealed record Acknowledged(long Now) : OutboxEvent;

    /// <summary>It was not taken this time, or could not be sent.</summary>
    public sealed record Waits(long DueAt, Fault Fault, bool QueryFirst, bool Counted) : OutboxEvent;

    /// <summary>A call that was about it, or about the one that it supersedes, may still take effect.</summary>
    public sealed record Doubted(long NotBefore = 0) : OutboxEvent;

    /// <summary>A progress row keeps its place behind one that waits.</summary>
    public sealed record PutOff(long DueAt) : OutboxEvent;

    /// <summary>What a progress row waited for, without a reason of its own, is done.</summary>
    public sealed record Freed(long DueAt) : OutboxEvent;

    /// <summary>Before it is sent, its dossier has taken a higher version.</summary>
    public sealed record Renumbered(long Version) : OutboxEvent;

    /// <summary>A newer version, or the same row queued anew, is in its place.</summary>
    public sealed record Superseded(long Now) : OutboxEvent;

    /// <summary>A person must look.</summary>
    public sealed record Died(long Now, Fault Fault) : OutboxEvent;

    /// <summary>The dossier that it belongs to was refused.</summary>
    public sealed record DiedWithDossier(long Now) : OutboxEvent;

    /// <summary>A person has looked; a dossier goes with the version that it has now.</summary>
    public sealed record Revived(long Now, long Version) : OutboxEvent;

    /// <summary>The dossier that it belongs to goes again, or is there.</summary>
    public sealed record RevivedWithDossier(long Now) : OutboxEvent;
}
