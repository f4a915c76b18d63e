using System.Text.Json;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Writes what a decision changed, in the process, one prepared statement a row: on SQLite nothing is faster.</summary>
internal sealed class SliceSave(Statements sql, Slice slice)
{
    public void Save()
    {
        Dossiers();
        Events();
        Progress();
        Outbox();
        Quarantine();
        foreach (var stream in slice.Streams.Added.Concat(slice.Streams.Changed))
            Put(stream);
        Runs();
        Attempts();
        Reconciliation();
        foreach (var (prefix, move) in slice.Buckets)
            Move(prefix, move);
    }

    private void Dossiers()
    {
        foreach (var row in slice.Dossiers.Added)
        {
            var packets = slice.PacketsOf(row.Number);
            sql.Run(
                SliceSql.InsertDossier, row.Number, (long)row.Bucket, row.Owner, row.EveryStep, row.Tag, row.EventTime, row.SourceHash.Bytes(),
                row.HasEvents, row.PacketHash.Bytes(), row.Status, row.Version, row.AckedVersion, row.AckedHash.Bytes(), row.AckedAt,
                row.ProgressCount, row.ProgressDigest.Bytes(), row.Written, row.Arrival, packets.Packet, packets.Base, packets.Acked, packets.SentText);
        }

        foreach (var row in slice.Dossiers.Changed)
            sql.Run(
                SliceSql.UpdateDossier, row.Number, row.Owner, row.EveryStep, row.Tag, row.EventTime, row.SourceHash.Bytes(), row.HasEvents,
                row.PacketHash.Bytes(), row.Status, row.Version, row.AckedVersion, row.AckedHash.Bytes(), row.AckedAt, row.ProgressCount,
                row.ProgressDigest.Bytes(), row.Written, row.Arrival);
        foreach (var packets in slice.Packets.Added.Concat(slice.Packets.Changed))
            if (!slice.Dossiers.IsNew(packets.Number))
                sql.Run(SliceSql.UpdatePackets, packets.Number, packets.Packet, packets.Base, packets.Acked, packets.SentText);
    }

    private void Events()
    {
        foreach (var e in slice.Events.Removed)
            sql.Run(SliceSql.DeleteEvent, e.Id);
        foreach (var e in slice.Events.Added)
            sql.Run(
                SliceSql.InsertEvent, e.Id, e.Number, e.EventTime, e.Arrival, e.Connector, e.Kind, e.Members, e.Unless, e.EveryStep,
                e.Hash.Bytes());
        foreach (var e in slice.Events.Changed)
            sql.Run(SliceSql.UpdateEvent, e.Id, e.Members);
    }

    private void Progress()
    {
        foreach (var row in slice.Progress.Added)
            sql.Run(SliceSql.InsertProgress, row.Number, row.Hash.Bytes(), row.Connector, row.Row, row.EventTime, row.AckedAt);
        foreach (var row in slice.Progress.Changed)
            sql.Run(SliceSql.UpdateProgress, row.Number, row.Hash.Bytes(), row.AckedAt);
    }

    private void Outbox()
    {
        foreach (var row in slice.Outbox.Added)
            sql.Run(
                SliceSql.InsertOutbox, row.Id, row.Number, row.Connector, (int)row.Kind, row.RowHash.Bytes(), row.Version, row.Range, row.Origin,
                row.Run, (int)row.State, row.Attempts, row.DueAt, row.QueryFirst, row.Fault, row.Message, row.CreatedAt, row.SettledAt);
        foreach (var row in slice.Outbox.Changed)
            sql.Run(
                SliceSql.UpdateOutbox, row.Id, row.Version, (int)row.State, row.Attempts, row.DueAt, row.QueryFirst, row.Fault, row.Message,
                row.SettledAt);
    }

    private void Quarantine()
    {
        foreach (var q in slice.Quarantine.Added)
            sql.Run(
                SliceSql.InsertQuarantine, q.Id, q.Run, q.Connector, q.Key, q.Time, q.Arrival, q.Number, q.Code, q.Pointer, q.Message, q.Content,
                q.ContentHash.Bytes(), q.CorrelationId, q.FirstSeen, q.LastSeen, q.Attempts, q.DueAt, q.State, q.Fingerprint);
        foreach (var q in slice.Quarantine.Changed)
            sql.Run(
                SliceSql.UpdateQuarantine, q.Id, q.Number, q.Code, q.Pointer, q.Message, q.LastSeen, q.Attempts, q.DueAt, q.State,
                q.Fingerprint);
    }

    private void Put(StreamRow s) => sql.Run(
        SliceSql.PutStream, s.Connector, s.Watermark, s.Position, s.PausedAt, s.PausedReason, s.ReadAt, s.Fault, s.FaultMessage, s.Failures);

    private void Runs()
    {
        foreach (var run in slice.Runs)
            sql.Run(SliceSql.InsertRun, run.Id, run.Connector, run.Origin, run.Trigger, run.StartedAt, run.EndedAt, run.State);
        foreach (var end in slice.RunEnds)
            sql.Run(SliceSql.EndRun, end.Id, end.EndedAt, end.State, end.Fault, end.Message);
        foreach (var r in slice.Receipts)
            sql.Run(
                SliceSql.InsertReceipt, r.Run, r.PageNo, r.Connector, r.Origin, r.Counts.Read, r.Counts.Unchanged, r.Counts.Ignored,
                r.Counts.Quarantined, r.Counts.Accepted, r.WatermarkBefore, r.WatermarkAfter, r.Epoch, r.CommittedAt);
    }

    private void Attempts()
    {
        foreach (var attempt in slice.Attempts)
            sql.Run(
                SliceSql.InsertAttempt, attempt.Id, attempt.Range, attempt.Epoch, (int)attempt.Kind, JsonSerializer.Serialize(attempt.Rows),
                attempt.StartedAt);
        foreach (var end in slice.AttemptEnds)
            sql.Run(SliceSql.EndAttempt, end.Id, end.EndedAt, end.Outcome);
    }

    private void Reconciliation()
    {
        foreach (var (id, reconciliation, found, resolution) in slice.Differences)
            sql.Run(
                SliceSql.InsertDifference, id, reconciliation, found.Number, found.Connector, found.Kind.Name(), string.Join(',', found.Members),
                found.LedgerVersion, found.TargetVersion, found.LedgerStatus, found.TargetStatus, resolution);
        if (slice.Reconciled is { } grown)
            sql.Run(SliceSql.GrowReconciliation, grown.Id, grown.Differences, grown.Repairs);
    }

    private void Move(int prefix, BucketMove move)
    {
        var (count, digest) = sql.One(SliceSql.Bucket, r => (r.GetInt64(0), r.Hash(1)!.Value), prefix);
        sql.Run(SliceSql.PutBucket, prefix, count + move.Count, (digest ^ move.Digest).Bytes());
    }
}
