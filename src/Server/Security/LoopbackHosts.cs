using IntegrationHub.Server.Api;
using IntegrationHub.Server.Settings;

namespace IntegrationHub.Server.Security;

/// <summary>
/// A server that listens on this machine only is called by this machine's names only: a page in a browser that had its own name
/// resolve to 127.0.0.1 (DNS rebinding) gets nothing.
/// </summary>
internal static class LoopbackHosts
{
    private static readonly HashSet<string> Names = new(["127.0.0.1", "localhost", "[::1]"], StringComparer.OrdinalIgnoreCase);

    public static void UseLoopbackHosts(this IApplicationBuilder app, ServerOptions options)
    {
        if (options.LoopbackOnly)
            app.Use((context, next) =>
                Names.Contains(context.Request.Host.Host) ? next(context) : Problems.HostNotAllowed().ExecuteAsync(context));
    }
}
