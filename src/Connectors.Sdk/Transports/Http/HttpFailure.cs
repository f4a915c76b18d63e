using System.Net.Sockets;
using Refit;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>What a call really met that ended without a whole answer, and how to say it.</summary>
public static class HttpFailure
{
    /// <summary>Looks through what Refit wraps around a failure on the way.</summary>
    /// <param name="thrown">What a call threw.</param>
    /// <returns>The failure of the network, of the peer or of the time limit; <see langword="null"/> when it is a bug of ours.</returns>
    public static Exception? Cause(Exception thrown) => thrown switch
    {
        ApiRequestException { InnerException: { } inner } => Cause(inner),
        OperationCanceledException or HttpRequestException or IOException or SocketException or InvalidDataException => thrown,
        _ => null,
    };

    /// <summary>Says it in a few words. An exception's message may quote what the other side sent, so none is repeated.</summary>
    /// <param name="cause">What <see cref="Cause"/> found.</param>
    /// <returns>Words without a full stop, for example <c>connection refused</c>.</returns>
    public static string Describe(Exception cause) => cause switch
    {
        OperationCanceledException => "no whole answer in time",
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "connection refused",
        HttpRequestException failure => Describe(failure.HttpRequestError),
        _ => Describe(HttpRequestError.Unknown),
    };

    private static string Describe(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "the host name cannot be resolved",
        HttpRequestError.ConnectionError => "no connection",
        HttpRequestError.SecureConnectionError => "no secure connection; check the certificate",
        HttpRequestError.ConfigurationLimitExceeded => "the answer is too large",
        _ => "the connection was reset or the answer cut",
    };
}
