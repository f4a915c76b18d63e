using System.Text.Json;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Reads a JSON answer, once and from front to back.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="json">The answer as it came, UTF-8.</param>
/// <returns>What it says; <see langword="null"/> when it is not as agreed.</returns>
/// <exception cref="JsonException">It is no JSON, or not as agreed; its path says where.</exception>
public delegate T? JsonReading<out T>(ReadOnlySpan<byte> json);
