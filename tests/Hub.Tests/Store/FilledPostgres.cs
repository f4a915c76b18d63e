using System.Data.Common;
using Dapper;

namespace IntegrationHub.Hub.Tests.Store;

/// <summary>A ledger on PostgreSQL with enough in it that its planner takes the size of a table for what it will be.</summary>
public sealed class FilledPostgres : IDisposable
{
    // Few rows are pending, dead or open, as on a ledger that is well.
    private const string Fill = """
        insert into dossier (
            number, bucket, tag, every_step, event_time, has_events, packet_hash, status, version, progress_count, written, arrival)
        select 'n' || i, i * 2654435761 % 4294967296, 'alpha', false, i, false, sha256('x'), 4, i, 1, true, i
        from generate_series(1, 20000) i;
        insert into packet (number, packet) select number, repeat('x', 300) from dossier;
        insert into dossier_event (id, number, event_time, arrival, connector, kind, members, every_step, hash)
        select i, 'n' || i, i, i, 'alpha', 'change', '{}', false, sha256('x') from generate_series(1, 20000) i;
        insert into progress (number, row_hash, connector, row, event_time, acked_at)
        select 'n' || i, sha256('x'), 'alpha', '{}', i, i from generate_series(1, 20000) i;
        insert into run (id, connector, origin, trigger, started_at, ended_at, state)
        select i, 'c' || i % 20, 'source', 'schedule', i, i, 'completed' from generate_series(1, 20000) i;
        insert into page_receipt (
            run_id, page_no, connector, origin, read, unchanged, ignored, quarantined, accepted, epoch, committed_at)
        select i, 1, 'alpha', 'source', 1, 0, 0, 0, 1, 0, i from generate_series(1, 20000) i;
        insert into outbox (
            id, number, connector, kind, version, range, origin, run_id, state, attempts, due_at, query_first, created_at)
        select i, 'n' || i % 20000, 'c' || i % 20, 1 + i % 2, i, i % 64, 'source', i % 20000,
               case i % 50 when 0 then 0 when 1 then 3 else 1 end, 0, i, false, i from generate_series(1, 40000) i;
        insert into attempt (id, range, epoch, kind, rows, started_at, ended_at)
        select i, i % 64, 1, 1, array[i], i, i from generate_series(1, 20000) i;
        insert into quarantine (
            id, run_id, connector, source_key, arrival, number, code, pointer, message, content, content_hash, correlation_id,
            first_seen, last_seen, attempts, due_at, state, fingerprint)
        select i, i, 'c' || i % 20, 'k' || i, i, 'n' || i, 'x', '', '', '', sha256('x'), 'x',
               i, i, 0, case when i % 100 = 0 then i end, case when i % 10 = 0 then 'open' else 'gone' end, 'f' from generate_series(1, 20000) i;
        insert into callback_journal (connector, name, key, content, received_at)
        select 'c' || i % 20, 'n', 'k', '{}', i from generate_series(1, 20000) i;
        insert into reconciliation (id, trigger, started_at, ended_at, state)
        select i, 'schedule', i, i, 'completed' from generate_series(1, 200) i;
        insert into difference (id, reconciliation_id, number, connector, kind, members, resolution)
        select i, 1 + i % 200, 'n' || i, 'alpha', 'dead', '', 'reported' from generate_series(1, 20000) i;
        """;

    private static readonly string[] Tables =
    [
        "dossier", "packet", "dossier_event", "progress", "run", "page_receipt", "outbox", "attempt", "quarantine", "callback_journal",
        "reconciliation", "difference",
    ];

    private readonly Lazy<TestStore> store = new(Make);

    internal DbConnection Open() => store.Value.Open();

    public void Dispose()
    {
        if (store.IsValueCreated)
            store.Value.Dispose();
    }

    private static TestStore Make()
    {
        var made = new TestStore(TestEngine.Postgres);
        using (var ledger = made.Ledger())
            ledger.Migrate();
        using var db = made.Open();
        db.Execute(Fill);
        db.Execute($"analyze {string.Join(", ", Tables)}");
        return made;
    }
}
