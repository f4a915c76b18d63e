namespace IntegrationHub.Connectors.Sdk;

/// <summary>What the characters of a text tell of its encoding, where it may be TCVN3 bytes shown as U+0000-U+00FF, or Unicode.</summary>
internal enum TextEvidence
{
    /// <summary>Nothing: both readings are Vietnamese, or they are the same.</summary>
    None,

    /// <summary>Characters that Vietnamese text does not have, or has not there.</summary>
    Tcvn3,

    /// <summary>Vietnamese letters beyond U+00FF, combining marks, or words that only make sense as they stand.</summary>
    Unicode,

    /// <summary>Both: one part of the text would be spoilt whichever way it is read.</summary>
    Mixed,
}
