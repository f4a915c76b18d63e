namespace IntegrationHub.Connectors.Sdk;

/// <summary>A JSON answer that could be read.</summary>
/// <typeparam name="T">The body's type.</typeparam>
/// <param name="Body">The body.</param>
/// <param name="Date">The present time by the other side's clock (the <c>Date</c> header), where it tells.</param>
public sealed record HttpAnswer<T>(T Body, DateTimeOffset? Date);
