namespace IntegrationHub.Hub.Map;

/// <summary>Stands for the mappings and code lists in force: when it changes, what they refused is tried again.</summary>
/// <param name="Value">A hash over the assemblies that hold them.</param>
internal sealed record Fingerprint(string Value);
