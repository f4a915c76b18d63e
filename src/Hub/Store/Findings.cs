using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Store;

/// <summary>What a reconciliation found, in numbers; what they count is in the log.</summary>
internal sealed record Findings
{
    /// <summary><c>digest</c> or <c>query</c>; null when the target never said what it is.</summary>
    public string? Mode { get; init; }

    public Fault? Fault { get; init; }

    /// <summary>Whether the target answered nothing any more, so that the rest was not compared.</summary>
    public bool Stopped { get; init; }

    public long Ledger { get; init; }

    public long? Target { get; init; }

    public long Compared { get; init; }

    public long Calls { get; init; }

    public long Differences { get; init; }
}
