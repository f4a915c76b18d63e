namespace IntegrationHub.Hub.Views;

/// <summary>
/// Every question to the ledger, in one place.
/// None of them reads a packet, a row or a source record but <see cref="QuarantineContent"/>.
/// </summary>
internal static class ViewsSql
{
    public const string Totals = """
        select connector id, read, unchanged, ignored, quarantined, accepted, acknowledged, superseded, pending, dead
        from connector_total order by connector
        """;

    public const string Streams = """
        select connector, watermark, position, paused_at, paused_reason, read_at, fault, fault_message, failures from stream
        """;

    public const string QuarantineCauses = """
        select connector, code cause, count(*) count, min(first_seen) oldest from quarantine where state = 'open'
        group by connector, code order by count(*) desc, connector, code
        """;

    public const string DeadCauses = """
        select connector, coalesce(fault, 'unknown') cause, count(*) count, min(settled_at) oldest from outbox where state = 3
        group by connector, fault order by count(*) desc, connector, fault
        """;

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

    private const string RunColumns = """
        select r.id, r.connector, r.origin, r.trigger, r.state, r.started_at, r.ended_at, r.fault, r.message, count(p.page_no) pages,
               coalesce(sum(p.read), 0) read, coalesce(sum(p.unchanged), 0) unchanged, coalesce(sum(p.ignored), 0) ignored,
               coalesce(sum(p.quarantined), 0) quarantined, coalesce(sum(p.accepted), 0) accepted
        """;

    public const string Runs = RunColumns + """

        from (select * from run
              where (@connector is null or connector = @connector) and (@after is null or id < @after)
              order by id desc limit @limit) r
        left join page_receipt p on p.run_id = r.id
        group by r.id order by r.id desc
        """;

    public const string Run = RunColumns + """

        from run r left join page_receipt p on p.run_id = r.id where r.id = @id group by r.id
        """;

    public const string Receipts = """
        select page_no, read, unchanged, ignored, quarantined, accepted, watermark_before, watermark_after, committed_at
        from page_receipt where run_id = @id order by page_no limit 500
        """;

    public const string RunOutbox = """
        select coalesce(sum(state = 0), 0) pending, coalesce(sum(state = 1), 0) acknowledged,
               coalesce(sum(state = 2), 0) superseded, coalesce(sum(state = 3), 0) dead
        from outbox where run_id = @id
        """;

    // A number that only quarantine knows is found too; where a mapping failed, the source's key stands for it.
    public const string Records = """
        select d.number, d.owner, d.tag, d.status, d.version, d.acked_version, d.acked_at,
               case when exists (select 1 from outbox o where o.number = d.number and o.state = 3) then 'dead'
                    when exists (select 1 from outbox o where o.number = d.number and o.state = 0) then 'pending'
                    when exists (select 1 from quarantine q where q.record = d.number and q.state = 'open') then 'quarantined'
                    else 'acknowledged' end state
        from dossier d where d.number >= @from and d.number <= @to and d.number > @after
        union all
        select q.record, null, min(q.connector), 0, 0, null, null, 'quarantined'
        from quarantine q where q.state = 'open' and q.record between @from and @to and q.record > @after
          and not exists (select 1 from dossier d where d.number = q.record)
        group by q.record
        order by 1 limit @limit
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

    private const string OutboxColumns = """
        select id, number, connector, kind, version, state, origin, run_id, attempts, due_at, fault, message,
               created_at, settled_at
        from outbox
        """;

    public const string OutboxOf = OutboxColumns + " where number = @number order by id limit 500";

    public const string DeadRow = OutboxColumns + " where id = @id and state = 3";

    public const string Dead = OutboxColumns + """
         where state = 3 and id > @after
           and (@connector is null or connector = @connector) and (@fault is null or fault = @fault) order by id limit @limit
        """;

    // The range and the time narrow the calls down before their rows are looked into.
    public const string Calls = """
        select a.id, a.started_at, a.ended_at, a.outcome from outbox o
        join attempt a on a.range = o.range and a.kind = o.kind
                      and a.started_at >= o.created_at and (o.settled_at is null or a.started_at <= o.settled_at)
        where o.id = @id and exists (select 1 from json_each(a.rows) r where r.value = o.id)
        order by a.id limit 100
        """;

    private const string QuarantineColumns = """
        select id, connector, source_key, number, code, pointer, message, state, attempts, due_at, first_seen, last_seen,
               run_id, correlation_id
        from quarantine
        """;

    public const string Quarantine = QuarantineColumns + """
         where id > @after and (@connector is null or connector = @connector)
           and (@code is null or code = @code) and (@state is null or state = @state)
        order by id limit @limit
        """;

    public const string QuarantineOf = QuarantineColumns + " where record = @number order by id limit 500";

    public const string QuarantineEntry = QuarantineColumns + " where id = @id";

    public const string QuarantineContent = "select content from quarantine where id = @id";

    private const string ReconciliationColumns = """
        select id, trigger, mode, state, started_at, ended_at, ledger, target, compared, calls, differences, repairs,
               fault, message,
               (select count(*) from difference d where d.reconciliation_id = reconciliation.id and d.resolution = 'reported') need_person
        from reconciliation
        """;

    public const string Reconciliations = ReconciliationColumns + " where @after is null or id < @after order by id desc limit @limit";

    public const string Reconciliation = ReconciliationColumns + " where id = @id";

    public const string LastReconciliation = ReconciliationColumns + " where state <> 'running' order by id desc limit 1";

    private const string DifferenceColumns = """
        select d.id, d.reconciliation_id, r.started_at, d.number, d.connector, d.kind, d.members,
               d.ledger_version, d.target_version, d.ledger_status, d.target_status, d.resolution
        from difference d join reconciliation r on r.id = d.reconciliation_id
        """;

    public const string Differences = DifferenceColumns + " where d.reconciliation_id = @id and d.id > @after order by d.id limit @limit";

    public const string DifferencesOf = DifferenceColumns + " where d.number = @number order by d.id limit 500";
}
