using Npgsql;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>
/// Numbers of one transaction, fetched ahead with its dossiers locked; what that was too few for is fetched when it is needed. People
/// read the numbers of runs, calls and reconciliations, so none of them is fetched for nothing.
/// </summary>
internal sealed class PostgresIds(NpgsqlConnection connection) : IIds
{
    private const int Fewest = 16;
    private const int Most = 1024;

    private readonly Dictionary<IdKind, Queue<long>> ahead = [];
    private int next = Fewest;

    /// <summary>The sequence of a kind.</summary>
    public static string SequenceOf(IdKind kind) => kind switch
    {
        IdKind.Arrival => "next_arrival",
        IdKind.Event => "next_event",
        IdKind.Outbox => "next_outbox",
        IdKind.Quarantine => "next_quarantine",
        IdKind.Run => "next_run",
        IdKind.Attempt => "next_attempt",
        IdKind.Reconciliation => "next_reconciliation",
        IdKind.Difference => "next_difference",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public void Add(IdKind kind, long id) => QueueOf(kind).Enqueue(id);

    public long Next(IdKind kind)
    {
        var queue = QueueOf(kind);
        if (queue.Count == 0)
            Fetch(kind, queue);
        return queue.Dequeue();
    }

    private void Fetch(IdKind kind, Queue<long> queue)
    {
        using var command = new NpgsqlCommand(SliceSql.Numbers, connection)
        {
            Parameters = { new() { Value = SequenceOf(kind) }, new() { Value = CountOf(kind) } },
        };
        using var reader = command.ExecuteReader();
        while (reader.Read())
            queue.Enqueue(reader.GetInt64(0));
    }

    // Who needs more than was foreseen needs many.
    private int CountOf(IdKind kind)
    {
        if (kind is IdKind.Run or IdKind.Attempt or IdKind.Reconciliation)
            return 1;
        var count = next;
        next = Math.Min(next * 2, Most);
        return count;
    }

    private Queue<long> QueueOf(IdKind kind)
    {
        if (!ahead.TryGetValue(kind, out var queue))
            ahead.Add(kind, queue = new());
        return queue;
    }
}
