using System.ComponentModel.DataAnnotations;
using System.Net;

namespace IntegrationHub.Server.Settings;

/// <summary>The server's own settings, section <c>Server</c>.</summary>
internal sealed class ServerOptions : IValidatableObject
{
    /// <summary>Where the API, the status page and the callbacks listen when nothing is said: this machine only.</summary>
    public const string DefaultListen = "http://127.0.0.1:8088";

    /// <summary>Where to listen; port 0 takes a free one. Other machines reach it through a proxy that ends TLS.</summary>
    [Required]
    public string Listen { get; set; } = DefaultListen;

    /// <summary>The file with the API's token; made at the first start. Default: <c>hub.token</c> beside the store.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Whether only this machine can reach the server.</summary>
    public bool LoopbackOnly => new Uri(Listen) is var listen && (listen.IsLoopback || IsLoopback(listen.Host));

    /// <summary>The token file in use.</summary>
    public string TokenPath(string store) =>
        Path.GetFullPath(TokenFile ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store))!, "hub.token"));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(Listen, UriKind.Absolute, out var listen) || listen is not { Scheme: "http", PathAndQuery: "/", UserInfo: "" })
            yield return new($"'{Listen}' is no address here; write http://ADDRESS:PORT, for example {DefaultListen}.", [nameof(Listen)]);
    }

    private static bool IsLoopback(string host) => IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);
}
