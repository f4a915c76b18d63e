namespace IntegrationHub.Hub.Views;

/// <summary>The questions that PostgreSQL is asked in its own way.</summary>
internal static class PostgresSql
{
    public const string Activity = """
        select (select cast(coalesce(sum(pending), 0) as bigint) from connector_total) pending,
               (select count(*) from outbox o where o.state = 0 and o.due_at <= @now) due,
               (select count(*) from quarantine where state = 'open') quarantine_open,
               (select count(*) from quarantine where state = 'open' and code = 'base-unread' and due_at is not null) quarantine_waiting,
               (select cast(coalesce(sum((select count(*) from callback_journal j where j.connector = c.value and j.sequence > coalesce((
                    select cast(substr(s.watermark, 3) as bigint) from stream s
                    where s.connector = c.value and s.watermark like 's|%'), 0))), 0) as bigint)
                from json_array_elements_text(cast(@connectors as json)) c(value)) callbacks_unread
        """;

    // Names of the members only, never their values.
    public const string Events = """
        select e.event_time, e.connector, e.kind, e.unless, (select string_agg(m, ', ') from json_object_keys(cast(e.members as json)) m) members
        from dossier_event e where e.number = @number order by e.event_time, e.arrival limit 500
        """;

    public const string Progress = """
        select event_time, connector, encode(substr(row_hash, 1, 4), 'hex') hash, acked_at
        from progress where number = @number order by event_time limit 500
        """;

    // The range and the time narrow the calls down before their rows are looked into.
    public const string Calls = """
        select a.id, a.started_at, a.ended_at, a.outcome from outbox o
        join attempt a on a.range = o.range and a.kind = o.kind
                      and a.started_at >= o.created_at and (o.settled_at is null or a.started_at <= o.settled_at)
        where o.id = @id and o.id = any(a.rows)
        order by a.id limit 100
        """;

    public const string Packets = "select d.number, p.packet, d.packet_hash hash from dossier d join packet p on p.number = d.number";
}
