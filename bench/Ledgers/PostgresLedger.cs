using Npgsql;

namespace IntegrationHub.Bench.Ledgers;

/// <summary>A database of the bench's own, whichever one the connection string names: it is dropped and made anew for every run.</summary>
internal sealed class PostgresLedger(string connection) : Ledger
{
    private const string Own = "hub_bench";
    private readonly string server = new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString;

    public override string Setting => $"{Postgres}{new NpgsqlConnectionStringBuilder(connection) { Database = Own }.ConnectionString}";

    public override string Kind => "postgres";

    public override async Task RenewAsync(CancellationToken cancellationToken)
    {
        await RemoveAsync(cancellationToken);
        await DoAsync($"create database {Own}", command => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken);
    }

    public override Task RemoveAsync(CancellationToken cancellationToken) => DoAsync(
        $"drop database if exists {Own} with (force)", command => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken);

    public override async Task<long> BytesAsync(CancellationToken cancellationToken) => (long)(await DoAsync(
        $"select pg_database_size('{Own}')", command => command.ExecuteScalarAsync(cancellationToken), cancellationToken))!;

    private async Task<T> DoAsync<T>(string sql, Func<NpgsqlCommand, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var data = NpgsqlDataSource.Create(server);
            await using var command = data.CreateCommand(sql);
            return await work(command);
        }
        catch (NpgsqlException failure)
        {
            throw new BenchException($"PostgreSQL refuses '{sql}': {failure.Message}");
        }
    }
}
