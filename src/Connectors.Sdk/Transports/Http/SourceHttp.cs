using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// How an HTTP client of a connector is set up: its one configured host, no redirects, no cookies, no proxy, whatever the
/// environment names (HTTP_PROXY).
/// </summary>
public static class SourceHttp
{
    private const int LargestAnswer = 64 * 1024 * 1024;

    /// <summary>
    /// Sets up a client for one host. Its answers are read to the end, or to 64 MiB, before they are handed on, so that the time limit
    /// covers the body too: a source that stalls in it is a time-out like any other.
    /// </summary>
    /// <param name="builder">The client, for example from <c>AddRefitGeneratedClient</c>.</param>
    /// <param name="address">The configured address; calls to any other host are refused.</param>
    /// <param name="timeout">How long one call may take, from the first byte sent to the last byte read.</param>
    /// <returns>The builder.</returns>
    public static IHttpClientBuilder ForOneHost(this IHttpClientBuilder builder, Uri address, TimeSpan timeout) => builder
        .ConfigureHttpClient(client => (client.BaseAddress, client.Timeout) = (address, timeout))
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        .AddHttpMessageHandler(() => new OneHost(address))
        .AddHttpMessageHandler(() => new WholeAnswers());

    /// <summary>
    /// Says what is wrong with a configured address: it must be absolute, without credentials, and encrypted unless it stays on this
    /// machine.
    /// </summary>
    /// <param name="address">The address.</param>
    /// <returns>The problem, or <see langword="null"/>.</returns>
    public static string? ProblemOf(Uri address) => address switch
    {
        { IsAbsoluteUri: false } => "must be a whole address (https://host).",
        { UserInfo.Length: > 0 } => "must not hold credentials; they have settings of their own.",
        { Scheme: "https" } or { Scheme: "http", IsLoopback: true } => null,
        _ => "must begin with https://; http:// is only for this machine itself.",
    };

    private sealed class OneHost(Uri address) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri is { } uri && IsAt(address, uri)
                ? base.SendAsync(request, cancellationToken)
                : throw new InvalidOperationException(
                    $"A call to another host than the configured {address.Host} was refused; a connector calls no other.");

        private static bool IsAt(Uri address, Uri uri) =>
            Uri.Compare(uri, address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
    }
    /// <summary>The client's own time limit ends with the headers where its caller asks for no more, as Refit does.</summary>
    private sealed class WholeAnswers : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            try
            {
                await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }
}
