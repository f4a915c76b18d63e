namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>The one way into the outbox.</summary>
internal sealed class Outbox(Statements sql, long now)
{
    /// <summary>A minute: long enough for a call whose answer was lost to have taken effect, or not.</summary>
    public const long Moment = 60_000_000;

    /// <summary>When a row is due that must look first for the one it supersedes; a back-off of hours is that one's alone.</summary>
    public static long Inherited(long dueAt, long now) => Math.Min(dueAt, now + Moment);

    /// <summary>Queues the dossier's present version; older ones that are pending or dead are superseded by it.</summary>
    public void Queue(DossierRow row, string connector, string origin, long run)
    {
        var lookAt = sql.Scalar<long>(HubSql.MustLookFirst, row.Number);
        sql.Run(HubSql.Supersede, row.Number, now);
        sql.Run(HubSql.ReviveProgress, row.Number, now);
        Insert(row, connector, OutboxKind.Dossier, null, row.Version, origin, run, lookAt > 0, Inherited(lookAt, now));
    }

    /// <summary>Queues one of its progress rows.</summary>
    public void QueueProgress(DossierRow row, string connector, byte[] rowHash, string origin, long run)
    {
        var latest = sql.Scalar<long>(HubSql.LatestDue, row.Number);
        Insert(row, connector, OutboxKind.Progress, rowHash, 0, origin, run, queryFirst: false, latest);
    }

    private void Insert(
        DossierRow row, string connector, int kind, byte[]? rowHash, long version, string origin, long run,
        bool queryFirst, long notBefore) =>
        sql.Run(
            HubSql.InsertOutbox, row.Number, connector, kind, rowHash, version, row.Range, origin, run,
            queryFirst ? 1 : 0, Math.Max(now, notBefore), now);
}
