using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Map;

/// <summary>A source record with what became of it before the store: the unit that is counted.</summary>
/// <param name="Record">The source record as it came, before its text was cleaned.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Retried">Its entry in quarantine, when it is tried again from there.</param>
internal sealed record Judged(SourceRecord Record, Verdict Verdict, QuarantineEntry? Retried = null);

internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It yields records that keep the contract. The store may still refuse them for what the dossier is.</summary>
    public sealed record Sound(IReadOnlyList<PreparedRecord> Records) : Verdict;

    public sealed record Ignored(string Reason) : Verdict;

    /// <summary>It stays out. One bad record of several keeps all of its source record out: half a record is no record.</summary>
    public sealed record Refused(Refusal Refusal) : Verdict;
}

/// <summary>Why a record is in quarantine.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Pointer">Where in the source record or in the canonical record.</param>
/// <param name="Message">What is wrong and what to do; never a personal value.</param>
/// <param name="Number">The dossier, where it is known.</param>
/// <param name="DueAt">When to try again by itself; null: when its cause goes.</param>
internal sealed record Refusal(string Code, string Pointer, string Message, string? Number = null, DateTimeOffset? DueAt = null);
