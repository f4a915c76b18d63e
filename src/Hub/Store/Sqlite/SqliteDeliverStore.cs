using System.Text.Json;
using Dapper;
using IntegrationHub.Connectors.Sdk;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Delivering, on SQLite.</summary>
internal sealed class SqliteDeliverStore(SqliteLedger ledger, TimeProvider clock) : IDeliverStore
{
    public Task<IReadOnlyList<int>> DueRangesAsync(CancellationToken cancellationToken) =>
        ledger.ReadAsync<IReadOnlyList<int>>(db => [.. db.Query<int>(HubSql.DueRanges, new { now = clock.NowMicros() })]);

    public Task HurryAsync(CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            var now = clock.NowMicros();
            sql.Run(HubSql.HurryUnanswered, now, now + Outbox.Moment);
            sql.Run(HubSql.HurryWhatWaitsForOthers, now, now + Outbox.Moment);
        },
        cancellationToken);

    public Task<IReadOnlyList<PendingDossier>> DueDossiersAsync(int range, int limit, CancellationToken cancellationToken) =>
        DueAsync(HubSql.DueDossiers, DossierOf, range, limit);

    public Task<IReadOnlyList<PendingProgress>> DueProgressAsync(int range, int limit, CancellationToken cancellationToken) =>
        DueAsync(HubSql.DueProgress, ProgressOf, range, limit);

    public Task<IReadOnlyList<Rebased?>> RebaseAsync(
        IReadOnlyList<(PendingDossier Row, TargetDossier Target)> read, CancellationToken cancellationToken) =>
        ledger.WriteAsync<IReadOnlyList<Rebased?>>(
            sql => [.. read.Select(r => new Rebase(sql, clock.NowMicros()).Apply(r.Row, r.Target))],
            cancellationToken);

    public Task<Attempt<T>> OpenAttemptAsync<T>(int range, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : PendingRow => ledger.WriteAsync(
        sql =>
        {
            var pending = rows.Where(row => sql.Scalar<long>(HubSql.RowIsPending, row.Id) == 1).ToList();
            foreach (var row in pending.OfType<PendingDossier>().Where(row => !row.Owned))
                sql.Run(HubSql.NoteSent, row.Number, row.Version, row.Hash.ToString(), row.Packet);

            var kind = typeof(T) == typeof(PendingDossier) ? OutboxKind.Dossier : OutboxKind.Progress;
            sql.Run(HubSql.OpenAttempt, range, kind, JsonSerializer.Serialize(pending.Select(row => row.Id)), clock.NowMicros());
            return new Attempt<T>(sql.Scalar<long>(HubSql.LastInserted), pending);
        },
        cancellationToken);

    public Task CloseAttemptAsync(long attempt, IReadOnlyList<Settled> settled, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            var now = clock.NowMicros();
            new AttemptCloser(sql, now).Settle(settled);
            sql.Run(HubSql.CloseAttempt, attempt, now);
        },
        cancellationToken);

    public Task AbandonAttemptAsync(long attempt, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            sql.Run(HubSql.QueryRowsOfAttempt, attempt);
            sql.Run(HubSql.AbandonAttempt, attempt, clock.NowMicros());
        },
        cancellationToken);

    public Task SettleAsync(IReadOnlyList<Settled> settled, CancellationToken cancellationToken) => settled.Count == 0
        ? Task.CompletedTask
        : ledger.WriteAsync(sql => new AttemptCloser(sql, clock.NowMicros()).Settle(settled), cancellationToken);

    private Task<IReadOnlyList<T>> DueAsync<T>(string query, Func<SqliteDataReader, T> map, int range, int limit) =>
        ledger.QueryAsync<IReadOnlyList<T>>(sql => sql.All(query, map, range, clock.NowMicros(), limit));

    private static PendingDossier DossierOf(SqliteDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Number = reader.GetString(1),
        Version = reader.GetInt64(2),
        Attempts = reader.GetInt32(3),
        QueryFirst = reader.GetInt64(4) != 0,
        Packet = reader.GetString(5),
        Hash = reader.Hash(6)!.Value,
        Owned = reader.GetInt64(7) != 0,
        Tag = reader.GetString(8),
        AckedBefore = reader.GetInt64(9) != 0,
    };

    private static PendingProgress ProgressOf(SqliteDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Number = reader.GetString(1),
        Row = reader.GetString(2),
        Hash = reader.Hash(3)!.Value,
        Attempts = reader.GetInt32(4),
    };
}
