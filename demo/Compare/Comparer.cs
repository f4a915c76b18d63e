using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Demo.Wire;

namespace IntegrationHub.Demo.Compare;

/// <summary>
/// Holds the target, as it answers at its <c>/service</c>, against the generator's final truth. It shares no code with the hub
/// and none of the contract's digests: whoever is wrong there cannot be wrong here in the same way.
/// </summary>
internal sealed class Comparer(ServiceClient target, bool extended)
{
    private const int InParallel = 8;
    private const int PageSize = 1_000;

    public async Task<Findings> CompareAsync(IAsyncEnumerable<TruthLine> truth, Excuses excuses, CancellationToken cancellationToken)
    {
        var findings = new Findings(excuses);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = InParallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Remembered(truth, known), parallel,
            async (line, token) => await CompareOneAsync(line, findings, token));
        if (extended)
            await FindExtrasAsync(known, findings, cancellationToken);
        return findings;
    }

    private static async IAsyncEnumerable<TruthLine> Remembered(IAsyncEnumerable<TruthLine> truth, HashSet<string> known)
    {
        await foreach (var line in truth)
        {
            known.Add(line.MaHoSo);
            yield return line;
        }
    }

    private async Task CompareOneAsync(TruthLine line, Findings findings, CancellationToken cancellationToken)
    {
        var stored = await ReadAsync(line.MaHoSo, cancellationToken);
        findings.Count(stored is not null);
        var (kind, pointer) = Judge(line.Expected, stored);
        if (kind is null && extended && stored is not null)
            (kind, pointer) = JudgeProgress(line.Progress ?? [], await ReadProgressAsync(line.MaHoSo, cancellationToken));
        // What a bad newest version means nobody knows: it differs, whatever the target shows, and must be excused by the hub.
        if (kind is null && line.Bad)
            kind = FindingKind.Bad;
        if (kind is { } found)
            findings.Add(new(line.MaHoSo, line.Source, line.SourceKey, found, pointer, line.Why));
    }

    private static (FindingKind?, string) Judge(JsonElement? expected, JsonElement? stored) => (expected, stored) switch
    {
        (null or { ValueKind: JsonValueKind.Null }, null) => (null, ""),
        (null or { ValueKind: JsonValueKind.Null }, _) => (FindingKind.Extra, ""),
        (_, null) => (FindingKind.Missing, ""),
        ({ } wanted, { } found) => Packets.FirstDifference(wanted, found) is { } pointer ? (FindingKind.Content, pointer) : (null, ""),
    };

    private static (FindingKind?, string) JudgeProgress(IEnumerable<JsonElement> expected, IEnumerable<JsonElement> stored)
    {
        var wanted = expected.Select(Packets.RowIdentity).ToHashSet();
        var found = stored.Select(Packets.RowIdentity).ToList();
        if (!wanted.IsSubsetOf(found))
            return (FindingKind.ProgressMissing, "");
        return found.Count == wanted.Count ? (null, "") : (FindingKind.ProgressExtra, "");
    }

    private async Task<JsonElement?> ReadAsync(string number, CancellationToken cancellationToken)
    {
        var answer = await target.CallAsync("TraCuuHoSo", new JsonObject { ["mahoso"] = number }, cancellationToken);
        return answer.Accepted ? answer.Rows.Select(row => (JsonElement?)row).FirstOrDefault() : null;
    }

    private async Task<IEnumerable<JsonElement>> ReadProgressAsync(string number, CancellationToken cancellationToken) =>
        (await target.CallAsync("TraCuuTienDo", new JsonObject { ["mahoso"] = number }, cancellationToken)).Rows;

    /// <summary>Dossiers at the target that no source knows of.</summary>
    private async Task FindExtrasAsync(HashSet<string> known, Findings findings, CancellationToken cancellationToken)
    {
        for (var after = ""; ;)
        {
            var answer = await target.CallAsync(
                "DanhSachTomTat", new JsonObject { ["sau"] = after, ["soLuong"] = $"{PageSize}" }, cancellationToken);
            if (!answer.Accepted)
                throw new DemoException($"the settlement system refuses DanhSachTomTat: {answer.Code} {answer.Message}");
            var page = answer.Rows.Select(row => row.GetProperty("MaHoSo").GetString()!).ToList();
            if (page.Count == 0)
                return;
            foreach (var number in page.Where(number => !known.Contains(number)))
            {
                findings.Count(true);
                findings.Add(new(number, "", "", FindingKind.Extra, "", null));
            }
            after = page[^1];
        }
    }
}
