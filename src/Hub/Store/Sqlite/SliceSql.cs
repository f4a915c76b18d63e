namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>What loads a slice and writes it back. SQLite keeps a dossier and its packets in one row.</summary>
internal static class SliceSql
{
    private const string Listed = "(select value from json_each($1))";

    public const string Dossiers = $"select {RowReading.DossierColumns} from dossier d where d.number in {Listed} order by d.number";

    public const string Packets = $"select {RowReading.PacketColumns} from dossier p where p.number in {Listed}";

    public const string Events = $"select {RowReading.EventColumns} from dossier_event e where e.number in {Listed} order by e.id";

    public const string Progress = $"select {RowReading.ProgressColumns} from progress p where p.number in {Listed}";

    public const string Open = $"select {RowReading.OutboxColumns} from outbox o where o.number in {Listed} and o.state in (0, 3) order by o.id";

    public const string Rows = $"select {RowReading.OutboxColumns} from outbox o where o.id in {Listed} and o.state in (0, 3)";

    public const string Entries = $"select {RowReading.QuarantineColumns} from quarantine q where q.id in {Listed}";

    public const string OpenOf = $"select {RowReading.QuarantineColumns} from quarantine q where q.number in {Listed} and q.state = 'open'";

    public const string Keys = $"select {RowReading.QuarantineColumns} from quarantine q where q.source_key in {Listed} and q.connector = $2";

    public const string Stream = $"select {RowReading.StreamColumns} from stream s where s.connector = $1";

    // Whoever has the file would have to take a lease that has expired; until then it is nobody else's.
    public const string Lease = "select count(*) from lease where resource = $1 and owner = $2 and epoch = $3 and expires_at > 0";

    public const string CountWrite = "update written set count = count + 1 returning count";

    public const string LastId = "select seq from sqlite_sequence where name = $1";

    public const string LastEvent = "select max(id) from dossier_event";

    public const string LastArrival = "select last from arrival";

    public const string MoveArrival = "update arrival set last = $1";

    public const string InsertDossier = """
        insert into dossier (number, bucket, owner, every_step, tag, event_time, source_hash, has_events, packet_hash, status, version,
                             acked_version, acked_hash, acked_at, progress_count, progress_digest, written,
                             arrival, packet, base_packet, acked_packet, sent)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
        """;

    public const string UpdateDossier = """
        update dossier set owner = $2, every_step = $3, tag = $4, event_time = $5, source_hash = $6, has_events = $7, packet_hash = $8,
                           status = $9, version = $10, acked_version = $11, acked_hash = $12, acked_at = $13, progress_count = $14,
                           progress_digest = $15, written = $16, arrival = $17
        where number = $1
        """;

    public const string UpdatePackets =
        "update dossier set packet = $2, base_packet = $3, acked_packet = $4, sent = $5 where number = $1";

    public const string InsertEvent = """
        insert into dossier_event (id, number, event_time, arrival, connector, kind, members, unless, every_step, hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    public const string UpdateEvent = "update dossier_event set members = $2 where id = $1";

    public const string DeleteEvent = "delete from dossier_event where id = $1";

    public const string InsertProgress =
        "insert into progress (number, row_hash, connector, row, event_time, acked_at) values ($1, $2, $3, $4, $5, $6)";

    public const string UpdateProgress = "update progress set acked_at = $3 where number = $1 and row_hash = $2";

    public const string InsertOutbox = """
        insert into outbox (id, number, connector, kind, row_hash, version, range, origin, run_id, state, attempts, due_at, query_first,
                            fault, message, created_at, settled_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        """;

    public const string UpdateOutbox = """
        update outbox set version = $2, state = $3, attempts = $4, due_at = $5, query_first = $6, fault = $7, message = $8, settled_at = $9
        where id = $1
        """;

    public const string InsertQuarantine = """
        insert into quarantine (id, run_id, connector, source_key, source_time, arrival, number, code, pointer, message, content,
                                content_hash, correlation_id, first_seen, last_seen, attempts, due_at, state, fingerprint)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
        """;

    public const string UpdateQuarantine = """
        update quarantine set number = $2, code = $3, pointer = $4, message = $5, last_seen = $6, attempts = $7, due_at = $8, state = $9,
                              fingerprint = $10
        where id = $1
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

    public const string InsertDifference = """
        insert into difference (
            id, reconciliation_id, number, connector, kind, members, ledger_version, target_version, ledger_status, target_status, resolution)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    public const string GrowReconciliation =
        "update reconciliation set differences = differences + $2, repairs = repairs + $3 where id = $1";

    public const string Bucket = "select count, digest from bucket where prefix = $1";

    public const string PutBucket = """
        insert into bucket (prefix, count, digest) values ($1, $2, $3)
        on conflict (prefix) do update set count = excluded.count, digest = excluded.digest
        """;
}
