using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Store;

/// <summary>The fate of one row after an attempt.</summary>
internal abstract record Settled(long Row, string Number)
{
    /// <summary>The target has it: written by this account, or only found there.</summary>
    public sealed record DossierAcknowledged(PendingDossier Sent, long Version, bool Written) : Settled(Sent.Id, Sent.Number);

    public sealed record ProgressAcknowledged(PendingProgress Sent) : Settled(Sent.Id, Sent.Number);

    /// <summary>It stays pending; whether the attempt counts for the back-off is another matter.</summary>
    public sealed record Waits(long Row, string Number, DateTimeOffset DueAt, bool QueryFirst, bool Counted, Fault Fault)
        : Settled(Row, Number);

    /// <summary>A progress row waits for its dossier, which is queued again if it had been acknowledged.</summary>
    public sealed record Held(long Row, string Number, DateTimeOffset DueAt, Fault Fault) : Settled(Row, Number);

    /// <summary>A person must look; the version is the one seen at the target, if that is why.</summary>
    public sealed record Died(long Row, string Number, Fault Fault, long SeenVersion = 0) : Settled(Row, Number);
}
