namespace IntegrationHub.Hub.Views;

/// <summary>
/// Every question to the ledger that every engine understands; the others are in its dialect.
/// None of them reads a packet, a row or a source record but <see cref="QuarantineContent"/>.
/// </summary>
internal static class ViewsSql
{
    public const string Totals = """
        select connector id, cast(sum(read) as bigint) read, cast(sum(unchanged) as bigint) unchanged,
               cast(sum(ignored) as bigint) ignored, cast(sum(quarantined) as bigint) quarantined, cast(sum(accepted) as bigint) accepted,
               cast(sum(acknowledged) as bigint) acknowledged, cast(sum(superseded) as bigint) superseded,
               cast(sum(pending) as bigint) pending, cast(sum(dead) as bigint) dead
        from connector_total group by connector order by connector
        """;

    public const string Running = "select distinct connector from run where state = 'running'";

    public const string Reconciling = "select count(*) from reconciliation where state = 'running'";

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
        group by r.id, r.connector, r.origin, r.trigger, r.state, r.started_at, r.ended_at, r.fault, r.message
        order by r.id desc
        """;

    public const string Run = RunColumns + """

        from run r left join page_receipt p on p.run_id = r.id where r.id = @id
        group by r.id, r.connector, r.origin, r.trigger, r.state, r.started_at, r.ended_at, r.fault, r.message
        """;

    public const string Receipts = """
        select page_no, read, unchanged, ignored, quarantined, accepted, watermark_before, watermark_after, committed_at
        from page_receipt where run_id = @id order by page_no limit 500
        """;

    public const string RunOutbox = """
        select count(*) filter (where state = 0) pending, count(*) filter (where state = 1) acknowledged,
               count(*) filter (where state = 2) superseded, count(*) filter (where state = 3) dead
        from outbox where run_id = @id
        """;

    // A number that only quarantine knows is found too; where a mapping failed, the source's key stands for it. Each part is cut to a page
    // by itself, or an engine would judge the whole ledger to show the first of it.
    public const string Records = """
        select * from (
            select d.number, d.owner, d.tag, d.status, d.version, d.acked_version, d.acked_at,
                   case when exists (select 1 from outbox o where o.number = d.number and o.state = 3) then 'dead'
                        when exists (select 1 from outbox o where o.number = d.number and o.state = 0) then 'pending'
                        when exists (select 1 from quarantine q where q.record = d.number and q.state = 'open') then 'quarantined'
                        else 'acknowledged' end state
            from dossier d where d.number >= @from and d.number <= @to and d.number > @after
            order by d.number limit @limit) known
        union all
        select * from (
            select q.record, null, min(q.connector), 0, 0, cast(null as bigint), cast(null as bigint), 'quarantined'
            from quarantine q where q.state = 'open' and q.record between @from and @to and q.record > @after
              and not exists (select 1 from dossier d where d.number = q.record)
            group by q.record order by q.record limit @limit) unknown
        order by 1 limit @limit
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
