using Npgsql;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>Writes what a decision changed: what is new by binary COPY, what is other by one statement a table.</summary>
internal sealed class SliceSave(NpgsqlConnection connection, NpgsqlTransaction transaction, Slice slice)
{
    // Whoever decides under no lease of a range or a stream writes its totals here.
    private const int CommonLane = 65;
    private const int StreamLane = 64;

    private readonly Bulk bulk = new(connection);
    private readonly Steps steps = new(connection, transaction);

    public async Task SaveAsync(CommitMark mark, CancellationToken cancellationToken)
    {
        Changes();
        steps.Add(SliceSql.Mark, null, mark.Id, mark.Number);
        await steps.RunAsync(cancellationToken);
        await CopyAsync(cancellationToken);
        await BucketsAndTotalsAsync(cancellationToken);
    }

    private void Changes()
    {
        Update(slice.Dossiers.Changed, SliceSql.UpdateDossiers, rows =>
        [
            Column(rows, r => r.Number), Column(rows, r => r.Owner), Column(rows, r => r.EveryStep), Column(rows, r => r.Tag),
            Column(rows, r => r.EventTime), Column(rows, r => r.SourceHash.Bytes()), Column(rows, r => r.HasEvents),
            Column(rows, r => r.PacketHash.Bytes()), Column(rows, r => r.Status), Column(rows, r => r.Version),
            Column(rows, r => r.AckedVersion), Column(rows, r => r.AckedHash.Bytes()), Column(rows, r => r.AckedAt),
            Column(rows, r => r.ProgressCount), Column(rows, r => r.ProgressDigest.Bytes()), Column(rows, r => r.Written),
            Column(rows, r => r.Arrival),
        ]);
        var packets = slice.Packets.Added.Where(p => !slice.Dossiers.IsNew(p.Number)).Concat(slice.Packets.Changed);
        Update(packets, SliceSql.UpdatePackets, rows =>
        [
            Column(rows, r => r.Number), Column(rows, r => r.Packet), Column(rows, r => r.Base), Column(rows, r => r.Acked),
            Column(rows, r => r.SentText),
        ]);
        Update(slice.Events.Removed, SliceSql.DeleteEvents, rows => [Column(rows, r => r.Id)]);
        Update(slice.Events.Changed, SliceSql.UpdateEvents, rows => [Column(rows, r => r.Id), Column(rows, r => r.Members)]);
        Update(slice.Progress.Changed, SliceSql.UpdateProgress, rows =>
            [Column(rows, r => r.Number), Column(rows, r => r.Hash.Bytes()), Column(rows, r => r.AckedAt)]);
        Update(slice.Outbox.Changed, SliceSql.UpdateOutbox, rows =>
        [
            Column(rows, r => r.Id), Column(rows, r => r.Version), Column(rows, r => (int)r.State), Column(rows, r => r.Attempts),
            Column(rows, r => r.DueAt), Column(rows, r => r.QueryFirst), Column(rows, r => r.Fault), Column(rows, r => r.Message),
            Column(rows, r => r.SettledAt),
        ]);
        Update(slice.Quarantine.Changed, SliceSql.UpdateQuarantine, rows =>
        [
            Column(rows, r => r.Id), Column(rows, r => r.Number), Column(rows, r => r.Code), Column(rows, r => r.Pointer),
            Column(rows, r => r.Message), Column(rows, r => r.LastSeen), Column(rows, r => r.Attempts), Column(rows, r => r.DueAt),
            Column(rows, r => r.State), Column(rows, r => r.Fingerprint),
        ]);
        Single();
    }

    private void Single()
    {
        foreach (var s in slice.Streams.Added.Concat(slice.Streams.Changed))
            steps.Add(
                SliceSql.PutStream, null, s.Connector, s.Watermark, s.Position, s.PausedAt, s.PausedReason, s.ReadAt, s.Fault, s.FaultMessage,
                s.Failures);
        foreach (var run in slice.Runs)
            steps.Add(SliceSql.InsertRun, null, run.Id, run.Connector, run.Origin, run.Trigger, run.StartedAt, run.EndedAt, run.State);
        foreach (var end in slice.RunEnds)
            steps.Add(SliceSql.EndRun, null, end.Id, end.EndedAt, end.State, end.Fault, end.Message);
        foreach (var r in slice.Receipts)
            steps.Add(
                SliceSql.InsertReceipt, null, r.Run, r.PageNo, r.Connector, r.Origin, r.Counts.Read, r.Counts.Unchanged, r.Counts.Ignored,
                r.Counts.Quarantined, r.Counts.Accepted, r.WatermarkBefore, r.WatermarkAfter, r.Epoch, r.CommittedAt);
        foreach (var a in slice.Attempts)
            steps.Add(SliceSql.InsertAttempt, null, a.Id, a.Range, a.Epoch, (int)a.Kind, a.Rows.ToArray(), a.StartedAt);
        foreach (var end in slice.AttemptEnds)
            steps.Add(SliceSql.EndAttempt, null, end.Id, end.EndedAt, end.Outcome);
        if (slice.Reconciled is { } grown)
            steps.Add(SliceSql.GrowReconciliation, null, grown.Id, grown.Differences, grown.Repairs);
    }

    private async Task CopyAsync(CancellationToken cancellationToken)
    {
        // In order, as everything that others may wait for.
        var dossiers = slice.Dossiers.Added.OrderBy(row => row.Number, StringComparer.Ordinal);
        await bulk.CopyAsync(SliceSql.CopyDossiers, dossiers, BulkRows.Dossier, cancellationToken);
        await bulk.CopyAsync(
            SliceSql.CopyPackets, slice.Packets.Added.Where(p => slice.Dossiers.IsNew(p.Number)), BulkRows.Packets, cancellationToken);
        await bulk.CopyAsync(SliceSql.CopyEvents, slice.Events.Added, BulkRows.Event, cancellationToken);
        await bulk.CopyAsync(SliceSql.CopyProgress, slice.Progress.Added, BulkRows.Progress, cancellationToken);
        await bulk.CopyAsync(SliceSql.CopyOutbox, slice.Outbox.Added, BulkRows.Outbox, cancellationToken);
        await bulk.CopyAsync(SliceSql.CopyQuarantine, slice.Quarantine.Added, BulkRows.Quarantine, cancellationToken);
        await bulk.CopyAsync(SliceSql.CopyDifferences, slice.Differences, BulkRows.Difference, cancellationToken);
    }

    // Last, and in order: these rows are everybody's, and are held to the end of the transaction.
    private async Task BucketsAndTotalsAsync(CancellationToken cancellationToken)
    {
        var last = new Steps(connection, transaction);
        if (slice.Buckets.Count > 0)
            await MoveBucketsAsync(last, cancellationToken);
        foreach (var (connector, t) in Totals.Of(slice))
            last.Add(
                SliceSql.AddTotals, null, connector, Lane, t.Read, t.Unchanged, t.Ignored, t.Quarantined, t.Accepted,
                t.Rows[(int)OutboxState.Pending], t.Rows[(int)OutboxState.Acknowledged], t.Rows[(int)OutboxState.Superseded],
                t.Rows[(int)OutboxState.Dead]);
        await last.RunAsync(cancellationToken);
    }

    private async Task MoveBucketsAsync(Steps last, CancellationToken cancellationToken)
    {
        var moved = new List<(int Prefix, long Count, byte[] Digest)>();
        var locked = new Steps(connection, transaction);
        locked.Add(
            SliceSql.Buckets,
            reader =>
            {
                var move = slice.Buckets[reader.GetInt32(0)];
                moved.Add((reader.GetInt32(0), reader.GetInt64(1) + move.Count, (reader.Hash(2)!.Value ^ move.Digest).Bytes()));
            },
            slice.Buckets.Keys.ToArray());
        await locked.RunAsync(cancellationToken);
        last.Add(SliceSql.PutBuckets, null, Column(moved, b => b.Prefix), Column(moved, b => b.Count), Column(moved, b => b.Digest));
    }

    private int Lane => slice switch
    {
        { AttemptEnds.Count: > 0 } when slice.Outbox.Changed.FirstOrDefault() is { } row => row.Range,
        { Receipts: [{ Origin: Origins.Source }] } => StreamLane,
        _ => CommonLane,
    };

    private void Update<T>(IEnumerable<T> changed, string sql, Func<IReadOnlyList<T>, object[]> columns)
    {
        var rows = changed.ToList();
        if (rows.Count > 0)
            steps.Add(sql, null, columns(rows));
    }

    private static TColumn[] Column<TRow, TColumn>(IReadOnlyList<TRow> rows, Func<TRow, TColumn> value)
    {
        var column = new TColumn[rows.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = value(rows[i]);
        return column;
    }
}
