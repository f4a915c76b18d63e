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

    public async Task<IReadOnlyList<Outcome<TargetDossier?>>> QueryAsync(
        IReadOnlyList<string> numbers, bool withProgress, CancellationToken cancellationToken)
    {
        var answers = new Outcome<TargetDossier?>[numbers.Count];
        var opened = await sessions.GetAsync(cancellationToken);
        var progress = withProgress && opened.Value?.Capabilities.Profile is TargetProfile.Extended;
        var stop = opened.Fault;
        var bound = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Min(MostAtOnce, options.MaxConnections),
            CancellationToken = cancellationToken,
        };
        await Parallel.ForAsync(0, numbers.Count, bound, async (i, token) =>
        {
            if (Volatile.Read(ref stop) is { } stopped)
            {
                answers[i] = stopped;
                return;
            }

            var answer = await QueryAsync(numbers[i], progress, token);
            answers[i] = answer.Outcome;
            if (answer.Fault is { } fault && (answer.Unreached || fault is Fault.AuthRefused or Fault.Throttled))
                Volatile.Write(ref stop, fault);
        });
        return answers;
    }

    public Task<Outcome<IReadOnlyList<BucketDigest>>> DigestAsync(string prefix, CancellationToken cancellationToken) =>
        channel.CallAsync<IReadOnlyList<BucketDigest>>(
            Digests("TomTatNhom", ("tienTo", prefix)), envelope => Buckets(envelope, prefix), cancellationToken);

    public Task<Outcome<IReadOnlyList<DossierDigest>>> ListAsync(
        string prefix, string after, int count, CancellationToken cancellationToken)
    {
        var call = Digests(
            "DanhSachTomTatNhom", ("tienTo", prefix), ("sau", after),
            ("soLuong", count.ToString(CultureInfo.InvariantCulture)));
        return channel.CallAsync<IReadOnlyList<DossierDigest>>(call, Dossiers, cancellationToken);
    }

    /// <summary>Looks one dossier up, and says whether the target was not even reached: then the others need not be asked.</summary>
    private async Task<Answer<TargetDossier?>> QueryAsync(
        string number, bool withProgress, CancellationToken cancellationToken)
    {
        var call = new SettlementCall("TraCuuHoSo", CallKind.Read, ("mahoso", number));
        var look = await channel.AskAsync(call, envelope => Dossier(envelope, number), cancellationToken);
        if (!look.Succeeded(out var found, out var fault))
            return new(fault, look.Reach);
        if (!withProgress || found.Dossier is not { } dossier)
            return new(found.Dossier);

        call = new("TraCuuTienDo", CallKind.Read, ("mahoso", number)) { For = TargetProfile.Extended };
        var rows = await channel.AskAsync(call, envelope => Progress(envelope, number), cancellationToken);
        return rows.Succeeded(out var progress, out fault) ? new(dossier with { Progress = progress }) : new(fault, rows.Reach);
    }

    private static SettlementCall Digests(string service, params IReadOnlyList<(string, string)> members) =>
        new(service, CallKind.Read, members) { For = TargetProfile.Extended };

    private static Outcome<Look>? Dossier(Envelope envelope, string number)
    {
        if (envelope.Result.GetArrayLength() == 0)
            return new Look(null);
        if (envelope.Result.GetArrayLength() > 1 || envelope.Result[0].TryGetText("MaHoSo") != number)
            return null;
        return IfReadable("TraCuuHoSo", number, () => Stored(envelope.Result[0]));
    }

    private static Outcome<Look>? Stored(JsonElement packet)
    {
        if (VersionOf(packet) is not { } version)
            return null;
        var text = JsonText.Without(packet, "PhienBan", "nguon");
        PacketDigest.TomTat(text);
        return new Look(new TargetDossier(text, version, TextOf(packet, "nguon") ?? "", null));
    }

    private static Outcome<IReadOnlyList<string>>? Progress(Envelope envelope, string number)
    {
        var rows = envelope.Result.EnumerateArray().ToList();
        if (!rows.TrueForAll(row => row.ValueKind is JsonValueKind.Object))
            return null;
        return IfReadable<IReadOnlyList<string>>("TraCuuTienDo", number, () => rows.ConvertAll(Hashed));
    }

    private static string Hashed(JsonElement row)
    {
        var text = row.GetRawText();
        PacketDigest.RowHash(text);
        return text;
    }

    /// <summary>
    /// What the hub is given it must be able to hash, or it would stumble later, in the middle of its work. Broken text is told here,
    /// as a fault of this one dossier.
    /// </summary>
    private static Outcome<T>? IfReadable<T>(string service, string number, Func<Outcome<T>?> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            return new Fault.Drift($"{service}: what the target holds of {number} cannot be read or compared; it must be mended there.");
        }
    }

    /// <summary>0 where the target keeps none. One that is no text is not "none": the hub would send a lower one again and again.</summary>
    private static long? VersionOf(JsonElement packet) =>
        !packet.TryGetProperty("PhienBan", out var version) ? 0
        : version.ValueKind is JsonValueKind.String ? Whole(version.GetString()!)
        : null;

    /// <summary>A member that is a text, or <see langword="null"/>; throws where it cannot be read, for then it is there.</summary>
    private static string? TextOf(JsonElement packet, string name) =>
        packet.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static Outcome<IReadOnlyList<BucketDigest>>? Buckets(Envelope envelope, string prefix)
    {
        if (envelope.Rows(SettlementJson.Default.TomTatNhomRowArray) is not { Length: 16 } rows)
            return null;

        var buckets = new List<BucketDigest>(rows.Length);
        foreach (var row in rows)
            if (row.TienTo == prefix + HexDigits[buckets.Count]
                && Whole(row.SoLuong) is { } count
                && Hash256.TryParse(row.TomTat, out var digest))
                buckets.Add(new(row.TienTo, count, digest));
        if (buckets.Count != rows.Length)
            return null;
        return buckets;
    }

    private static Outcome<IReadOnlyList<DossierDigest>>? Dossiers(Envelope envelope)
    {
        if (envelope.Rows(SettlementJson.Default.TomTatRowArray) is not { } rows)
            return null;

        var dossiers = new List<DossierDigest>(rows.Length);
        foreach (var row in rows)
            if (Whole(row.PhienBan) is { } version && Whole(row.SoTienDo) is { } count
                && Hash256.TryParse(row.TomTat, out var content) && Hash256.TryParse(row.TomTatTienDo, out var progress))
                dossiers.Add(new(row.MaHoSo, version, content, row.TrangThaiHoSo, count, progress));
        if (dossiers.Count != rows.Length)
            return null;
        return dossiers;
    }

    private static long? Whole(string text)
    {
        if (text.Length == 0)
            return 0;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>What a look-up found: perhaps nothing.</summary>
    private sealed record Look(TargetDossier? Dossier);
}
