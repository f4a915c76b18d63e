using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.Hub.Store;

/// <summary>
/// The rows of one table that a slice holds: as they are now, and of those that were touched, as they were when loaded. A row is
/// never changed in place; what replaces it is another record.
/// </summary>
internal sealed class Table<TKey, TRow>(Func<TRow, TKey> keyOf, params Func<TRow, string?>[] groupsOf)
    where TKey : notnull
    where TRow : class
{
    private readonly Dictionary<TKey, TRow> rows = [];
    private readonly Dictionary<TKey, TRow?> touched = [];
    private readonly Dictionary<(int By, string Group), List<TKey>> groups = [];
    private List<(TKey Key, TRow? Before)>? journal;

    /// <summary>Rows that are new, in the order in which they were added.</summary>
    public IEnumerable<TRow> Added => touched.Where(t => t.Value is null).Select(t => rows.GetValueOrDefault(t.Key)).OfType<TRow>();

    /// <summary>Rows that were loaded and are others now.</summary>
    public IEnumerable<TRow> Changed => Moves.Select(move => move.Now);

    /// <summary>The same, each with what it was.</summary>
    public IEnumerable<(TRow Before, TRow Now)> Moves =>
        from before in touched
        where before.Value is not null
        let now = rows.GetValueOrDefault(before.Key)
        where now is not null && !ReferenceEquals(now, before.Value)
        select (before.Value, now);

    /// <summary>Rows that were loaded and are gone.</summary>
    public IEnumerable<TRow> Removed => touched.Where(t => t.Value is not null && !rows.ContainsKey(t.Key)).Select(t => t.Value!);

    public IEnumerable<TRow> All => rows.Values;

    /// <summary>Whether the store does not have it yet.</summary>
    public bool IsNew(TKey key) => touched.TryGetValue(key, out var before) && before is null;

    public TRow? Find(TKey key) => rows.GetValueOrDefault(key);

    public bool TryFind(TKey key, [NotNullWhen(true)] out TRow? row) => rows.TryGetValue(key, out row);

    /// <summary>The rows of one group, in the order in which they came.</summary>
    public IEnumerable<TRow> Of(string group, int by = 0)
    {
        if (!groups.TryGetValue((by, group), out var keys))
            yield break;
        foreach (var key in keys.ToArray())   // what is asked for may be replaced while it is walked
            if (rows.TryGetValue(key, out var row) && groupsOf[by](row) == group)
                yield return row;
    }

    /// <summary>Takes up a row as the store has it.</summary>
    public void Load(TRow row)
    {
        var key = keyOf(row);
        if (rows.TryAdd(key, row))
            Group(key, null, row);
    }

    /// <summary>Adds a row, or puts it in the place of the one with its key.</summary>
    public void Put(TRow row)
    {
        var key = keyOf(row);
        Group(key, Touch(key), row);
        rows[key] = row;
    }

    public void Remove(TKey key)
    {
        Touch(key);
        rows.Remove(key);
    }

    /// <summary>From here on everything can be undone.</summary>
    public void Mark() => journal = [];

    /// <summary>What has been done since the mark stays.</summary>
    public void Keep() => journal = null;

    /// <summary>Undoes everything since the mark.</summary>
    public void Undo()
    {
        foreach (var (key, before) in Enumerable.Reverse(journal ?? []))
            if (before is null)
                rows.Remove(key);
            else
                rows[key] = before;
        journal = null;
    }

    private TRow? Touch(TKey key)
    {
        var before = rows.GetValueOrDefault(key);
        touched.TryAdd(key, before);
        journal?.Add((key, before));
        return before;
    }

    private void Group(TKey key, TRow? before, TRow row)
    {
        for (var by = 0; by < groupsOf.Length; by++)
        {
            if (groupsOf[by](row) is not { } group || (before is not null && groupsOf[by](before) == group))
                continue;
            if (!groups.TryGetValue((by, group), out var keys))
                groups.Add((by, group), keys = []);
            if (!keys.Contains(key))   // an undone row has left its key there
                keys.Add(key);
        }
    }
}
