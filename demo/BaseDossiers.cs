using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Demo.Wire;

namespace IntegrationHub.Demo;

/// <summary>
/// Writes the land registry's base dossiers as the counter's staff would have done, before the hub comes in. Uncounted; each
/// write may be repeated, so a demo that died here simply does it again.
/// </summary>
internal sealed class BaseDossiers(ServiceClient counter, Abilities target)
{
    private const int InParallel = 8;
    private const int Most = 500;

    public async Task<int> WriteAsync(IAsyncEnumerable<BaseLine> lines, CancellationToken cancellationToken)
    {
        var written = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = InParallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Batches(lines, Math.Min(Most, target.MaxDossiers)), parallel,
            async (batch, token) =>
            {
                await WriteDossiersAsync(batch, token);
                foreach (var rows in batch.SelectMany(line => line.Progress).Chunk(Math.Min(Most, target.MaxProgress)))
                    await SendAsync("CapNhatTienDoHoSoMC", new JsonObject { ["data"] = Data(rows) }, token);
                Interlocked.Add(ref written, batch.Count);
            });
        return written;
    }

    private Task WriteDossiersAsync(List<BaseLine> batch, CancellationToken cancellationToken)
    {
        var data = Data(batch.Select(line => line.Dossier));
        if (target.Extended)
            foreach (var dossier in data)
                dossier!["PhienBan"] = "1";
        return SendAsync(
            "DongBoHoSoMC", new JsonObject { ["isUpdating"] = target.Extended ? "Upsert" : "False", ["data"] = data },
            cancellationToken);
    }

    private async Task SendAsync(string service, JsonObject members, CancellationToken cancellationToken)
    {
        var answer = await counter.CallAsync(service, members, cancellationToken);
        var codes = target.Extended && answer.Accepted
            ? answer.Rows.Select(row => row.GetProperty("error_code").GetString()!)
            : [answer.Code!];
        // "3" exists already and "5" is newer already: a former attempt, or the hub, was here.
        if (codes.FirstOrDefault(code => code is not ("0" or "00" or "3" or "5")) is { } refused)
            throw new DemoException($"the settlement system refuses the counter's {service} with error_code {refused} {answer.Message}");
    }

    private static JsonArray Data(IEnumerable<JsonElement> items) => [.. items.Select(item => (JsonNode?)JsonObject.Create(item))];

    private static async IAsyncEnumerable<List<BaseLine>> Batches(IAsyncEnumerable<BaseLine> lines, int size)
    {
        var batch = new List<BaseLine>(size);
        await foreach (var line in lines)
        {
            batch.Add(line);
            if (batch.Count < size)
                continue;
            yield return batch;
            batch = new List<BaseLine>(size);
        }
        if (batch.Count > 0)
            yield return batch;
    }
}
