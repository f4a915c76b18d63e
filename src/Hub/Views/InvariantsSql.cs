namespace IntegrationHub.Hub.Views;

/// <summary>The invariants as questions: each answers with one line a violation, at most 20.</summary>
internal static class InvariantsSql
{
    public static readonly (string Name, string Meaning, string Sql)[] All =
    [
        ("page-balance", "on each page: read = unchanged + ignored + quarantined + accepted", """
            select format('run %s, page %s of %s: read %s, accounted for %s',
                          run_id, page_no, connector, read, unchanged + ignored + quarantined + accepted)
            from page_receipt where read <> unchanged + ignored + quarantined + accepted limit 20
            """),
        ("outbox-balance", "each connector: accepted = acknowledged + superseded + pending + dead", """
            with accepted as (select connector, sum(accepted) n from page_receipt group by connector),
                 rows as (select connector, count(*) n from outbox group by connector)
            select format('%s: accepted %s, in the outbox %s', c.connector, coalesce(a.n, 0), coalesce(r.n, 0))
            from (select connector from accepted union select connector from rows) c
            left join accepted a on a.connector = c.connector left join rows r on r.connector = c.connector
            where coalesce(a.n, 0) <> coalesce(r.n, 0) limit 20
            """),
        ("run-balance", "each run: what it accepted is in the outbox", """
            with accepted as (select run_id, sum(accepted) n from page_receipt group by run_id),
                 rows as (select run_id, count(*) n from outbox group by run_id)
            select format('run %s: accepted %s, in the outbox %s', c.run_id, coalesce(a.n, 0), coalesce(r.n, 0))
            from (select run_id from accepted union select run_id from rows) c
            left join accepted a on a.run_id = c.run_id left join rows r on r.run_id = c.run_id
            where coalesce(a.n, 0) <> coalesce(r.n, 0) limit 20
            """),
        ("quarantine-balance", "each run: what it quarantined is in quarantine", """
            with counted as (select run_id, sum(quarantined) n from page_receipt group by run_id),
                 rows as (select run_id, count(*) n from quarantine group by run_id)
            select format('run %s: quarantined %s, in quarantine %s', c.run_id, coalesce(a.n, 0), coalesce(r.n, 0))
            from (select run_id from counted union select run_id from rows) c
            left join counted a on a.run_id = c.run_id left join rows r on r.run_id = c.run_id
            where coalesce(a.n, 0) <> coalesce(r.n, 0) limit 20
            """),
        ("versions-rise", "the versions of a dossier only rise", """
            select format('%s: outbox %s has version %s after %s', number, id, version, before)
            from (select number, id, version, lag(version) over (partition by number order by id) before from outbox where kind = 1) v
            where version < before limit 20
            """),
        ("versions-bounded", "no row and no acknowledgement is newer than its dossier", """
            select format('%s: at %s, acknowledged %s, newest row %s',
                          d.number, d.version, coalesce(d.acked_version, 0), coalesce(o.newest, 0))
            from dossier d
            left join (select number, max(version) newest from outbox where kind = 1 group by number) o on o.number = d.number
            where d.acked_version > d.version or o.newest > d.version limit 20
            """),
        ("one-open-row", "a dossier has at most one row that is pending or dead", """
            select format('%s: %s open rows', number, count(*))
            from outbox where kind = 1 and state in (0, 3) group by number having count(*) > 1 limit 20
            """),
        ("nothing-lost", "what differs from its acknowledgement is on its way, or dead", """
            select format('%s: version %s is neither acknowledged nor in the outbox', d.number, d.version) from dossier d
            where d.packet_hash is distinct from d.acked_hash
              and not exists (select 1 from outbox o where o.number = d.number and o.kind = 1 and o.state in (0, 3)) limit 20
            """),
        ("no-progress-lost", "a progress row that is not acknowledged is on its way, or dead", """
            select format('%s: a progress row of %s is neither acknowledged nor in the outbox', p.number, p.event_time)
            from progress p
            where p.acked_at is null
              and not exists (
                  select 1 from outbox o
                  where o.number = p.number and o.kind = 2 and o.row_hash = p.row_hash and o.state in (0, 3)) limit 20
            """),
        ("totals", "the kept totals are what receipts and outbox add up to", """
            with counted as (
                     select connector, sum(read) read, sum(unchanged) unchanged, sum(ignored) ignored,
                            sum(quarantined) quarantined, sum(accepted) accepted
                     from page_receipt group by connector),
                 fate as (
                     select connector, count(*) filter (where state = 0) pending, count(*) filter (where state = 1) acknowledged,
                            count(*) filter (where state = 2) superseded, count(*) filter (where state = 3) dead
                     from outbox group by connector),
                 kept as (
                     select connector, sum(read) read, sum(unchanged) unchanged, sum(ignored) ignored, sum(quarantined) quarantined,
                            sum(accepted) accepted, sum(pending) pending, sum(acknowledged) acknowledged, sum(superseded) superseded,
                            sum(dead) dead
                     from connector_total group by connector)
            select format('%s: the totals kept are not those counted', t.connector)
            from kept t left join counted c on c.connector = t.connector left join fate f on f.connector = t.connector
            where (t.read, t.unchanged, t.ignored, t.quarantined, t.accepted) is distinct from
                      (coalesce(c.read, 0), coalesce(c.unchanged, 0), coalesce(c.ignored, 0),
                       coalesce(c.quarantined, 0), coalesce(c.accepted, 0))
               or (t.pending, t.acknowledged, t.superseded, t.dead) is distinct from
                      (coalesce(f.pending, 0), coalesce(f.acknowledged, 0), coalesce(f.superseded, 0), coalesce(f.dead, 0)) limit 20
            """),
    ];

    public const string ProgressRows = "select number, row packet, row_hash hash from progress";

    public const string Leaves = """
        select number, acked_hash, progress_count, progress_digest from dossier where written = true and acked_hash is not null
        """;

    public const string Buckets = "select prefix, count, digest from bucket";
}
