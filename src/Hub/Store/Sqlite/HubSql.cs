namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>
/// Every statement of the hot paths, in one place. In the outbox kind 1 is a dossier and 2 a progress row; state 0 is pending,
/// 1 acknowledged, 2 superseded, 3 dead.
/// </summary>
internal static partial class HubSql
{
    public const string Dossier = """
        select bucket, owner, every_step, tag, event_time, source_hash, base_packet, has_events, packet, packet_hash, status, version,
               acked_version, acked_hash, acked_packet, sent, progress_count, progress_digest, written
        from dossier where number = $1
        """;

    public const string Acked = """
        select bucket, owner is not null, acked_version, acked_hash, progress_count, progress_digest, written from dossier where number = $1
        """;

    public const string InsertDossier = """
        insert into dossier (number, bucket, owner, every_step, tag, event_time, source_hash, base_packet, has_events, packet, packet_hash,
                             status, version, acked_hash, progress_count, progress_digest)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        """;

    public const string UpdateDossier = """
        update dossier set owner = $2, every_step = $3, tag = $4, event_time = $5, source_hash = $6, has_events = $7, packet = $8,
                           packet_hash = $9, status = $10, version = $11
        where number = $1
        """;

    public const string TouchDossier = "update dossier set event_time = $2 where number = $1 and event_time < $2";

    public const string KeepEvents = "update dossier set has_events = 1, base_packet = $2 where number = $1";

    public const string NextArrival = "update arrival set last = last + 1 returning last";

    public const string InsertEvent = """
        insert into dossier_event (number, event_time, arrival, connector, kind, members, unless, every_step, hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id
        """;

    public const string DeleteEvent = "delete from dossier_event where id = $1";

    public const string ForgetEvent = "delete from dossier_event where number = $1 and hash = $2";

    public const string EventKnown = "select 1 from dossier_event where number = $1 and hash = $2";

    public const string Events = "select id, event_time, arrival, members, unless, every_step, kind from dossier_event where number = $1";

    // An older whole dossier counts for a fold only by the status that conditions saw then.
    public const string ThinDossierEvents = """
        update dossier_event set members = case when json_type(members, '$.TrangThaiHoSo') is null then '{}'
                                           else json_object('TrangThaiHoSo', json_extract(members, '$.TrangThaiHoSo')) end
        where number = $1 and kind = 'dossier' and event_time < $2 and length(members) > 40
        """;

    public const string BeginRun = "insert into run (connector, origin, trigger, started_at, state) values ($1, $2, $3, $4, 'running')";

    public const string LastInserted = "select last_insert_rowid()";

    public const string InsertProgress = """
        insert into progress (number, row_hash, connector, row, event_time) values ($1, $2, $3, $4, $5) on conflict do nothing
        """;

    public const string InsertOutbox = """
        insert into outbox (number, connector, kind, row_hash, version, range, origin, run_id, state, query_first, due_at, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, $11)
        """;

    public const string DueRanges = """
        with recursive range(n) as (select 0 union all select n + 1 from range where n < 63)
        select n from range
        where exists (select 1 from outbox o where o.range = n and o.kind = 1 and o.state = 0 and o.due_at <= @now)
           or exists (select 1 from outbox o where o.range = n and o.kind = 2 and o.state = 0 and o.due_at <= @now)
        """;

    public const string DueDossiers = """
        select o.id, o.number, o.version, o.attempts, o.query_first, d.packet, d.packet_hash,
               d.owner is not null, d.tag, d.acked_version is not null
        from outbox o join dossier d on d.number = o.number
        where o.range = $1 and o.kind = 1 and o.state = 0 and o.due_at <= $2 order by o.due_at limit $3
        """;

    // The rows of one dossier keep their order: its own version goes first, and what comes after a row that waits, waits too.
    public const string LivingProgress = """
        select p.row_hash, p.connector, exists (
                   select 1 from outbox o where o.number = p.number and o.kind = 2 and o.state = 0 and o.row_hash = p.row_hash)
        from progress p where p.number = $1 and not exists (
            select 1 from outbox o where o.number = p.number and o.kind = 2 and o.state = 3 and o.row_hash = p.row_hash)
        order by p.event_time
        """;

    public const string SupersedeProgress =
        "update outbox set state = 2, settled_at = $3 where number = $1 and kind = 2 and state = 0 and row_hash = $2";

    public const string DueProgress = """
        select o.id, o.number, p.row, o.row_hash, o.attempts
        from outbox o join progress p on p.number = o.number and p.row_hash = o.row_hash
        where o.range = $1 and o.kind = 2 and o.state = 0 and o.due_at <= $2
          and not exists (select 1 from outbox d where d.number = o.number and d.kind = 1 and d.state = 0)
          and not exists (select 1 from outbox e where e.number = o.number and e.kind = 2 and e.state = 0 and e.id < o.id and e.due_at > $2)
        order by o.id limit $3
        """;

    public const string OpenAttempt = "insert into attempt (range, epoch, kind, rows, started_at) values ($1, 1, $2, $3, $4)";

    public const string CloseAttempt = "update attempt set ended_at = $2, outcome = 'known' where id = $1";

    public const string AbandonAttempt = "update attempt set ended_at = $2, outcome = 'abandoned' where id = $1";

    // Also the row that superseded one of them: a call whose fate is not known may still take effect.
    public const string QueryRowsOfAttempt = """
        update outbox set query_first = 1
        where state = 0 and kind = 1 and number in (
            select o.number from attempt a, json_each(a.rows) r join outbox o on o.id = r.value where a.id = $1 and o.kind = 1)
        """;

    public const string QueryRowsOfOpenAttempts = """
        update outbox set query_first = 1
        where state = 0 and kind = 1 and number in (
            select o.number from attempt a, json_each(a.rows) r join outbox o on o.id = r.value where a.ended_at is null and o.kind = 1)
        """;

    public const string IsOpenQuarantine = "select 1 from quarantine where id = $1 and state = 'open'";

    public const string RowIsPending = "select 1 from outbox where id = $1 and state = 0";

    public const string MoveRow = "update outbox set version = $2 where id = $1 and state = 0";

    // From now on the target's packet is what edits are told from; what was sent is still known by its hash.
    public const string NoteEdit = """
        update dossier set has_events = 1, acked_packet = $2,
                           sent = (select json_group_array(json(json_remove(value, '$.packet'))) from json_each(coalesce(sent, '[]')))
        where number = $1
        """;

    public const string IsPending = "select 1 from outbox where number = $1 and kind = 1 and state = 0";

    public const string Supersede = "update outbox set state = 2, settled_at = $2 where number = $1 and kind = 1 and state in (0, 3)";

    // A call whose outcome is not known may still take effect: who comes after it looks first, and no sooner.
    public const string MustLookFirst = """
        select max(due_at) from outbox where number = $1 and kind = 1 and state = 0 and query_first = 1
        """;

    public const string LookFirst = """
        update outbox set query_first = 1, due_at = max(due_at, $2) where number = $1 and kind = 1 and state = 0
        """;

    // A progress row that died with its dossier lives again with the dossier's next version, and nothing of before counts.
    public const string ReviveProgress = """
        update outbox set state = 0, due_at = $2, settled_at = null, attempts = 0, fault = null, message = null
        where number = $1 and kind = 2 and state = 3 and fault = 'OutOfOrder'
        """;

    public const string InsertReceipt = """
        insert into page_receipt (run_id, page_no, connector, origin, read, unchanged, ignored, quarantined, accepted,
                                  watermark_before, watermark_after, epoch, committed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12)
        """;

    public const string Watermark = "select watermark from stream where connector = $1";

    public const string MoveStream = """
        insert into stream (connector, watermark, position, read_at) values ($1, $2, $3, $4)
        on conflict (connector) do update set watermark = excluded.watermark, position = excluded.position, read_at = excluded.read_at
        """;

    // Every packet whose fate is not known, and of older ones what tells a late write of ours from an edit of theirs.
    public const string NoteSent = """
        update dossier set sent = (
            select json_group_array(json(iif(version > coalesce(acked_version, 0), entry, json_remove(entry, '$.packet')))) from (
                select version, entry, row_number() over (order by version desc) place from (
                    select json_extract(value, '$.version') version, value entry from json_each(coalesce(sent, '[]'))
                    where json_extract(value, '$.version') <> $2
                    union all
                    select $2, json_object('version', $2, 'hash', $3, 'packet', $4)))
            where version > coalesce(acked_version, 0) or place <= 8)
        where number = $1 and owner is null
        """;

    public const string AcknowledgeRow = """
        update outbox
        set state = 1, attempts = attempts + 1, settled_at = $2, fault = null, message = null, query_first = 0
        where id = $1 and state = 0
        """;

    public const string AcknowledgeDossier = """
        update dossier
        set acked_version = $2, acked_hash = $3, acked_packet = $4, acked_at = $5,
            written = max(written, $6), version = max(version, $2)
        where number = $1
        """;

    public const string AcknowledgeProgress = "update progress set acked_at = $3 where number = $1 and row_hash = $2 and acked_at is null";

    public const string AcknowledgedProgress = "select row_hash from progress where number = $1 and acked_at is not null";

    public const string ForgetProgress = "update progress set acked_at = null where number = $1 and row_hash = $2";

    public const string ProgressTotals = "update dossier set progress_count = $2, progress_digest = $3 where number = $1";

    public const string RowWaits = """
        update outbox set attempts = attempts + $6, due_at = $2, query_first = $3, fault = $4, message = $5 where id = $1 and state = 0
        """;

    // What comes after a row that waits, waits with it: it could not be sent, and need not be looked at.
    public const string LaterProgressWaits = """
        update outbox set due_at = max(due_at, $3) where number = $1 and kind = 2 and state = 0 and id > $2
        """;

    public const string LatestDue = "select max(due_at) from outbox where number = $1 and state = 0";

    // What waited for its dossier alone need not wait any longer.
    public const string ProgressNeedNotWait = """
        update outbox
        set due_at = max($2, coalesce((
            select max(e.due_at) from outbox e where e.number = $1 and e.kind = 2 and e.state = 0 and e.attempts > 0), 0))
        where number = $1 and kind = 2 and state = 0 and attempts = 0 and due_at > $2
        """;

    // What waits a moment only is left alone: its call may still take effect. Spelled by range and kind so that the index leads past
    // all that is due.
    public const string HurryUnanswered = """
        with recursive range(n) as (select 0 union all select n + 1 from range where n < 63)
        update outbox set due_at = $1
        where range in (select n from range) and kind in (1, 2) and state = 0 and due_at > $2
          and fault in ('Transient', 'UnknownOutcome', 'AuthExpired')
        """;

    // A row that has met nothing waits for another of its dossier; that one may have a reason of its own to wait.
    public const string HurryWhatWaitsForOthers = """
        with recursive range(n) as (select 0 union all select n + 1 from range where n < 63)
        update outbox
        set due_at = max($1, coalesce((
            select max(e.due_at) from outbox e where e.number = outbox.number and e.state = 0 and e.fault is not null), 0))
        where range in (select n from range) and kind in (1, 2) and state = 0 and due_at > $2 and fault is null
        """;

    public const string RowDies = """
        update outbox set state = 3, attempts = attempts + 1, settled_at = $2, fault = $3, message = $4 where id = $1 and state = 0
        """;

    // A dossier that the target holds takes progress, whatever became of its newest version.
    public const string ProgressDiesWithDossier = """
        update outbox set state = 3, settled_at = $2, fault = 'OutOfOrder', message = $3
        where number = $1 and kind = 2 and state = 0
          and not exists (
              select 1 from dossier d
              where d.number = $1 and (d.acked_version is not null or (d.owner is null and d.base_packet is not null)))
        """;

    public const string ProgressDiesWithDeadDossier = """
        update outbox set state = 3, settled_at = $2, fault = 'OutOfOrder', message = $3
        where number = $1 and kind = 2 and state = 0 and exists (select 1 from outbox d where d.number = $1 and d.kind = 1 and d.state = 3)
        """;

    public const string RaiseVersion = "update dossier set version = max(version, $2) where number = $1";

    public const string Bucket = "select count, digest from bucket where prefix = $1";

    public const string MoveBucket = """
        insert into bucket (prefix, count, digest) values ($1, $2, $3)
        on conflict (prefix) do update set count = excluded.count, digest = excluded.digest
        """;
}
