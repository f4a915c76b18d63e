using IntegrationHub.Sim.Settlement.Faults;
using IntegrationHub.Sim.Settlement.Packets;
using IntegrationHub.Sim.Settlement.Store;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Control;

/// <summary>What whoever runs the simulator may ask of it. No part of the profile, no session.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this WebApplication app)
    {
        app.MapGet("/sim/stats", Stats);
        app.MapPost("/sim/faults", SwitchFaultsAsync);
        app.MapPost("/sim/edit", EditAsync);
    }

    private static IResult Stats(Ledger ledger, Statistics statistics, FaultCounts faults) => Results.Json(new
    {
        dossiers = ledger.Count,
        rows = ledger.RowCount,
        reads = statistics.Reads,
        writes = statistics.Writes,
        accepted = statistics.Accepted,
        refused = statistics.Refused,
        faults = faults.ByName(),
    });

    private static async Task<IResult> SwitchFaultsAsync(HttpRequest request, FaultSwitch power)
    {
        using var call = await Call.ReadAsync(request);
        if (call?.Element("on")?.ValueKind is not (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False))
            return Results.BadRequest(new { message = "on is missing or neither true nor false" });

        power.IsOn = call.Element("on")!.Value.GetBoolean();
        return Results.Json(new { on = power.IsOn });
    }

    private static async Task<IResult> EditAsync(HttpRequest request, StaffEdit edit, Journal journal)
    {
        using var call = await Call.ReadAsync(request);
        if (call?.Text("MaHoSo") is not { } maHoSo || call.Element("set") is not { } set)
            return Results.BadRequest(new { message = "MaHoSo or set is missing" });
        if (!ValueReader.TryReadObject(set, out var members, out var problem))
            return Results.BadRequest(new { message = problem });

        var verdict = edit.Apply(maHoSo, members);
        await journal.DurableAsync();
        return Results.Json(
            new { error_code = verdict.Code, message = verdict.Message },
            statusCode: verdict.Code switch { Codes.Accepted => 200, Codes.Absent => 404, _ => 400 });
    }
}
