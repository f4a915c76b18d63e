namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>
/// Every statement of the hot paths, in one place. <c>state in (0, 3)</c> beside a narrower term is not idle: SQLite uses the
/// partial index of open rows only where its own condition stands in the query to the letter.
/// </summary>
internal static class HubSql
{
    public const string Dossier = """
        select bucket, owner, tag, event_time, source_hash, base_packet, has_events, packet, packet_hash, status, version,
               acked_version, acked_hash, acked_packet, foreign_count, foreign_digest, progress_count, progress_digest, written, sent
        from dossier where number = $1
        """;

    public const string InsertDossier = """
        insert into dossier (number, bucket, owner, tag, event_time, source_hash, base_packet, has_events, packet, packet_hash, status, version,
                             foreign_count, foreign_digest, progress_count, progress_digest)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $13, $14)
        """;

    public const string UpdateDossier = """
        update dossier set owner = $2, tag = $3, event_time = $4, source_hash = $5, has_events = $6, packet = $7, packet_hash = $8, status = $9, version = $10
        where number = $1
        """;

    public const string TouchDossier = "update dossier set event_time = $2 where number = $1 and event_time < $2";

    public const string FlagEvents = "update dossier set has_events = 1 where number = $1";

    public const string InsertEvent = """
        insert into dossier_event (number, event_time, connector, kind, members, unless, every_step, hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (number, hash) do nothing
        """;

    public const string LastInserted = "select last_insert_rowid()";

    public const string DeleteEvent = "delete from dossier_event where arrival = $1";

    public const string EventKnown = "select 1 from dossier_event where number = $1 and hash = $2";

    public const string Events = "select event_time, arrival, members, unless, every_step, kind from dossier_event where number = $1";

    // An older whole dossier counts for a fold only by the status that conditions saw then.
    public const string ThinDossierEvents = """
        update dossier_event set members = json_object('TrangThaiHoSo', json_extract(members, '$.TrangThaiHoSo'))
        where number = $1 and kind = 'dossier' and event_time < $2 and length(members) > 40
        """;

    public const string InsertProgress = """
        insert into progress (number, row_hash, connector, row, event_time) values ($1, $2, $3, $4, $5) on conflict do nothing
        """;

    public const string InsertOutbox = """
        insert into outbox (number, connector, kind, row_hash, version, range, origin, run_id, state, due_at, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $9)
        """;

    public const string Supersede = "update outbox set state = 2, settled_at = $2 where number = $1 and kind = 1 and state in (0, 3)";

    // A progress row that died with its dossier lives again with the dossier's next version.
    public const string ReviveProgress = """
        update outbox set state = 0, due_at = $2, settled_at = null where number = $1 and kind = 2 and state in (0, 3) and state = 3 and fault = 'OutOfOrder'
        """;

    public const string KnownQuarantine = "select id, state from quarantine where connector = $1 and source_key = $2 and content_hash = $3";

    public const string SeenQuarantine = "update quarantine set last_seen = $2 where id = $1";

    public const string InsertQuarantine = """
        insert into quarantine (run_id, connector, source_key, source_time, number, code, pointer, message, content, content_hash, correlation_id,
                                first_seen, last_seen, due_at, state, fingerprint)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, 'open', $14)
        """;

    public const string StillQuarantined = """
        update quarantine set attempts = attempts + 1, last_seen = $2, code = $3, pointer = $4, message = $5, number = coalesce($6, number), due_at = $7, fingerprint = $8
        where id = $1
        """;

    public const string ReleaseQuarantine = "update quarantine set state = 'released', due_at = null where id = $1 and state = 'open'";

    public const string CloseOlderQuarantine = """
        update quarantine set state = 'gone', due_at = null
        where connector = $1 and source_key = $2 and state = 'open' and coalesce(source_time, 0) <= $3 and id <> $4
        """;

    // The dossier has moved: what was refused for what it was may now be right.
    public const string WakeQuarantine = """
        update quarantine set due_at = $2 where number = $1 and state = 'open' and code in ('status-step', 'no-base', 'base-unread')
        """;

    public const string InsertReceipt = """
        insert into page_receipt (run_id, page_no, connector, origin, read, unchanged, ignored, quarantined, accepted, watermark_before, watermark_after, epoch, committed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12)
        """;

    public const string Watermark = "select watermark from stream where connector = $1";

    public const string MoveStream = """
        insert into stream (connector, watermark, position, read_at) values ($1, $2, $3, $4)
        on conflict (connector) do update set watermark = excluded.watermark, position = excluded.position, read_at = excluded.read_at
        """;

    public const string NoteSent = """
        update dossier set sent = (select json_group_array(json(value)) from (
            select value, key from json_each(json_insert(coalesce(sent, '[]'), '$[#]', json_object('version', $2, 'packet', $3))) order by key desc limit 4))
        where number = $1 and owner is null
        """;

    public const string AcknowledgeRow = """
        update outbox set state = 1, attempts = attempts + 1, settled_at = $2, fault = null, message = null, query_first = 0 where id = $1 and state = 0
        """;

    public const string AcknowledgeDossier = """
        update dossier set acked_version = $2, acked_hash = $3, acked_packet = $4, acked_at = $5, written = max(written, $6), version = max(version, $2)
        where number = $1
        """;

    public const string AcknowledgeProgress = "update progress set acked_at = $3 where number = $1 and row_hash = $2 and acked_at is null";

    public const string ProgressTotals = "update dossier set progress_count = $2, progress_digest = $3 where number = $1";

    public const string RowWaits = """
        update outbox set attempts = attempts + 1, due_at = $2, query_first = $3, fault = $4, message = $5 where id = $1 and state = 0
        """;

    // Rows of one dossier keep their order: what comes after a row that waits, waits with it.
    public const string LaterProgressWaits = "update outbox set due_at = max(due_at, $3) where number = $1 and kind = 2 and state in (0, 3) and state = 0 and id > $2";

    public const string RowDies = """
        update outbox set state = 3, attempts = attempts + 1, settled_at = $2, fault = $3, message = $4 where id = $1 and state = 0
        """;

    public const string ProgressDiesWithDossier = """
        update outbox set state = 3, settled_at = $2, fault = 'OutOfOrder', message = 'The dossier was refused, so its progress cannot be sent; mend and retry the dossier, the progress follows by itself.'
        where number = $1 and kind = 2 and state in (0, 3) and state = 0 and not exists (select 1 from dossier d where d.number = $1 and d.acked_version is not null)
        """;

    public const string ProgressDiesWithDeadDossier = """
        update outbox set state = 3, settled_at = $2, fault = 'OutOfOrder', message = 'The dossier was refused, so its progress cannot be sent; mend and retry the dossier, the progress follows by itself.'
        where number = $1 and kind = 2 and state in (0, 3) and state = 0
          and exists (select 1 from outbox d where d.number = $1 and d.kind = 1 and d.state in (0, 3) and d.state = 3)
        """;

    public const string RaiseVersion = "update dossier set version = max(version, $2) where number = $1";

    public const string Bucket = "select count, digest from bucket where prefix = $1";

    public const string MoveBucket = """
        insert into bucket (prefix, count, digest) values ($1, $2, $3) on conflict (prefix) do update set count = excluded.count, digest = excluded.digest
        """;
}
