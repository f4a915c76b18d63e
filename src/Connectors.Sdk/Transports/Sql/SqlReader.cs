using System.Data.Common;
using System.Globalization;
using Dapper;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Reads a stream of a database page by page. Rows become JSON objects with the columns' names; nulls stay.</summary>
/// <param name="database">The database.</param>
/// <param name="stream">What to read of it.</param>
public sealed class SqlReader(SqlDatabase database, SqlStream stream)
{
    // Earlier than any record; far enough from the calendar's start for a lag to be taken off.
    private static readonly DateTimeOffset Beginning = new(2000, 1, 1, 0, 0, 0, WireDates.Vietnam);

    /// <summary>Reads the next page.</summary>
    /// <param name="from">Where to go on, or <see langword="null"/> from the very start.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The page, or the fault.</returns>
    public async Task<Outcome<SourcePage>> ReadAsync(Position? from, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            var rows = await RowsAsync(connection, from ?? Position.AtTime(Beginning), stream.PageSize, cancellationToken);
            if (rows.Fault is { } drift)
                return drift;
            // The clock is asked after the rows, so that no row just written seems to lie ahead of it.
            return PageOf(rows.Value!, from ?? Position.AtTime(Beginning), await PresentAsync(connection, cancellationToken));
        }
        catch (Exception failure) when (SqlFaults.IsExpected(failure, cancellationToken))
        {
            return SqlFaults.Of(failure, database);
        }
    }

    /// <summary>Tries the connection, the rights and the query, without reading a row.</summary>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns><see langword="null"/> when all is well, else the fault.</returns>
    public async Task<Fault?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            return (await RowsAsync(connection, Position.AtTime(Beginning), limit: 0, cancellationToken)).Fault;
        }
        catch (Exception failure) when (SqlFaults.IsExpected(failure, cancellationToken))
        {
            return SqlFaults.Of(failure, database);
        }
    }

    private async Task<Outcome<List<SourceRecord>>> RowsAsync(DbConnection connection, Position from, int limit, CancellationToken cancellationToken)
    {
        var time = from.Time!.Value.ToOffset(WireDates.Vietnam).ToString(stream.TimeForm, CultureInfo.InvariantCulture);
        var command = new CommandDefinition(stream.Query, new { time, key = from.Key, limit }, commandTimeout: (int)stream.Timeout.TotalSeconds, cancellationToken: cancellationToken);
        await using var reader = await connection.ExecuteReaderAsync(command);
        if (SqlFaults.MissingColumn(reader, stream) is { } missing)
            return missing;

        var json = new RowWriter(reader);
        var (timeColumn, keyColumn) = (reader.GetOrdinal(stream.TimeColumn), reader.GetOrdinal(stream.KeyColumn));
        var records = new List<SourceRecord>(limit);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.IsDBNull(keyColumn) || !WireDates.TryReadInstant(reader.GetValue(timeColumn) as string, out var at))
                return SqlFaults.Unordered(database, stream);
            records.Add(new() { Key = Convert.ToString(reader.GetValue(keyColumn), CultureInfo.InvariantCulture)!, Time = at, Content = json.Row() });
        }

        return records;
    }

    private async Task<DateTimeOffset> PresentAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var text = await connection.ExecuteScalarAsync<string>(new CommandDefinition(database.ClockQuery, cancellationToken: cancellationToken));
        return DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }

    private SourcePage PageOf(List<SourceRecord> records, Position from, DateTimeOffset present)
    {
        // A row dated later than the present is handed on, but does not carry the watermark with it: not to its own time, and not
        // to the present either, for up to there nothing else has been seen yet.
        var next = records is [.., var last] ? Position.AtTime(last.Time!.Value, last.Key) : from;
        var readUpTo = records.Select(record => record.Time!.Value).Append(from.Time!.Value).Where(time => time <= present).Append(Beginning).Max();
        return new() { Records = records, Next = next, HasMore = records.Count == stream.PageSize, ReadUpTo = Position.AtTime(readUpTo), Present = present };
    }
}
