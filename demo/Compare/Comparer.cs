using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Demo.Wire;

namespace IntegrationHub.Demo.Compare;

/// <summary>
/// Holds the target, as it answers at its <c>/service</c>, against the generator's final truth. It shares no code with the hub
/// and none of the contract's digests: whoever is wrong there cannot be wrong here in the same way.
/// </summary>
/// <param name="target">The target, read with an account that sees what the hub wrote.</param>
/// <param name="extended">Whether progress, versions and lists can be read there.</param>
/// <param name="leftOut">A source that this run does not serve: its dossiers may be there, of a former run, and are not compared.</param>
internal sealed class Comparer(ServiceClient target, bool extended, string? leftOut = null)
{
    private const int InParallel = 8;
    private const int PageSize = 1_000;

    public async Task<Findings> CompareAsync(IAsyncEnumerable<TruthLine> truth, Excuses excuses, CancellationToken cancellationToken)
    {
        var (findings, known) = (new Findings(excuses), new Known());
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = InParallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(truth.Select(known.Remember).Where(line => line.Source != leftOut), parallel,
            async (line, token) => await CompareOneAsync(line, findings, token));
        if (extended)
            await FindExtrasAsync(known, findings, cancellationToken);
        foreach (var sound in excuses.WhereNot(known.IsBad))
            findings.Add(new(sound.Number ?? "", sound.Source, sound.SourceKey ?? "", FindingKind.Blamed, "", null));
        return findings;
    }

    private async Task CompareOneAsync(TruthLine line, Findings findings, CancellationToken cancellationToken)
    {
        var stored = await ReadAsync(line.MaHoSo, cancellationToken);
        findings.Count(stored is not null);
        var (kind, pointer) = Judge(line.Expected, stored);
        if (kind is null && extended && stored is { } dossier)
            (kind, pointer) = await JudgeExtensionsAsync(line, dossier, cancellationToken);
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

    private async Task<(FindingKind?, string)> JudgeExtensionsAsync(TruthLine line, JsonElement stored, CancellationToken cancellationToken)
    {
        var source = line.Written ? line.Source : null;
        return Packets.FirstWrongExtension(stored, source) is { } pointer
            ? (FindingKind.Content, pointer)
            : JudgeProgress(line.Progress ?? [], await ReadProgressAsync(line.MaHoSo, cancellationToken));
    }

    private static (FindingKind?, string) JudgeProgress(IEnumerable<JsonElement> expected, IEnumerable<JsonElement> stored)
    {
        var wanted = expected.Select(Packets.RowIdentity).ToHashSet();
        var found = stored.Select(Packets.RowIdentity).ToList();
        if (!wanted.IsSubsetOf(found))
            return (FindingKind.ProgressMissing, "");
        return found.Count == wanted.Count ? (null, "") : (FindingKind.ProgressExtra, "");
    }

    /// <summary>A number that no dossier may have need not be asked for: the target would refuse the question.</summary>
    private async Task<JsonElement?> ReadAsync(string number, CancellationToken cancellationToken) => Packets.IsNumber(number)
        ? (await RowsAsync("TraCuuHoSo", new() { ["mahoso"] = number }, cancellationToken))
            .Select(row => (JsonElement?)row).FirstOrDefault()
        : null;

    private Task<IEnumerable<JsonElement>> ReadProgressAsync(string number, CancellationToken cancellationToken) =>
        RowsAsync("TraCuuTienDo", new() { ["mahoso"] = number }, cancellationToken);

    private async Task<IEnumerable<JsonElement>> RowsAsync(string service, JsonObject members, CancellationToken cancellationToken)
    {
        var answer = await target.CallAsync(service, members, cancellationToken);
        return answer.Accepted
            ? answer.Rows
            : throw new DemoException(
                $"the settlement system refuses {service}, so nothing can be compared: "
                + $"error_code {answer.Code} {answer.Message}".TrimEnd());
    }

    /// <summary>Dossiers at the target that no source knows of.</summary>
    private async Task FindExtrasAsync(Known known, Findings findings, CancellationToken cancellationToken)
    {
        for (var after = ""; ;)
        {
            var rows = await RowsAsync("DanhSachTomTat", new() { ["sau"] = after, ["soLuong"] = $"{PageSize}" }, cancellationToken);
            var page = rows.Select(row => row.GetProperty("MaHoSo").GetString()!).ToList();
            if (page.Count == 0)
                return;
            foreach (var number in page.Where(number => !known.Holds(number)))
            {
                findings.Count(true);
                findings.Add(new(number, "", "", FindingKind.Extra, "", null));
            }
            after = page[^1];
        }
    }
}
