using System.Globalization;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Sim.Sources.Store;

/// <summary>The little that plain SQLite access needs.</summary>
internal static class Sqlite
{
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30, Pooling = false }.ToString());
        connection.Open();
        connection.Run("PRAGMA journal_mode = WAL");
        connection.Run("PRAGMA synchronous = NORMAL");
        connection.Run("PRAGMA cache_size = -32000");
        return connection;
    }

    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params string[] names)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every caller passes a constant
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in names) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    public static int Run(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        command.Bind(values);
        return command.ExecuteNonQuery();
    }

    public static SqliteCommand Bind(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    public static void Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.Prepare(sql);
        command.ExecuteNonQuery();
    }

    public static int Number(this SqliteCommand command, params ReadOnlySpan<object?> values) =>
        Convert.ToInt32(command.Bind(values).ExecuteScalar(), CultureInfo.InvariantCulture);
}
