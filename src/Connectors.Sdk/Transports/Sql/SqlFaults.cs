using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// Names what went wrong with a database: by code, never by searching its words. Its words are quoted only where they speak of names
/// (rights, columns, databases); elsewhere they may quote a value.
/// </summary>
internal static class SqlFaults
{
    private const int SqliteError = 1;
    private const int SqliteNotADatabase = 26;

    public static bool IsExpected(Exception failure, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && failure is DbException or TimeoutException or SocketException or IOException;

    public static Fault Of(Exception failure, SqlDatabase database) => failure switch
    {
        SqliteException { SqliteErrorCode: SqliteError or SqliteNotADatabase } => Changed(database, failure.Message),
        PostgresException answer => Of(answer, database),
        _ => new Fault.Transient(
            $"{database.Where} cannot be read now ({failure.Message}). Check that it is there, that it runs, that the hub may reach it."),
    };

    private static Fault Of(PostgresException answer, SqlDatabase database) => (answer.SqlState, answer.SqlState[..2]) switch
    {
        (PostgresErrorCodes.InsufficientPrivilege, _) or (_, "28") => new Fault.AuthRefused(
            $"{database.Where} refuses the hub ({answer.MessageText}). Check the user, its password and its right to read the view."),
        (PostgresErrorCodes.InvalidCatalogName, _) or (_, "42") => Changed(database, answer.MessageText),
        (var state, "22") => Changed(database, $"SQLSTATE {state}: a value does not have the type that the query or the view gives it"),
        (var state, _) => new Fault.Transient(
            $"{database.Where} cannot be read now (SQLSTATE {state}). Look the code up in its manual and its words in its own log."),
    };

    public static Fault? OfColumns(DbDataReader reader, SqlStream stream)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).ToList();
        var names = columns.Select(reader.GetName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (new[] { stream.TimeColumn, stream.KeyColumn }.FirstOrDefault(column => !names.Contains(column)) is { } missing)
            return new Fault.Drift($"The query does not return the column '{missing}' that orders the stream. Mend the query.");
        return columns.FindIndex(i => ValueForms.Of(reader.GetFieldType(i)) is null) is >= 0 and var strange
            ? new Fault.Drift(
                $"The column '{reader.GetName(strange)}' has the type {reader.GetDataTypeName(strange)}, which the hub cannot write as "
                + "one value. Cast it to text or a number in the query.")
            : null;
    }

    public static Fault OfValue(string column) => new Fault.Drift(
        $"The column '{column}' holds a value that cannot be read as its type: an interval with months, a numeric that is NaN or too "
        + "large. Cast the column to text in the query.");

    public static Fault Unordered(SqlDatabase database, SqlStream stream) => new Fault.Drift(
        $"{database.Where} has a row without a key in '{stream.KeyColumn}' or whose '{stream.TimeColumn}' is not written "
        + $"{stream.TimeForm}; the stream cannot be ordered past it. The owner of the source must correct it.");

    public static MapResult.Rejected ManyUndated(SqlDatabase database, SqlStream stream) => new(
        "time-missing-in-many", $"/{stream.TimeColumn}",
        $"This row and more than {stream.PageSize} rows in all of {database.Where} have no '{stream.TimeColumn}', which orders the stream. "
        + $"Only the first {stream.PageSize} of them are shown here; the others are not read before the owner of the source fills it.");

    public static Fault Unmoved(SqlDatabase database, SqlStream stream) => new Fault.Drift(
        $"A page of {database.Where} ends where it began, so reading would never end: the query does not go on behind "
        + $"('{stream.TimeColumn}', '{stream.KeyColumn}'). Mend the query.");

    private static Fault.Drift Changed(SqlDatabase database, string words) => new(
        $"{database.Where} no longer looks as agreed ({words}). Ask its owner what changed, then change the query and the mapping.");
}
