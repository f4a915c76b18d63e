using System.Data.Common;
using System.Globalization;
using Dapper;
using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Reads a stream of a database page by page. Rows become JSON objects with the columns' names; nulls stay.</summary>
/// <param name="database">The database.</param>
/// <param name="stream">What to read of it.</param>
public sealed class SqlReader(SqlDatabase database, SqlStream stream)
{
    // Earlier rows are undated; far enough from the calendar's start for a lag to be taken off.
    private static readonly DateTimeOffset Beginning = new(Limits.FirstYear, 1, 1, 0, 0, 0, WireDates.Vietnam);

    /// <summary>Reads the next page.</summary>
    /// <param name="from">Where to go on, or <see langword="null"/> from the very start.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The page, or the fault.</returns>
    public Task<Outcome<SourcePage>> ReadAsync(Position? from, CancellationToken cancellationToken) =>
        database.UseAsync(() => ReadPageAsync(from, cancellationToken));

    /// <summary>Tries the connection, the rights and the queries, without handing a row on.</summary>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns><see langword="null"/> when all is well, else the fault.</returns>
    public Task<Fault?> CheckAsync(CancellationToken cancellationToken) => database.UseAsync(() => TryQueriesAsync(cancellationToken));

    private async Task<Outcome<SourcePage>> ReadPageAsync(Position? from, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            var start = from ?? Position.AtTime(Beginning);
            if (!(await UndatedAsync(connection, start, cancellationToken)).Succeeded(out var undated, out var fault)
                || !(await RowsAsync(connection, start, stream.PageSize, cancellationToken)).Succeeded(out var rows, out fault))
                return fault;
            // The clock is asked after the rows, so that no row just written seems to lie ahead of it.
            return PageOf(undated, rows, start, await PresentAsync(connection, cancellationToken));
        }
        catch (Exception failure) when (SqlFaults.IsExpected(failure, cancellationToken))
        {
            return SqlFaults.Of(failure, database);
        }
    }

    private async Task<Fault?> TryQueriesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            return (await RowsAsync(connection, Position.AtTime(Beginning), limit: 0, cancellationToken)).Fault
                ?? (await UndatedAsync(connection, Position.AtTime(Beginning), cancellationToken)).Fault;
        }
        catch (Exception failure) when (SqlFaults.IsExpected(failure, cancellationToken))
        {
            return SqlFaults.Of(failure, database);
        }
    }

    // A run begins without a key; so the rows that no time finds are read once a run.
    private async Task<Outcome<List<SourceRecord>>> UndatedAsync(
        DbConnection connection, Position start, CancellationToken cancellationToken)
    {
        if (start.Key is not null)
            return new List<SourceRecord>();
        var limit = stream.PageSize + 1;
        var undated = await QueryAsync(connection, stream.UndatedQuery, new { limit }, dated: false, cancellationToken);
        return undated.Value?.Count == limit ? UpToAPage(undated.Value) : undated;
    }

    // They come in no order that could be gone on in, so more than a page of them never shows: the last one shown tells that.
    private List<SourceRecord> UpToAPage(List<SourceRecord> undated) =>
        [.. undated[..^2], undated[^2] with { Unreadable = SqlFaults.ManyUndated(database, stream) }];

    private Task<Outcome<List<SourceRecord>>> RowsAsync(
        DbConnection connection, Position start, int limit, CancellationToken cancellationToken)
    {
        var time = TextOf(start.Time!.Value);
        return QueryAsync(connection, stream.Query, new { time, key = start.Key, limit }, dated: true, cancellationToken);
    }

    private async Task<Outcome<List<SourceRecord>>> QueryAsync(
        DbConnection connection, string query, object parameters, bool dated, CancellationToken cancellationToken)
    {
        var command = new CommandDefinition(
            query, parameters, commandTimeout: (int)stream.Timeout.TotalSeconds, cancellationToken: cancellationToken);
        await using var reader = await connection.ExecuteReaderAsync(command);
        if (SqlFaults.OfColumns(reader, stream) is { } changed)
            return changed;

        var json = new RowWriter(reader);
        var (timeColumn, keyColumn) = (reader.GetOrdinal(stream.TimeColumn), reader.GetOrdinal(stream.KeyColumn));
        var records = new List<SourceRecord>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var value = reader.GetValue(timeColumn);
            var time = dated ? TimeOf(value) : null;
            if (reader.IsDBNull(keyColumn) || (dated ? time is null : IsInAnotherForm(value)))
                return SqlFaults.Unordered(database, stream);
            var key = Convert.ToString(reader.GetValue(keyColumn), CultureInfo.InvariantCulture)!;
            if (!json.Row().Succeeded(out var content, out var unreadable))
                return unreadable;
            records.Add(new() { Key = key, Time = time, Content = content });
        }

        return records;
    }

    // Only what is written back the same can be compared as text and gone on from.
    private DateTimeOffset? TimeOf(object value) =>
        DateTime.TryParseExact(value as string, stream.TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && local.Year >= Limits.FirstYear && new DateTimeOffset(local, WireDates.Vietnam) is var time && TextOf(time) == (string)value
            ? time
            : null;

    // A day-first text sorts before every year and would pass for undated.
    private bool IsInAnotherForm(object value) => value is string text && !string.IsNullOrWhiteSpace(text)
        && !DateTime.TryParseExact(text, stream.TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private string TextOf(DateTimeOffset time) => time.ToOffset(WireDates.Vietnam).ToString(stream.TimeForm, CultureInfo.InvariantCulture);

    private async Task<DateTimeOffset> PresentAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var command = new CommandDefinition(database.ClockQuery, cancellationToken: cancellationToken);
        var text = await connection.ExecuteScalarAsync<string>(command);
        return DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }

    private Outcome<SourcePage> PageOf(List<SourceRecord> undated, List<SourceRecord> rows, Position start, DateTimeOffset present)
    {
        // A row dated later than the present is handed on, but does not carry the watermark with it: not to its own time, and not
        // to the present either, for up to there nothing else has been seen yet.
        var next = rows is [.., var last] ? Position.AtTime(last.Time!.Value, last.Key) : start;
        if (rows.Count > 0 && next == start)
            return SqlFaults.Unmoved(database, stream);
        var readUpTo = rows.Select(row => row.Time!.Value).Append(start.Time!.Value).Where(time => time <= present).Append(Beginning).Max();
        return new SourcePage
        {
            Records = [.. undated, .. rows],
            Next = next,
            HasMore = rows.Count == stream.PageSize,
            ReadUpTo = Position.AtTime(readUpTo),
            Present = present,
        };
    }
}
