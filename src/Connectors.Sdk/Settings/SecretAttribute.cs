namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// Marks an option that holds a secret. It is given by reference (<c>env:NAME</c> or <c>file:PATH</c>), never written into the
/// settings, and never shown.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
