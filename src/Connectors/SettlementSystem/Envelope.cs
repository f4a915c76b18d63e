using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>The answer's envelope, <c>{"error_code","message","result":[…]}</c>, or <c>session</c> in place of <c>result</c>.</summary>
internal sealed class Envelope : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly JsonDocument document;

    private Envelope(JsonDocument document, string code) => (this.document, Code) = (document, code);

    public string Code { get; }

    public bool Accepted => Code is "0" or "00";

    /// <summary>The target's words; empty where there are none, or where they are no text that can be read.</summary>
    public string Message => document.RootElement.TryGetText("message") ?? "";

    public string? Session => document.RootElement.TryGetText("session");

    public JsonElement Result => document.RootElement.GetProperty("result");

    /// <summary>Reads a body. What the profile promises must be there: any gateway can invent a code, and a code decides much.</summary>
    /// <param name="body">The body.</param>
    /// <param name="payload">The member that the answer must carry: <c>session</c>, a text, or <c>result</c>, a list.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The envelope, or <see langword="null"/> for anything else.</returns>
    public static async Task<Envelope?> ReadAsync(Stream body, string payload, CancellationToken cancellationToken)
    {
        JsonDocument? document = null;
        try
        {
            document = await JsonDocument.ParseAsync(body, Strict, cancellationToken);
            if (CodeOf(document.RootElement) is { Length: > 0 } code && Carries(document.RootElement, code, payload))
                return new(document, code);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // A page, half an answer, or a member whose name is broken text.
        }

        document?.Dispose();
        return null;
    }

    /// <summary>The rows of <c>result</c>, or <see langword="null"/> where they are not as agreed.</summary>
    public T[]? Rows<T>(JsonTypeInfo<T[]> type)
    {
        try
        {
            return Result.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => document.Dispose();

    private static string? CodeOf(JsonElement root) =>
        root.ValueKind is JsonValueKind.Object && root.TryGetProperty("error_code", out var code)
        ? code.ValueKind is JsonValueKind.Number ? code.GetRawText() : code.ReadText()
        : null;

    /// <summary>An ended session and a missing right end the call whatever else is there; a refused sign-in gives no session.</summary>
    private static bool Carries(JsonElement root, string code, string payload) => payload switch
    {
        "session" => code is not ("0" or "00") || root.TryGetText("session") is { Length: > 0 },
        _ => code is "401" or "403" || (root.TryGetProperty("result", out var result) && result.ValueKind is JsonValueKind.Array),
    };
}
