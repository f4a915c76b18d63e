namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// What the hub asks of a source. One instance serves one connector; the hub calls <see cref="ReadAsync"/> for one run at a
/// time, and <see cref="Map"/> from any thread.
/// </summary>
public interface ISourceConnector
{
    /// <summary>
    /// Reads the next page. I/O only: nothing is interpreted. A page that is not there is a fault, never an empty page.
    /// </summary>
    /// <param name="from">
    /// Where to go on: everything at or after its time (inclusive), or after its key where it has one; <see langword="null"/> from
    /// the very start.
    /// </param>
    /// <param name="cancellationToken">Ends the read within two seconds.</param>
    /// <returns>The page, or the fault that stood in its way.</returns>
    Task<Outcome<SourcePage>> ReadAsync(Position? from, CancellationToken cancellationToken);

    /// <summary>
    /// Maps one source record to canonical records. Pure: the same record always gives the same result, whatever the culture, the
    /// clock or the records before it. Bad data is <see cref="MapResult.Rejected"/>, never an exception.
    /// </summary>
    /// <param name="record">The record; its text is already NFC and decoded as the manifest says.</param>
    /// <returns>What the record means.</returns>
    MapResult Map(SourceRecord record);
}
