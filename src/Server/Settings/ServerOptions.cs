using System.ComponentModel.DataAnnotations;
using System.Net;
using IntegrationHub.Contracts;

namespace IntegrationHub.Server.Settings;

/// <summary>The server's own settings, section <c>Server</c>.</summary>
internal sealed class ServerOptions : IValidatableObject
{
    /// <summary>Where the API, the status page and the callbacks listen when nothing is said: this machine only.</summary>
    public const string DefaultListen = "http://127.0.0.1:8088";

    /// <summary>Where to listen; port 0 takes a free one. Other machines reach it through a proxy that ends TLS.</summary>
    [Required]
    public string Listen { get; set; } = DefaultListen;

    /// <summary>The file with the API's token; made at the first start. Default: <c>hub.token</c> beside the ledger.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Whether only this machine can reach the server.</summary>
    public bool LoopbackOnly => ThisMachine.Is(new(Listen));

    /// <summary>The token file in use.</summary>
    public string TokenPath(string folder) => Path.GetFullPath(TokenFile ?? Path.Combine(folder, "hub.token"));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsAddress(Listen))
            yield return new($"'{Listen}' is no address here; write http://ADDRESS:PORT, for example {DefaultListen}.", [nameof(Listen)]);
        if (TokenFile is not null && string.IsNullOrWhiteSpace(TokenFile))
            yield return new("is empty; name a file, or leave the setting out.", [nameof(TokenFile)]);
    }

    // In numbers, or localhost: for any other name the server would listen everywhere. As it is written, for the server reads the text.
    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http", PathAndQuery: "/", UserInfo: "" }
        && text.Contains(address.Host, StringComparison.OrdinalIgnoreCase)
        && (IPAddress.TryParse(address.Host, out _) || (address.Host == ThisMachine.Name && address.Port > 0));   // it has two addresses
}
