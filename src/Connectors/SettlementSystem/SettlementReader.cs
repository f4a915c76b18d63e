using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>The calls that only read.</summary>
internal sealed class SettlementReader(SettlementChannel channel, SettlementSession sessions, SettlementOptions options)
{
    private const int MostAtOnce = 8;
    private const string HexDigits = "0123456789abcdef";

    public async Task<IReadOnlyList<Outcome<TargetDossier?>>> QueryAsync(IReadOnlyList<string> numbers, bool withProgress, CancellationToken cancellationToken)
    {
        var answers = new Outcome<TargetDossier?>[numbers.Count];
        var opened = await sessions.GetAsync(cancellationToken);
        var progress = withProgress && opened.Value?.Capabilities.Profile is TargetProfile.Extended;
        var stop = opened.Fault;
        var bound = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(MostAtOnce, options.MaxConnections), CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, numbers.Count, bound, async (i, token) =>
        {
            answers[i] = Volatile.Read(ref stop) ?? await QueryAsync(numbers[i], progress, token);
            if (answers[i].Fault is (Fault.AuthRefused or Fault.Throttled) and var refusal)
                Volatile.Write(ref stop, refusal);
        });
        return answers;
    }

    public Task<Outcome<IReadOnlyList<BucketDigest>>> DigestAsync(string prefix, CancellationToken cancellationToken) =>
        channel.CallAsync<IReadOnlyList<BucketDigest>>(Digests("TomTatNhom", ("tienTo", prefix)), envelope => Buckets(envelope, prefix), cancellationToken);

    public Task<Outcome<IReadOnlyList<DossierDigest>>> ListAsync(string prefix, string after, int count, CancellationToken cancellationToken)
    {
        var call = Digests("DanhSachTomTatNhom", ("tienTo", prefix), ("sau", after), ("soLuong", count.ToString(CultureInfo.InvariantCulture)));
        return channel.CallAsync<IReadOnlyList<DossierDigest>>(call, Dossiers, cancellationToken);
    }

    private async Task<Outcome<TargetDossier?>> QueryAsync(string number, bool withProgress, CancellationToken cancellationToken)
    {
        var look = await channel.CallAsync(new("TraCuuHoSo", CallKind.Read, ("mahoso", number)), envelope => Dossier(envelope, number), cancellationToken);
        if (!look.Succeeded(out var found, out var fault))
            return fault;
        if (!withProgress || found.Dossier is not { } dossier)
            return found.Dossier;

        var rows = await channel.CallAsync(new("TraCuuTienDo", CallKind.Read, ("mahoso", number)) { For = TargetProfile.Extended }, Progress, cancellationToken);
        return rows.Succeeded(out var progress, out fault) ? dossier with { Progress = progress } : fault;
    }

    private static SettlementCall Digests(string service, params IReadOnlyList<(string, string)> members) =>
        new(service, CallKind.Read, members) { For = TargetProfile.Extended };

    private static Look? Dossier(Envelope envelope, string number)
    {
        if (envelope.Result.GetArrayLength() == 0)
            return new(null);
        if (envelope.Result.GetArrayLength() > 1 || envelope.Result[0] is var packet && packet.TryGetText("MaHoSo") != number)
            return null;
        return Whole(packet.TryGetText("PhienBan") ?? "0") is { } version
            ? new(new TargetDossier(JsonText.Without(packet, "PhienBan", "nguon"), version, packet.TryGetText("nguon") ?? "", null))
            : null;
    }

    private static List<string>? Progress(Envelope envelope)
    {
        var rows = envelope.Result.EnumerateArray().ToList();
        return rows.TrueForAll(row => row.ValueKind is JsonValueKind.Object) ? rows.ConvertAll(row => row.GetRawText()) : null;
    }

    private static List<BucketDigest>? Buckets(Envelope envelope, string prefix)
    {
        if (envelope.Rows(SettlementJson.Default.TomTatNhomRowArray) is not { Length: 16 } rows)
            return null;

        var buckets = new List<BucketDigest>(rows.Length);
        foreach (var row in rows)
            if (row.TienTo == prefix + HexDigits[buckets.Count] && Whole(row.SoLuong) is { } count && Hash256.TryParse(row.TomTat, out var digest))
                buckets.Add(new(row.TienTo, count, digest));
        return buckets.Count == rows.Length ? buckets : null;
    }

    private static List<DossierDigest>? Dossiers(Envelope envelope)
    {
        if (envelope.Rows(SettlementJson.Default.TomTatRowArray) is not { } rows)
            return null;

        var dossiers = new List<DossierDigest>(rows.Length);
        foreach (var row in rows)
            if (Whole(row.PhienBan) is { } version && Whole(row.SoTienDo) is { } count && Hash256.TryParse(row.TomTat, out var content) && Hash256.TryParse(row.TomTatTienDo, out var progress))
                dossiers.Add(new(row.MaHoSo, version, content, row.TrangThaiHoSo, count, progress));
        return dossiers.Count == rows.Length ? dossiers : null;
    }

    private static long? Whole(string text) => text.Length == 0 ? 0 : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What a look-up found: perhaps nothing.</summary>
    private sealed record Look(TargetDossier? Dossier);
}
