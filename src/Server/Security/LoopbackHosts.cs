using IntegrationHub.Contracts;
using IntegrationHub.Server.Api;
using IntegrationHub.Server.Settings;

namespace IntegrationHub.Server.Security;

/// <summary>
/// A server that listens on this machine only is called by this machine's names only: a page in a browser that had its own name
/// resolve to 127.0.0.1 (DNS rebinding) gets nothing.
/// </summary>
internal static class LoopbackHosts
{
    private static readonly string[] Names = ["127.0.0.1", ThisMachine.Name, "[::1]"];

    public static void UseLoopbackHosts(this IApplicationBuilder app, ServerOptions options)
    {
        if (!options.LoopbackOnly)
            return;
        var names = Names.Append(new Uri(options.Listen).Host).ToHashSet(StringComparer.OrdinalIgnoreCase);
        app.Use((context, next) =>
            names.Contains(context.Request.Host.Host) ? next(context) : Problems.HostNotAllowed().ExecuteAsync(context));
    }
}
