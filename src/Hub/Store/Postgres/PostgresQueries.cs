using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>Single statements, each on a connection of the pool. Parameters are positional: <c>$1</c>, <c>$2</c>, …</summary>
internal static class PostgresQueries
{
    public static async Task<IReadOnlyList<T>> AllAsync<T>(
        this PostgresLedger ledger, string sql, Func<DbDataReader, T> map, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = Command(ledger, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(map(reader));
        return rows;
    }

    public static async Task<T?> ScalarAsync<T>(
        this PostgresLedger ledger, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = Command(ledger, sql, values);
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : default;
    }

    /// <returns>How many rows it changed.</returns>
    public static Task<int> RunAsync(
        this PostgresLedger ledger, string sql, CancellationToken cancellationToken, params object?[] values) => Conflicts.RetryAsync(async () =>
    {
        await using var command = Command(ledger, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    });

    /// <summary>A text that may be missing: a bare null would have no type.</summary>
    public static NpgsqlParameter OrNull(string? text) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)text ?? DBNull.Value };

    /// <inheritdoc cref="OrNull(string?)"/>
    public static NpgsqlParameter OrNull(long? number) => new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = (object?)number ?? DBNull.Value };

    private static NpgsqlCommand Command(PostgresLedger ledger, string sql, object?[] values)
    {
        var command = ledger.Source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value ?? DBNull.Value });
        return command;
    }
}
