namespace IntegrationHub.Connectors.Sdk;

/// <summary>One thing that is wrong with the configuration.</summary>
/// <param name="Path">
/// The full configuration path, for example <c>Connectors:land-registry:Secret</c>, or the place in a connector's manifest.
/// </param>
/// <param name="Message">What is wrong and what to do; never the value of a secret.</param>
public sealed record SettingProblem(string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
