using System.Data.Common;
using Npgsql;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>Loads what a decision needs, locked, in two round trips: first what must be locked, then what hangs on it.</summary>
internal sealed class SliceLoad(NpgsqlConnection connection, NpgsqlTransaction transaction, Need need)
{
    private readonly PostgresIds ids = new(connection);

    public async Task<Slice> LoadAsync(CancellationToken cancellationToken)
    {
        var slice = new Slice(need, ids);
        await LockAsync(slice, cancellationToken);
        await LoadAsync(slice, cancellationToken);
        return slice;
    }

    private async Task LockAsync(Slice slice, CancellationToken cancellationToken)
    {
        var held = need.Lease is null;
        var steps = new Steps(connection, transaction);
        if (need.Lease is { } lease)
            steps.Add(SliceSql.Lease, _ => held = true, lease.Resource, lease.Owner, lease.Epoch);
        if (need.Stream is { } connector)
        {
            steps.Add(SliceSql.MakeStream, null, connector);   // or there would be nothing to lock
            steps.Add(SliceSql.LockStream, reader => Load(slice, RowReading.Stream(reader)), connector);
        }

        steps.AddFor(need.Numbers, SliceSql.Lock, reader => slice.Dossiers.Load(RowReading.Dossier(reader)));
        await steps.RunAsync(cancellationToken);
        if (!held)
            throw new LeaseLostException(need.Lease!);
    }

    // One that was only made to be locked is not there yet.
    private static void Load(Slice slice, StreamRow stream)
    {
        if (stream != new StreamRow(stream.Connector))
            slice.Streams.Load(stream);
    }

    // What hangs on a dossier is read after the dossier is locked: in a statement before, it could be older.
    private async Task LoadAsync(Slice slice, CancellationToken cancellationToken)
    {
        var known = slice.Dossiers.All.Select(row => row.Number).ToArray();
        var deep = slice.Dossiers.All.Where(need.Deep).Select(row => row.Number).ToArray();
        var steps = new Steps(connection, transaction);
        steps.AddFor(known, SliceSql.Open, reader => slice.Outbox.Load(RowReading.Outbox(reader)));
        steps.AddFor(deep, SliceSql.Packets, reader => slice.Packets.Load(RowReading.Packets(reader)));
        steps.AddFor(deep, SliceSql.Events, reader => slice.Events.Load(RowReading.Event(reader)));
        steps.AddFor(need.Progress, SliceSql.Progress, reader => slice.Progress.Load(RowReading.Progress(reader)));
        steps.AddFor(need.Rows, SliceSql.Rows, reader => slice.Outbox.Load(RowReading.Outbox(reader)));
        if (need.Entries.Count + need.OpenOf.Count + need.Keys.Count > 0)
            steps.Add(
                SliceSql.Quarantine, reader => slice.Quarantine.Load(RowReading.Quarantine(reader)),
                need.Entries.ToArray(), need.Stream, need.Keys.ToArray(), need.OpenOf.ToArray());
        if (need.About > 0)
        {
            steps.Add(SliceSql.Numbers, Ahead(IdKind.Outbox), PostgresIds.SequenceOf(IdKind.Outbox), need.About);
            steps.Add(SliceSql.Numbers, Ahead(IdKind.Arrival), PostgresIds.SequenceOf(IdKind.Arrival), need.About);
        }

        await steps.RunAsync(cancellationToken);
    }

    private Action<DbDataReader> Ahead(IdKind kind) => reader => ids.Add(kind, reader.GetInt64(0));
}
