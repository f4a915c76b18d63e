using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>The answer's envelope, <c>{"error_code","message","result":[…]}</c>, or <c>session</c> in place of <c>result</c>.</summary>
internal sealed class Envelope : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly JsonDocument document;

    private Envelope(JsonDocument document, string code) => (this.document, Code) = (document, code);

    public string Code { get; }

    public bool Accepted => Code is "0" or "00";

    public string Message => Text("message") ?? "";

    public string? Session => Text("session");

    public JsonElement Result => document.RootElement.GetProperty("result");

    /// <summary>Reads a body. An acceptance is believed only when it is whole; a refusal in any case, for it claims no effect.</summary>
    /// <param name="body">The body.</param>
    /// <param name="payload">The member that an acceptance must carry: <c>session</c>, a text, or <c>result</c>, a list.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The envelope, or <see langword="null"/> for anything else.</returns>
    public static async Task<Envelope?> ReadAsync(Stream body, string payload, CancellationToken cancellationToken)
    {
        try
        {
            var document = await JsonDocument.ParseAsync(body, Strict, cancellationToken);
            if (CodeOf(document.RootElement) is { Length: > 0 } code && (code is not ("0" or "00") || Carries(document.RootElement, payload)))
                return new(document, code);
            document.Dispose();
        }
        catch (JsonException)
        {
            // A page, or half an answer.
        }

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

    private static string? CodeOf(JsonElement root) => root.ValueKind is JsonValueKind.Object && root.TryGetProperty("error_code", out var code)
        ? code.ValueKind switch
        {
            JsonValueKind.String => code.GetString(),
            JsonValueKind.Number => code.GetRawText(),
            _ => null,
        }
        : null;

    private static bool Carries(JsonElement root, string payload) => root.TryGetProperty(payload, out var value) && value.ValueKind switch
    {
        JsonValueKind.String => payload == "session" && value.GetString() is { Length: > 0 },
        JsonValueKind.Array => payload == "result",
        _ => false,
    };

    private string? Text(string name) =>
        document.RootElement.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}
