namespace IntegrationHub.Hub.Store;

/// <summary>The one way into the outbox, and what its rows do to each other.</summary>
internal sealed class OutboxWriter(Slice slice, long now)
{
    /// <summary>A minute: long enough for a call whose answer was lost to have taken effect, or not.</summary>
    public const long Moment = 60_000_000;

    /// <summary>When a row is due that must look first for the one it supersedes; a back-off of hours is that one's alone.</summary>
    public static long Inherited(long dueAt, long now) => Math.Min(dueAt, now + Moment);

    /// <summary>Queues the dossier's present version; older ones that are pending or dead are superseded by it.</summary>
    public void Queue(DossierRow row, string connector, string origin, long run)
    {
        // A call whose outcome is not known may still take effect: who comes after it looks first, and no sooner.
        var open = slice.RowsOf(row.Number, OutboxKind.Dossier).Where(r => r.IsPending || r.IsDead).ToList();
        var lookAt = open.Where(r => r.IsPending && r.QueryFirst).Select(r => (long?)r.DueAt).Max();
        foreach (var older in open)
            slice.Note(older, new OutboxEvent.Superseded(now));

        ReviveProgress(row.Number);
        slice.Outbox.Put(New(row, connector, OutboxKind.Dossier, origin, run) with
        {
            Version = row.Version,
            QueryFirst = lookAt is not null,
            DueAt = Math.Max(now, Inherited(lookAt ?? 0, now)),
        });
    }

    /// <summary>Queues one of its progress rows.</summary>
    public void QueueProgress(DossierRow row, ProgressRow progress, string origin, long run)
    {
        // The rows of one dossier keep their order: what comes after a row that waits, waits too.
        var latest = slice.PendingOf(row.Number).Select(r => r.DueAt).DefaultIfEmpty().Max();
        slice.Outbox.Put(New(row, progress.Connector, OutboxKind.Progress, origin, run) with
        {
            RowHash = progress.Hash,
            DueAt = Math.Max(now, latest),
        });
    }

    /// <summary>A progress row that died with its dossier lives again with the dossier's next version, and nothing of before counts.</summary>
    public void ReviveProgress(string number)
    {
        foreach (var row in slice.RowsOf(number, OutboxKind.Progress))
            slice.Note(row, new OutboxEvent.RevivedWithDossier(now));
    }

    /// <summary>What comes after a row that waits, waits with it: it could not be sent, and need not be looked at.</summary>
    public void LaterProgressWaits(string number, long after, long dueAt)
    {
        foreach (var row in slice.PendingOf(number, OutboxKind.Progress).Where(r => r.Id > after))
            slice.Note(row, new OutboxEvent.PutOff(dueAt));
    }

    /// <summary>What waited for its dossier alone need not wait any longer.</summary>
    public void ProgressNeedNotWait(string number)
    {
        var rows = slice.PendingOf(number, OutboxKind.Progress).ToList();
        var until = Math.Max(now, rows.Where(r => r.Attempts > 0).Select(r => r.DueAt).DefaultIfEmpty().Max());
        foreach (var row in rows.Where(r => r.DueAt > now))
            slice.Note(row, new OutboxEvent.Freed(until));
    }

    private OutboxRow New(DossierRow row, string connector, OutboxKind kind, string origin, long run) => new()
    {
        Id = slice.NextId(IdKind.Outbox),
        Number = row.Number,
        Connector = connector,
        Kind = kind,
        Range = row.Range,
        Origin = origin,
        Run = run,
        DueAt = now,
        CreatedAt = now,
    };
}
