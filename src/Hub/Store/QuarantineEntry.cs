using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Store;

/// <summary>An entry of quarantine to be tried again.</summary>
internal sealed record QuarantineEntry(long Id, string Connector, SourceRecord Record, string CorrelationId, int Attempts)
{
    /// <summary>The place in the order of arrival that its records keep, however late they are released.</summary>
    public long Arrival { get; init; }
}

/// <summary>Which of the entries that are due.</summary>
/// <param name="Connectors">Only of these; what cannot be tried must not keep the rest waiting.</param>
/// <param name="Selection">Only what an operator chose; by itself, everything.</param>
/// <param name="After">Only ids above this one.</param>
/// <param name="Limit">How many at most.</param>
internal sealed record DueEntries(IReadOnlyCollection<string> Connectors, QuarantineSelection Selection, long After, int Limit);
