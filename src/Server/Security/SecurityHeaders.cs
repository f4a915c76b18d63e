using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Server.Console.Status;

namespace IntegrationHub.Server.Security;

/// <summary>Headers on every answer: nothing is cached, framed, sniffed or loaded but the status page's own style.</summary>
internal static class SecurityHeaders
{
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(StatusPage.Style)))}'; " +
        "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    });
}
