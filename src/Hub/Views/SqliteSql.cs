namespace IntegrationHub.Hub.Views;

/// <summary>The questions that SQLite is asked in its own way.</summary>
internal static class SqliteSql
{
    public const string Activity = """
        with recursive range(n) as (select 0 union all select n + 1 from range where n < 63)
        select (select coalesce(sum(pending), 0) from connector_total) pending,
               (select count(*) from range join outbox o on o.range = n and o.kind in (1, 2) and o.state = 0 and o.due_at <= @now) due,
               (select count(*) from quarantine where state = 'open') quarantine_open,
               (select count(*) from quarantine where state = 'open' and code = 'base-unread' and due_at is not null) quarantine_waiting,
               (select coalesce(sum((select count(*) from callback_journal j where j.connector = c.value and j.sequence > coalesce((
                    select cast(substr(s.watermark, 3) as integer) from stream s
                    where s.connector = c.value and s.watermark like 's|%'), 0))), 0)
                from json_each(@connectors) c) callbacks_unread
        """;

    // Names of the members only, never their values.
    public const string Events = """
        select e.event_time, e.connector, e.kind, e.unless, (select group_concat(m.key, ', ') from json_each(e.members) m) members
        from dossier_event e where e.number = @number order by e.event_time, e.arrival limit 500
        """;

    public const string Progress = """
        select event_time, connector, lower(hex(substr(row_hash, 1, 4))) hash, acked_at
        from progress where number = @number order by event_time limit 500
        """;

    // The range and the time narrow the calls down before their rows are looked into.
    public const string Calls = """
        select a.id, a.started_at, a.ended_at, a.outcome from outbox o
        join attempt a on a.range = o.range and a.kind = o.kind
                      and a.started_at >= o.created_at and (o.settled_at is null or a.started_at <= o.settled_at)
        where o.id = @id and exists (select 1 from json_each(a.rows) r where r.value = o.id)
        order by a.id limit 100
        """;

    public const string Packets = "select number, packet, packet_hash hash from dossier";
}
