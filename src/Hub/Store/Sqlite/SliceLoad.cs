using System.Data.Common;
using System.Text.Json;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Loads what a decision needs. The writer is alone, so nothing need be locked.</summary>
internal static class SliceLoad
{
    public static Slice Load(Statements sql, Need need, SqliteIds ids)
    {
        if (need.Lease is { } lease && sql.Scalar<long>(SliceSql.Lease, lease.Resource, lease.Owner, lease.Epoch) == 0)
            throw new LeaseLostException(lease);
        var slice = new Slice(need, ids);
        Dossiers(sql, need, slice);
        Each(sql, SliceSql.Progress, need.Progress, RowReading.Progress, slice.Progress.Load);
        Each(sql, SliceSql.Rows, need.Rows, RowReading.Outbox, slice.Outbox.Load);
        Each(sql, SliceSql.Entries, need.Entries, RowReading.Quarantine, slice.Quarantine.Load);
        Each(sql, SliceSql.OpenOf, need.OpenOf, RowReading.Quarantine, slice.Quarantine.Load);
        Each(sql, SliceSql.Keys, need.Keys, RowReading.Quarantine, slice.Quarantine.Load, need.Stream);
        if (need.Stream is { } connector && sql.One(SliceSql.Stream, RowReading.Stream, connector) is { } stream)
            slice.Streams.Load(stream);
        return slice;
    }

    private static void Dossiers(Statements sql, Need need, Slice slice)
    {
        Each(sql, SliceSql.Dossiers, need.Numbers, RowReading.Dossier, slice.Dossiers.Load);
        var known = slice.Dossiers.All.Select(row => row.Number).ToList();
        var deep = slice.Dossiers.All.Where(need.Deep).Select(row => row.Number).ToList();
        Each(sql, SliceSql.Open, known, RowReading.Outbox, slice.Outbox.Load);
        Each(sql, SliceSql.Packets, deep, RowReading.Packets, slice.Packets.Load);
        Each(sql, SliceSql.Events, deep, RowReading.Event, slice.Events.Load);
    }

    private static void Each<TKey, TRow>(
        Statements sql, string query, IReadOnlyCollection<TKey> keys, Func<DbDataReader, TRow> map, Action<TRow> load, object? second = null)
    {
        if (keys.Count == 0)
            return;
        var listed = JsonSerializer.Serialize(keys);
        foreach (var row in second is null ? sql.All(query, map, listed) : sql.All(query, map, listed, second))
            load(row);
    }
}
