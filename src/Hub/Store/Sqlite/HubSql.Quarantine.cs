namespace IntegrationHub.Hub.Store.Sqlite;

/// <content>Quarantine.</content>
internal static partial class HubSql
{
    public const string KnownQuarantine = "select id from quarantine where connector = $1 and source_key = $2 and content_hash = $3";

    public const string SeenQuarantine = "update quarantine set last_seen = $2 where id = $1";

    // What was closed because the source had mended it, and is wrong again as it was; what a person has dismissed stays dismissed.
    public const string ReopenQuarantine = """
        update quarantine
        set state = 'open', attempts = 0, code = $2, pointer = $3, message = $4, number = coalesce($5, number), due_at = $6,
            fingerprint = $7
        where id = $1 and state in ('released', 'gone')
        """;

    public const string InsertQuarantine = """
        insert into quarantine (run_id, connector, source_key, source_time, number, code, pointer, message, content, content_hash,
                                correlation_id, arrival, first_seen, last_seen, due_at, state, fingerprint)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14, 'open', $15)
        """;

    public const string StillQuarantined = """
        update quarantine
        set attempts = attempts + 1, last_seen = $2, code = $3, pointer = $4, message = $5,
            number = coalesce($6, number), due_at = $7, fingerprint = $8
        where id = $1
        """;

    public const string ReleaseQuarantine = "update quarantine set state = 'released', due_at = null where id = $1 and state = 'open'";

    // A key has one present record at its source: what was seen of it before is gone, also where it was dated later.
    public const string CloseOlderQuarantine = """
        update quarantine set state = 'gone', due_at = null
        where connector = $1 and source_key = $2 and state = 'open'
          and (coalesce(source_time, 0) <= $3 or code = 'dated-later') and id <> $4
        """;

    // The dossier has moved: what was refused for what it was may now be right.
    public const string WakeQuarantine = """
        update quarantine set due_at = $2 where number = $1 and state = 'open' and code in ('status-step', 'no-base', 'base-unread')
        """;
}
