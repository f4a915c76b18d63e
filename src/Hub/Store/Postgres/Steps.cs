using System.Data.Common;
using Npgsql;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>Statements that go to the server together, in one round trip, each with what is done with its rows.</summary>
internal sealed class Steps(NpgsqlConnection connection, NpgsqlTransaction transaction)
{
    private readonly List<(NpgsqlBatchCommand Command, Action<DbDataReader>? Row)> steps = [];

    public void Add(string sql, Action<DbDataReader>? row, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(Parameter(value));
        steps.Add((command, row));
    }

    /// <summary>The same for a list, unless it is empty.</summary>
    public void AddFor<T>(IReadOnlyCollection<T> keys, string sql, Action<DbDataReader> row)
    {
        if (keys.Count > 0)
            Add(sql, row, keys.ToArray());
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (steps.Count == 0)
            return;

        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var (command, _) in steps)
            batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var row in steps.Select(step => step.Row).OfType<Action<DbDataReader>>())
        {
            while (await reader.ReadAsync(cancellationToken))
                row(reader);
            await reader.NextResultAsync(cancellationToken);
        }
    }

    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        null => new() { Value = DBNull.Value },
        _ => new() { Value = value },
    };
}
