using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Map;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Stores one page: every source record once, as a whole or not at all, and counts what became of it.</summary>
internal sealed class PageWriter(Statements sql, PageCommit page, QuarantineWaits waits, string fingerprint, long now)
{
    private readonly RecordWriter records = new(sql, page, now);
    private int read;
    private int unchanged;
    private int ignored;
    private int quarantined;
    private int accepted;

    public PageReceipt Write()
    {
        foreach (var judged in page.Records)
            Write(judged);
        MoveWatermark();
        return new(read, unchanged, ignored, quarantined, accepted);
    }

    private void Write(Judged judged)
    {
        if (judged.Retried is { } entry && sql.Scalar<long>(HubSql.IsOpenQuarantine, entry.Id) == 0)
            return;   // closed since it was fetched

        switch (judged.Verdict)
        {
            case Verdict.Ignored:
                (read, ignored) = (read + 1, ignored + 1);
                Release(judged);
                break;
            case Verdict.Refused { Refusal: var refusal }:
                Quarantine(judged, refusal);
                break;
            case Verdict.Sound { Records: var sound }:
                Store(judged, sound);
                break;
        }
    }

    // A record that the store refuses for what its dossier is undoes its companions: half a source record is no record.
    private void Store(Judged judged, IReadOnlyList<PreparedRecord> sound)
    {
        if (sound.Count > 1)
            sql.Run("savepoint record");

        var fresh = 0;
        Refusal? refusal = null;
        foreach (var record in sound)
        {
            var stored = records.Store(record, judged.Retried?.Arrival);
            refusal = stored.Refusal;
            if (refusal is not null)
                break;
            fresh += stored.Accepted ? 1 : 0;
        }

        if (sound.Count > 1 && refusal is not null)
            sql.Run("rollback to record");
        if (sound.Count > 1)
            sql.Run("release record");
        if (refusal is not null)
        {
            Quarantine(judged, refusal);
            return;
        }

        (read, accepted, unchanged) = (read + sound.Count, accepted + fresh, unchanged + sound.Count - fresh);
        CloseQuarantine(judged, sound, fresh);
    }

    private void CloseQuarantine(Judged judged, IReadOnlyList<PreparedRecord> sound, int fresh)
    {
        Release(judged);
        if (sound[0] is PreparedDossier && (fresh > 0 || judged.Retried is null))
        {
            var time = judged.Record.Time?.Micros() ?? long.MaxValue;
            sql.Run(HubSql.CloseOlderQuarantine, page.Source.Id, judged.Record.Key, time, judged.Retried?.Id ?? 0);
        }
    }

    private void Release(Judged judged)
    {
        if (judged.Retried is { } entry)
            sql.Run(HubSql.ReleaseQuarantine, entry.Id);
    }

    private void Quarantine(Judged judged, Refusal refusal)
    {
        var dueAt = refusal.DueAt?.Micros() ?? waits.After(refusal.Code, judged.Retried is { } again ? again.Attempts + 1 : 0, now);
        if (judged.Retried is { } retried)
        {
            sql.Run(
                HubSql.StillQuarantined, retried.Id, now,
                refusal.Code, refusal.Pointer, refusal.Message, refusal.Number, dueAt, fingerprint);
            return;
        }

        var record = judged.Record;
        var hash = Hash256.Of(System.Text.Encoding.UTF8.GetBytes(record.Content)).Bytes();
        read++;
        if (sql.One(HubSql.KnownQuarantine, r => r.GetInt64(0), page.Source.Id, record.Key, hash) is var known and not 0)
        {
            sql.Run(HubSql.SeenQuarantine, known, now);
            sql.Run(
                HubSql.ReopenQuarantine, known, refusal.Code, refusal.Pointer, refusal.Message, refusal.Number, dueAt, fingerprint);
            unchanged++;
            return;
        }

        sql.Run(
            HubSql.InsertQuarantine, page.Run, page.Source.Id, record.Key, record.Time?.Micros(),
            refusal.Number, refusal.Code, refusal.Pointer, refusal.Message,
            record.Content, hash, record.Origin.CorrelationId, sql.Scalar<long>(HubSql.NextArrival), now, dueAt, fingerprint);
        quarantined++;
    }

    private void MoveWatermark()
    {
        var text = sql.One(HubSql.Watermark, r => r.Text(0), page.Source.Id);
        Position? before = text is null ? null : Position.Parse(text);
        var after = page.ReadUpTo is { } upTo ? Position.Later(upTo, before) : before;
        if (page.ReadUpTo is not null)
            sql.Run(HubSql.MoveStream, page.Source.Id, after?.ToString(), page.Next?.ToString(), now);
        sql.Run(
            HubSql.InsertReceipt, page.Run, page.PageNo, page.Source.Id, page.Origin, read, unchanged, ignored, quarantined, accepted,
            before?.ToString(), after?.ToString(), now);
    }
}
