using System.Security.Claims;
using System.Text.Encodings.Web;
using IntegrationHub.Server.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Server.Security;

/// <summary>Bearer token authentication: <c>Authorization: Bearer TOKEN</c>, nothing else.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiToken token)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "Bearer";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return Task.FromResult(AuthenticateResult.NoResult());
        if (!token.Matches(header["Bearer ".Length..].Trim()))
            return Task.FromResult(AuthenticateResult.Fail("The token is not the API's."));

        var operatorOfThisHub = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "operator")], Name));
        return Task.FromResult(AuthenticateResult.Success(new(operatorOfThisHub, Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Name;
        return Problems.NotAuthorised().ExecuteAsync(Context);
    }
}
