using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>What the body of a callback turned out to be.</summary>
public abstract record CallbackBody
{
    private CallbackBody()
    {
    }

    /// <summary>It is genuine; this is what to journal.</summary>
    /// <param name="Entry">The callback without its secret.</param>
    public sealed record Genuine(CallbackEntry Entry) : CallbackBody;

    /// <summary>Its secret is missing or wrong.</summary>
    public sealed record Foreign : CallbackBody;

    /// <summary>It is no JSON object in UTF-8, or names a member twice.</summary>
    public sealed record Unreadable : CallbackBody;

    /// <summary>Opens a body that carries its secret in a member: compares the secret in constant time and takes it out.</summary>
    /// <param name="request">The call.</param>
    /// <param name="secretMember">The member that holds the secret.</param>
    /// <param name="secret">The secret that it must hold.</param>
    /// <returns>What the body is.</returns>
    public static CallbackBody Open(CallbackRequest request, string secretMember, string secret)
    {
        if (!Utf8.IsValid(request.Body.Span))
            return new Unreadable(); // Reading it would mend it, and what is kept would not be what was sent.

        try
        {
            using var json = JsonDocument.Parse(request.Body, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return new Unreadable();
            if (!IsGenuine(json.RootElement, secretMember, secret))
                return new Foreign();

            var content = Without(json.RootElement, secretMember);
            var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Name}\n{content}")));
            return new Genuine(new(request.Name, key, content));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return new Unreadable();
        }
    }

    // Digests are compared, so that not even the secret's length shows in the time taken.
    private static bool IsGenuine(JsonElement body, string member, string secret) =>
        body.TryGetProperty(member, out var given) && given.ValueKind == JsonValueKind.String
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given.GetString()!)),
            SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static string Without(JsonElement body, string secretMember)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        foreach (var member in body.EnumerateObject()
            .Where(member => !member.Name.Equals(secretMember, StringComparison.OrdinalIgnoreCase)))
            member.WriteTo(writer);
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
