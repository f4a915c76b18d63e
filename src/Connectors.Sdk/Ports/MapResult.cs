using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>What a source record means: canonical records, nothing, or a reason why it cannot be taken.</summary>
public abstract record MapResult
{
    private MapResult()
    {
    }

    /// <summary>It yields canonical records; at least one.</summary>
    /// <param name="Records">The records, a dossier before its progress.</param>
    public sealed record Mapped(IReadOnlyList<CanonicalRecord> Records) : MapResult
    {
        /// <summary>It yields these records.</summary>
        /// <param name="records">The records.</param>
        public Mapped(params CanonicalRecord[] records)
            : this((IReadOnlyList<CanonicalRecord>)records)
        {
        }
    }

    /// <summary>It is not the hub's affair; counted, and nothing else.</summary>
    /// <param name="Reason">Why, in a few words without personal data.</param>
    public sealed record Ignored(string Reason) : MapResult;

    /// <summary>It cannot be taken as it is: it goes to quarantine, and its neighbours go on.</summary>
    /// <param name="Code">A stable kebab-case code, for example <c>status-unknown</c>.</param>
    /// <param name="Pointer">JSON pointer to the culprit in the source record, for example <c>/trang_thai</c>.</param>
    /// <param name="Message">What is wrong and what to do; codes may be quoted, personal values never.</param>
    public sealed record Rejected(string Code, string Pointer, string Message) : MapResult
    {
        /// <summary>The dossier that the record is about (<c>MaHoSo</c>), as the source writes it, where it could be read.</summary>
        public string? Number { get; init; }
    }
}
