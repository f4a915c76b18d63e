using System.Net.Sockets;
using System.Text.Json;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Cli.Client;

/// <summary>Turns every answer that is not a success, and none at all, into one clear line.</summary>
internal sealed class ProblemHandler(Uri server) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? response : throw await RefusedAsync(request, response, cancellationToken);
        }
        catch (HttpRequestException unreachable)
        {
            throw new CliException(
                ExitCodes.Error,
                $"no answer from {server} ({Why(unreachable)}); start hub-server, or give its address with --server or HUB_SERVER.");
        }
    }

    private static string Why(HttpRequestException unreachable) => unreachable.InnerException is SocketException socket
        ? socket.SocketErrorCode.ToString()
        : unreachable.HttpRequestError.ToString();

    private async Task<CliException> RefusedAsync(
        HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return new(
                ExitCodes.Error,
                $"{server} answered {status} to {request.Method} {request.RequestUri!.AbsolutePath}; is it a hub-server? Check --server.");

        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var problem = JsonSerializer.Deserialize(body, HubApiJson.Default.ApiProblem)!;
        var action = status == 401 ? $"Is it the token of {server}? {TokenFinder.HowToGive}" : problem.Action;
        return new(ExitCodes.Of(status), $"{problem.Detail} {action} [{problem.Code}, trace {problem.TraceId}]");
    }
}
