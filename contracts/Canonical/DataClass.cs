namespace IntegrationHub.Contracts;

/// <summary>How carefully a value must be handled (personal-data law 91/2025/QH15; <c>docs/data-classes.md</c>).</summary>
public enum DataClass
{
    /// <summary>Free: numbers of dossiers and procedures, statuses, agencies, times, error codes, hashes.</summary>
    Technical,

    /// <summary>Personal: names, numbers, contact data. Masked on screens, never in a log, metric, trace, URL or file name.</summary>
    Personal,

    /// <summary>
    /// Sensitive: ethnic origin, religion, criminal or health data, bank data, images of papers. Handled as personal; that it leaves
    /// the ledger earlier is not built yet.
    /// </summary>
    Sensitive,
}

/// <summary>Says the data class of a contract member. A test fails on a member without it.</summary>
/// <param name="dataClass">The class of the member's value.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DataAttribute(DataClass dataClass) : Attribute
{
    /// <summary>The class of the member's value.</summary>
    public DataClass Class { get; } = dataClass;
}
