using System.Globalization;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Sim.Sources.Store;

internal readonly record struct PendingCallback(long Sequence, int Index, int Event);

internal readonly record struct LiveRow(int Index, int Wave, DateTime At);

/// <summary>What is read from the simulator's state.</summary>
internal static class StateQueries
{
    /// <summary>All dossiers by the UTF-8 bytes of their numbers.</summary>
    public static IEnumerable<int> DossiersInOrder(this SqliteConnection reader) =>
        reader.Prepare("SELECT ix FROM dossier ORDER BY ma").Rows(row => row.GetInt32(0));

    public static int Wave(this SqliteConnection reader)
    {
        using var command = reader.Prepare("SELECT value FROM meta WHERE key = 'wave'");
        return command.Number();
    }

    public static int LicenceCount(this SqliteConnection reader, string from, string before)
    {
        using var command = reader.Prepare("SELECT COUNT(*) FROM licence WHERE updated >= $from AND updated < $before", "$from", "$before");
        return command.Number(from, before);
    }

    public static IEnumerable<int> LicencePage(this SqliteConnection reader, string from, string before, int skip, int take) =>
        reader.Prepare(
                "SELECT ix FROM licence WHERE updated >= $from AND updated < $before ORDER BY updated, ma LIMIT $take OFFSET $skip",
                "$from", "$before", "$take", "$skip")
            .Bind(from, before, take, skip)
            .Rows(row => row.GetInt32(0));

    public static List<PendingCallback> CallbacksAfter(this SqliteConnection reader, long sequence, int take) =>
        [.. reader.Prepare("SELECT seq, ix, event FROM callback WHERE seq > $seq ORDER BY seq LIMIT $take", "$seq", "$take")
            .Bind(sequence, take)
            .Rows(row => new PendingCallback(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2)))];

    public static List<LiveRow> LiveRows(this SqliteConnection reader) =>
        [.. reader.Prepare("SELECT ix, wave, at FROM live ORDER BY seq").Rows(row => new LiveRow(
            row.GetInt32(0), row.GetInt32(1), DateTime.ParseExact(row.GetString(2), "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)))];

    private static IEnumerable<T> Rows<T>(this SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        using (command)
        {
            using var rows = command.ExecuteReader();
            while (rows.Read()) yield return read(rows);
        }
    }
}
