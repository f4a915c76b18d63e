namespace IntegrationHub.Contracts;

/// <summary>
/// How far an entry of a code list can be relied on; in the lists <c>official</c>, <c>public</c>, <c>in-use</c> or <c>assumed</c>.
/// </summary>
public enum Confidence
{
    /// <summary>Read in the official text or register itself.</summary>
    Official,

    /// <summary>Read in what is published after it: public lists, data sets, the press.</summary>
    Public,

    /// <summary>Seen in the packets of running systems; the official text was not found or not read.</summary>
    InUse,

    /// <summary>A likely or illustrative entry; nobody has seen it anywhere.</summary>
    Assumed,
}
