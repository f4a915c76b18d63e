using IntegrationHub.Sim.Sources.Callbacks;
using IntegrationHub.Sim.Sources.Live;
using IntegrationHub.Sim.Sources.Waves;

namespace IntegrationHub.Sim.Sources.Control;

internal sealed record HubRequest(Uri? url);

/// <summary>How a demo or a test drives the simulator. No source has this.</summary>
internal static class ControlApi
{
    public static void MapControl(this IEndpointRouteBuilder routes, bool live)
    {
        var sim = routes.MapGroup("/sim");
        sim.MapGet("/status", (Simulation simulation) => simulation.Status());
        sim.MapPost("/advance", (Simulation simulation) => simulation.Advance());
        sim.MapPost("/callbacks", (CallbackPusher pusher, CancellationToken cancellationToken) => pusher.PushAsync(cancellationToken));
        sim.MapPost("/hub", MoveHub);
        sim.MapGet("/base", (Simulation simulation, HttpResponse response, CancellationToken cancellationToken) =>
            Ndjson.WriteAsync(response, Ledger.Base(simulation), cancellationToken));
        sim.MapGet("/truth", (Simulation simulation, HttpResponse response, CancellationToken cancellationToken) =>
            Ndjson.WriteAsync(response, Ledger.Truth(simulation), cancellationToken));
        sim.MapPost("/live", (Trickle trickle) => Begin(trickle, live));
    }

    private static IResult MoveHub(HubRequest request, Hub hub)
    {
        if (request.url is not { IsAbsoluteUri: true, IsLoopback: true })
            return Results.BadRequest(new { message = "url: an absolute loopback address" });
        hub.MoveTo(request.url);
        return Results.Ok(new { request.url });
    }

    private static IResult Begin(Trickle trickle, bool live)
    {
        if (!live) return Results.Conflict(new { message = "start with --live" });
        trickle.Begin();
        return Results.Ok(new { live });
    }
}
