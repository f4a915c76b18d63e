namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>What loads a slice and writes it back: a statement for all rows of a kind, whatever their number.</summary>
internal static class SliceSql
{
    public const string Lease = """
        select epoch from lease where resource = $1 and owner = $2 and epoch = $3 and expires_at > clock_timestamp() for key share
        """;

    public const string Mark = "update commit_mark set number = $2, marked_at = clock_timestamp() where id = $1";

    public const string Marked = "select number from commit_mark where id = $1 for update";

    public const string Numbers = "select nextval($1::regclass) from generate_series(1, $2)";

    public const string Lock = $"""
        select {RowReading.DossierColumns} from dossier d where d.number = any($1) order by d.number for no key update
        """;

    public const string Dossiers = $"select {RowReading.DossierColumns} from dossier d where d.number = any($1)";

    public const string Packets = $"select {RowReading.PacketColumns} from packet p where p.number = any($1)";

    public const string Events = $"select {RowReading.EventColumns} from dossier_event e where e.number = any($1) order by e.id";

    public const string Progress = $"select {RowReading.ProgressColumns} from progress p where p.number = any($1)";

    public const string Open = $"select {RowReading.OutboxColumns} from outbox o where o.number = any($1) and o.state in (0, 3) order by o.id";

    public const string Rows = $"select {RowReading.OutboxColumns} from outbox o where o.id = any($1) and o.state in (0, 3)";

    // All at once: who locked them part by part could wait for one who does the same the other way round.
    public const string Quarantine = $"""
        select {RowReading.QuarantineColumns} from quarantine q
        where q.id = any($1) or (q.connector = $2 and q.source_key = any($3)) or (q.number = any($4) and q.state = 'open')
        order by q.id for update
        """;

    public const string Stream = $"select {RowReading.StreamColumns} from stream s where s.connector = $1";

    public const string MakeStream = "insert into stream (connector) values ($1) on conflict do nothing";

    public const string LockStream = Stream + " for update";

    public const string Buckets = "select prefix, count, digest from bucket where prefix = any($1) order by prefix for update";

    public const string CopyDossiers = """
        copy dossier (number, bucket, owner, every_step, tag, event_time, source_hash, has_events, packet_hash, status, version,
                      acked_version, acked_hash, acked_at, progress_count, progress_digest, written, arrival) from stdin (format binary)
        """;

    public const string UpdateDossiers = """
        update dossier d
        set owner = u.owner, every_step = u.every_step, tag = u.tag, event_time = u.event_time, source_hash = u.source_hash,
            has_events = u.has_events, packet_hash = u.packet_hash, status = u.status, version = u.version,
            acked_version = u.acked_version, acked_hash = u.acked_hash, acked_at = u.acked_at, progress_count = u.progress_count,
            progress_digest = u.progress_digest, written = u.written, arrival = u.arrival
        from unnest($1::text[], $2::text[], $3::boolean[], $4::text[], $5::bigint[], $6::bytea[], $7::boolean[], $8::bytea[], $9::int[],
                    $10::bigint[], $11::bigint[], $12::bytea[], $13::bigint[], $14::bigint[], $15::bytea[], $16::boolean[],
                    $17::bigint[])
             u(number, owner, every_step, tag, event_time, source_hash, has_events, packet_hash, status, version, acked_version,
               acked_hash, acked_at, progress_count, progress_digest, written, arrival)
        where d.number = u.number
        """;

    public const string CopyPackets = "copy packet (number, packet, base_packet, acked_packet, sent) from stdin (format binary)";

    public const string UpdatePackets = """
        update packet p set packet = u.packet, base_packet = u.base_packet, acked_packet = u.acked_packet, sent = u.sent
        from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) u(number, packet, base_packet, acked_packet, sent)
        where p.number = u.number
        """;

    public const string DeleteEvents = "delete from dossier_event where id = any($1)";

    public const string CopyEvents = """
        copy dossier_event (id, number, event_time, arrival, connector, kind, members, unless, every_step, hash) from stdin (format binary)
        """;

    public const string UpdateEvents =
        "update dossier_event e set members = u.members from unnest($1::bigint[], $2::text[]) u(id, members) where e.id = u.id";

    public const string CopyProgress = "copy progress (number, row_hash, connector, row, event_time, acked_at) from stdin (format binary)";

    public const string UpdateProgress = """
        update progress p set acked_at = u.acked_at
        from unnest($1::text[], $2::bytea[], $3::bigint[]) u(number, row_hash, acked_at)
        where p.number = u.number and p.row_hash = u.row_hash
        """;

    public const string CopyOutbox = """
        copy outbox (id, number, connector, kind, row_hash, version, range, origin, run_id, state, attempts, due_at, query_first,
                     fault, message, created_at, settled_at) from stdin (format binary)
        """;

    public const string UpdateOutbox = """
        update outbox o
        set version = u.version, state = u.state, attempts = u.attempts, due_at = u.due_at, query_first = u.query_first,
            fault = u.fault, message = u.message, settled_at = u.settled_at
        from unnest($1::bigint[], $2::bigint[], $3::int[], $4::int[], $5::bigint[], $6::boolean[], $7::text[], $8::text[], $9::bigint[])
             u(id, version, state, attempts, due_at, query_first, fault, message, settled_at)
        where o.id = u.id
        """;

    public const string CopyQuarantine = """
        copy quarantine (id, run_id, connector, source_key, source_time, arrival, number, code, pointer, message, content, content_hash,
                         correlation_id, first_seen, last_seen, attempts, due_at, state, fingerprint) from stdin (format binary)
        """;

    public const string UpdateQuarantine = """
        update quarantine q
        set number = u.number, code = u.code, pointer = u.pointer, message = u.message, last_seen = u.last_seen, attempts = u.attempts,
            due_at = u.due_at, state = u.state, fingerprint = u.fingerprint
        from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::int[], $8::bigint[], $9::text[],
                    $10::text[])
             u(id, number, code, pointer, message, last_seen, attempts, due_at, state, fingerprint)
        where q.id = u.id
        """;

    public const string PutStream = """
        insert into stream (connector, watermark, position, paused_at, paused_reason, read_at, fault, fault_message, failures)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (connector) do update set
            watermark = excluded.watermark, position = excluded.position, paused_at = excluded.paused_at,
            paused_reason = excluded.paused_reason, read_at = excluded.read_at, fault = excluded.fault,
            fault_message = excluded.fault_message, failures = excluded.failures
        """;

    public const string InsertRun = """
        insert into run (id, connector, origin, trigger, started_at, ended_at, state) values ($1, $2, $3, $4, $5, $6, $7)
        """;

    public const string EndRun = "update run set ended_at = $2, state = $3, fault = $4, message = $5 where id = $1";

    public const string InsertReceipt = """
        insert into page_receipt (run_id, page_no, connector, origin, read, unchanged, ignored, quarantined, accepted,
                                  watermark_before, watermark_after, epoch, committed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;

    public const string InsertAttempt = "insert into attempt (id, range, epoch, kind, rows, started_at) values ($1, $2, $3, $4, $5, $6)";

    public const string EndAttempt = "update attempt set ended_at = $2, outcome = $3 where id = $1";

    public const string CopyDifferences = """
        copy difference (id, reconciliation_id, number, connector, kind, members, ledger_version, target_version, ledger_status,
                         target_status, resolution) from stdin (format binary)
        """;

    public const string GrowReconciliation =
        "update reconciliation set differences = differences + $2, repairs = repairs + $3 where id = $1";

    public const string PutBuckets = """
        update bucket b set count = u.count, digest = u.digest
        from unnest($1::int[], $2::bigint[], $3::bytea[]) u(prefix, count, digest) where b.prefix = u.prefix
        """;

    public const string AddTotals = """
        insert into connector_total (
            connector, lane, read, unchanged, ignored, quarantined, accepted, pending, acknowledged, superseded, dead)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (connector, lane) do update set
            read = connector_total.read + excluded.read, unchanged = connector_total.unchanged + excluded.unchanged,
            ignored = connector_total.ignored + excluded.ignored, quarantined = connector_total.quarantined + excluded.quarantined,
            accepted = connector_total.accepted + excluded.accepted, pending = connector_total.pending + excluded.pending,
            acknowledged = connector_total.acknowledged + excluded.acknowledged,
            superseded = connector_total.superseded + excluded.superseded, dead = connector_total.dead + excluded.dead
        """;
}
