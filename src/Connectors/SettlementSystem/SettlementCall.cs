using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>Whether a call may change something: what is lost on the way then is an unknown outcome.</summary>
internal enum CallKind
{
    Read,
    Write,
}

/// <summary>One call to <c>/service</c>, before it has a session, so that it can be sent again with another one.</summary>
internal sealed class SettlementCall(string service, CallKind kind, params IReadOnlyList<(string Name, string Value)> members)
{
    public string Service => service;

    public CallKind Kind => kind;

    /// <summary>What travels in <c>data[]</c>, if anything does.</summary>
    public IReadOnlyList<Spliced>? Data { get; init; }

    /// <summary>The profile that the call was written for; it is not sent under another.</summary>
    public TargetProfile? For { get; init; }

    public SettlementContent Content(string session, string agency) => new(Head(session, agency), Data ?? [], Data is null ? "}" : "]}");

    private string Head(string session, string agency)
    {
        var head = new StringBuilder("{");
        ReadOnlySpan<(string, string)> all = [("session", session), ("madonvi", agency), ("service", service), .. members];
        foreach (var (name, value) in all)
            head.Append(head.Length == 1 ? "" : ",").Append(Quote(name)).Append(':').Append(Quote(value));
        return head.Append(Data is null ? "" : ",\"data\":[").ToString();
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
