using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Names what went wrong with a database: by code, never by searching its words. What the database says is quoted for the operator.</summary>
internal static class SqlFaults
{
    private const int SqliteError = 1;
    private const int SqliteNotADatabase = 26;

    public static bool IsExpected(Exception failure, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && failure is DbException or TimeoutException or SocketException or IOException;

    public static Fault Of(Exception failure, SqlDatabase database) => failure switch
    {
        SqliteException { SqliteErrorCode: SqliteError } => Changed(database, failure.Message),
        SqliteException { SqliteErrorCode: SqliteNotADatabase } => Changed(database, failure.Message),
        PostgresException { SqlState: var state } refused when state.StartsWith("28", StringComparison.Ordinal) || state == PostgresErrorCodes.InsufficientPrivilege =>
            new Fault.AuthRefused($"{database.Where} refuses the hub ({refused.MessageText}). Check the user, its password and its right to read the view."),
        PostgresException { SqlState: var state } changed when state.StartsWith("42", StringComparison.Ordinal) => Changed(database, changed.MessageText),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } unknown => Changed(database, unknown.MessageText),
        _ => new Fault.Transient($"{database.Where} cannot be read now ({failure.Message}). Check that it is there, that it runs and that the hub may reach it."),
    };

    public static Fault? MissingColumn(DbDataReader reader, SqlStream stream)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new[] { stream.TimeColumn, stream.KeyColumn }.FirstOrDefault(column => !columns.Contains(column)) is { } missing
            ? new Fault.Drift($"The query does not return the column '{missing}' that orders the stream. Mend the query.")
            : null;
    }

    public static Fault Unordered(SqlDatabase database, SqlStream stream) =>
        new Fault.Drift($"{database.Where} has a row without a key in '{stream.KeyColumn}' or whose '{stream.TimeColumn}' is not a time of the form {stream.TimeForm}; the stream cannot be ordered past it. The owner of the source must correct it.");

    private static Fault.Drift Changed(SqlDatabase database, string words) =>
        new($"{database.Where} no longer looks as agreed ({words}). Ask its owner what changed, then change the connector's query and mapping.");
}
