using System.Text.Json;
using IntegrationHub.Sim.Sources.Faces;

namespace IntegrationHub.Sim.Sources.Control;

/// <summary>One JSON value a line, written as it is made: however many there are, only some kilobytes are in memory.</summary>
internal static class Ndjson
{
    private const int FlushAt = 64 * 1024;

    public static async Task WriteAsync<T>(HttpResponse response, IEnumerable<T> lines, CancellationToken cancellationToken)
    {
        response.ContentType = "application/x-ndjson; charset=utf-8";
        var body = response.BodyWriter;
        using var json = new Utf8JsonWriter(body, new() { Encoder = Wire.Json.Encoder });
        foreach (var line in lines)
        {
            json.Reset();
            JsonSerializer.Serialize(json, line, Wire.Json);
            body.GetSpan(1)[0] = (byte)'\n';
            body.Advance(1);
            if (body.UnflushedBytes > FlushAt) await body.FlushAsync(cancellationToken);
        }

        await body.FlushAsync(cancellationToken);
    }
}
