using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>What operators change in the ledger.</summary>
internal sealed class SqliteOperatorStore(SqliteLedger ledger, TimeProvider clock)
{
    private const string SelectDead = """
        select id, number, kind from outbox
        where state = 3 and ($1 is null or id = $1) and ($2 is null or connector = $2) and ($3 is null or fault = $3) order by id
        """;

    // A person has mended the cause: what the row met before lengthens no wait and is shown no more.
    private const string ReviveRow = """
        update outbox set state = 0, version = $2, due_at = $3, settled_at = null, attempts = 0, fault = null, message = null
        where id = $1 and state = 3
        """;

    private const string AskQuarantine = """
        update quarantine set due_at = $4
        where state = 'open' and ($1 is null or id = $1) and ($2 is null or connector = $2) and ($3 is null or code = $3)
        """;

    public Task PauseAsync(string connector, string reason, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql => sql.Run(
            """
            insert into stream (connector, paused_at, paused_reason) values ($1, $2, $3)
            on conflict (connector) do update set paused_at = excluded.paused_at, paused_reason = excluded.paused_reason
            """,
            connector, clock.NowMicros(), reason),
        cancellationToken);

    public Task ResumeAsync(string connector, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql => sql.Run("update stream set paused_at = null, paused_reason = null where connector = $1", connector),
        cancellationToken);

    /// <summary>The state of an entry of quarantine; null when there is none.</summary>
    public Task<string?> QuarantineStateAsync(long id, CancellationToken cancellationToken) =>
        ledger.QueryAsync(sql => sql.Scalar<string>("select state from quarantine where id = $1", id));

    /// <summary>Marks entries of quarantine as due now.</summary>
    public Task<int> AskAgainAsync(QuarantineSelection which, CancellationToken cancellationToken) =>
        ledger.WriteAsync(sql => sql.Run(AskQuarantine, which.Id, which.Connector, which.Code, clock.NowMicros()), cancellationToken);

    /// <summary>
    /// Turns dead rows back to pending;
    /// a dossier takes a new version, so that the ledger's present state is sent, never the row's old one.
    /// </summary>
    public Task<int> ReviveAsync(DeadSelection which, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            var now = clock.NowMicros();
            var dead = sql.All(
                SelectDead,
                r => (Id: r.GetInt64(0), Number: r.GetString(1), Kind: r.GetInt32(2)),
                which.Id, which.Connector, which.Fault);
            foreach (var row in dead)
                Revive(sql, row.Id, row.Number, row.Kind, now);
            return dead.Count;
        },
        cancellationToken);

    /// <summary>Whether the outbox has a row, in whatever state.</summary>
    public Task<bool> HasRowAsync(long id) =>
        ledger.QueryAsync(sql => sql.Scalar<long>("select count(*) from outbox where id = $1", id) > 0);

    private static void Revive(Statements sql, long id, string number, int kind, long now)
    {
        var version = 0L;
        if (kind == OutboxKind.Dossier)
        {
            version = DossierRow.Load(sql, number)!.Version + 1;
            sql.Run(HubSql.RaiseVersion, number, version);
            sql.Run(HubSql.ReviveProgress, number, now);
        }

        sql.Run(ReviveRow, id, version, now);
    }
}
