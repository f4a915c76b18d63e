namespace IntegrationHub.Hub.Store;

/// <summary>What a row of the outbox is after something happened to it. Nothing else changes one, and what is settled stays as it is.</summary>
internal static class OutboxStates
{
    /// <summary>The fault of a progress row whose dossier was refused.</summary>
    private const string WithDossier = "OutOfOrder";

    private const string DossierRefused =
        "The dossier was refused, so its progress cannot be sent; mend and retry the dossier, the progress follows by itself.";

    public static OutboxRow After(this OutboxRow row, OutboxEvent happened) => row.State switch
    {
        OutboxState.Pending => Pending(row, happened),
        OutboxState.Dead => Dead(row, happened),
        _ => row,
    };

    private static OutboxRow Pending(OutboxRow row, OutboxEvent happened) => happened switch
    {
        OutboxEvent.Acknowledged done => Settled(row, OutboxState.Acknowledged, done.Now) with
        {
            Attempts = row.Attempts + 1,
            Fault = null,
            Message = null,
            QueryFirst = false,
        },
        OutboxEvent.Waits wait => row with
        {
            Attempts = row.Attempts + (wait.Counted ? 1 : 0),
            DueAt = wait.DueAt,
            QueryFirst = wait.QueryFirst,
            Fault = wait.Fault.Name,
            Message = wait.Fault.Message,
        },
        OutboxEvent.Doubted doubt when row.Kind is OutboxKind.Dossier => row with
        {
            QueryFirst = true,
            DueAt = Math.Max(row.DueAt, doubt.NotBefore),
        },
        OutboxEvent.PutOff behind when row.Kind is OutboxKind.Progress => row with { DueAt = Math.Max(row.DueAt, behind.DueAt) },
        OutboxEvent.Freed freed when row is { Kind: OutboxKind.Progress, Attempts: 0 } => row with { DueAt = freed.DueAt },
        OutboxEvent.Renumbered next when row.Kind is OutboxKind.Dossier => row with { Version = next.Version },
        OutboxEvent.Superseded by => Settled(row, OutboxState.Superseded, by.Now),
        OutboxEvent.Died died => Settled(row, OutboxState.Dead, died.Now) with
        {
            Attempts = row.Attempts + 1,
            Fault = died.Fault.Name,
            Message = died.Fault.Message,
        },
        OutboxEvent.DiedWithDossier died when row.Kind is OutboxKind.Progress => Settled(row, OutboxState.Dead, died.Now) with
        {
            Fault = WithDossier,
            Message = DossierRefused,
        },
        _ => row,
    };

    private static OutboxRow Dead(OutboxRow row, OutboxEvent happened) => happened switch
    {
        OutboxEvent.Superseded by => Settled(row, OutboxState.Superseded, by.Now),
        OutboxEvent.Revived again => Anew(row, again.Now) with { Version = row.Kind is OutboxKind.Dossier ? again.Version : 0 },
        OutboxEvent.RevivedWithDossier again when row is { Kind: OutboxKind.Progress, Fault: WithDossier } => Anew(row, again.Now),
        _ => row,
    };

    private static OutboxRow Settled(OutboxRow row, OutboxState state, long now) => row with { State = state, SettledAt = now };

    // What it met before lengthens no wait and is shown no more.
    private static OutboxRow Anew(OutboxRow row, long now) => row with
    {
        State = OutboxState.Pending,
        DueAt = now,
        SettledAt = null,
        Attempts = 0,
        Fault = null,
        Message = null,
    };
}
