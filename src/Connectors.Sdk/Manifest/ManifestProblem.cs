namespace IntegrationHub.Connectors.Sdk;

/// <summary>One thing that is wrong with a manifest.</summary>
/// <param name="File">The file.</param>
/// <param name="Pointer">JSON pointer to the member, or empty for the whole file.</param>
/// <param name="Line">The line, counted from 1, where it could be told.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ManifestProblem(string File, string Pointer, int? Line, string Message)
{
    /// <summary>Where it is, as one reads it: <c>LandRegistry/connector.json(10) /schedule</c>.</summary>
    public string Place => $"{File}{(Line is { } line ? $"({line})" : "")} {Pointer}".TrimEnd();

    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Message}";
}
