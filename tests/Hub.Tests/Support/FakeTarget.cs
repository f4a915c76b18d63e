using System.Text.Json.Nodes;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Tests.Support;

/// <summary>A settlement system in memory that keeps the profile's rules, and misbehaves when told to.</summary>
internal sealed class FakeTarget(TargetProfile profile = TargetProfile.Extended) : ITarget
{
    private readonly SortedDictionary<string, Stored> dossiers = new(StringComparer.Ordinal);

    public List<string> History { get; } = [];

    /// <summary>Faults to answer the next writing calls with; <c>true</c>: the effect happens all the same.</summary>
    public Queue<(Fault Fault, bool Takes)> NextWrites { get; } = new();

    /// <summary>Faults of the next reading calls.</summary>
    public Queue<Fault> NextReads { get; } = new();

    public Func<DossierItem, Fault?> Refuse { get; set; } = _ => null;

    public string System { get; set; } = "test";

    public IEnumerable<string> Numbers => dossiers.Keys;

    public JsonObject? Packet(string number) => dossiers.TryGetValue(number, out var stored) ? (JsonObject)JsonNode.Parse(stored.Packet)! : null;

    public long Version(string number) => dossiers[number].Version;

    public IReadOnlyList<string> Progress(string number) => dossiers[number].Progress;

    public void Put(string number, string packet, long version = 1, bool byHub = false) => dossiers[number] = new(packet, version, "", dossiers.GetValueOrDefault(number)?.Progress ?? [], byHub);

    public void Edit(string number, string member, string value)
    {
        var packet = Packet(number)!;
        packet[member] = value;
        dossiers[number] = dossiers[number] with { Packet = packet.ToJsonString(), Version = dossiers[number].Version + 1 };
    }

    public void Remove(string number) => dossiers.Remove(number);

    public Task<Outcome<TargetCapabilities>> CapabilitiesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<TargetCapabilities>>(new TargetCapabilities(profile, System, "test", profile is TargetProfile.Extended ? 1000 : 1, profile is TargetProfile.Extended ? 1000 : 10));

    public Task<IReadOnlyList<Fault?>> SendDossiersAsync(IReadOnlyList<DossierItem> items, CancellationToken cancellationToken) =>
        Write(items, item =>
        {
            History.Add($"dossier {item.Number} {Status(item.Packet)}");
            return Refuse(item) ?? Store(item);
        });

    public Task<IReadOnlyList<Fault?>> SendProgressAsync(IReadOnlyList<ProgressItem> items, CancellationToken cancellationToken) =>
        Write(items, item =>
        {
            History.Add($"progress {item.Number}");
            if (!dossiers.TryGetValue(item.Number, out var stored))
                return new Fault.OutOfOrder("no such dossier");
            if (!stored.Progress.Contains(item.Row))
                dossiers[item.Number] = stored with { Progress = [.. stored.Progress, item.Row] };
            return null;
        });

    public Task<IReadOnlyList<Outcome<TargetDossier?>>> QueryAsync(IReadOnlyList<string> numbers, bool withProgress, CancellationToken cancellationToken)
    {
        if (NextReads.TryDequeue(out var fault))
            return Task.FromResult<IReadOnlyList<Outcome<TargetDossier?>>>([.. numbers.Select(_ => (Outcome<TargetDossier?>)fault)]);
        return Task.FromResult<IReadOnlyList<Outcome<TargetDossier?>>>([.. numbers.Select(n =>
            (Outcome<TargetDossier?>)(dossiers.TryGetValue(n, out var s) ? new TargetDossier(s.Packet, profile is TargetProfile.Extended ? s.Version : 0, s.Tag, withProgress ? s.Progress : null) : null))]);
    }

    public Task<Outcome<IReadOnlyList<BucketDigest>>> DigestAsync(string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<IReadOnlyList<BucketDigest>>>(Enumerable.Range(0, 16).Select(digit =>
        {
            var key = prefix + "0123456789abcdef"[digit];
            var below = Written(key).ToList();
            return new BucketDigest(key, below.Count, below.Aggregate(Hash256.Zero, (sum, d) => sum ^ PacketDigest.Leaf(d.Key, PacketDigest.TomTat(d.Value.Packet), d.Value.Progress.Count, Rows(d.Value))));
        }).ToList());

    public Task<Outcome<IReadOnlyList<DossierDigest>>> ListAsync(string prefix, string after, int count, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<IReadOnlyList<DossierDigest>>>(Written(prefix)
            .Where(d => string.CompareOrdinal(d.Key, after) > 0).Take(count)
            .Select(d => new DossierDigest(d.Key, d.Value.Version, PacketDigest.TomTat(d.Value.Packet), Status(d.Value.Packet), d.Value.Progress.Count, Rows(d.Value))).ToList());

    public void Reset()
    {
    }

    private IEnumerable<KeyValuePair<string, Stored>> Written(string prefix) =>
        dossiers.Where(d => d.Value.ByHub && PacketDigest.BucketKey(d.Key).ToString().StartsWith(prefix, StringComparison.Ordinal));

    private static Hash256 Rows(Stored stored) => stored.Progress.Aggregate(Hash256.Zero, (sum, row) => sum ^ PacketDigest.RowHash(row));

    private static string Status(string packet) => JsonNode.Parse(packet)![PacketNames.TrangThaiHoSo]!.GetValue<string>();

    private Fault? Store(DossierItem item)
    {
        var there = dossiers.GetValueOrDefault(item.Number);
        if (profile is TargetProfile.Extended && there is not null && item.Version <= there.Version)
            return item.Version == there.Version && PacketDigest.TomTat(item.Packet) == PacketDigest.TomTat(there.Packet) ? null : new Fault.NewerAtTarget("older or other");
        if (item.Mode is WriteMode.Insert && there is not null)
            return new Fault.Duplicate("exists");
        if (item.Mode is WriteMode.Update && there is null)
            return new Fault.OutOfOrder("does not exist");
        dossiers[item.Number] = new(item.Packet, item.Version, item.Tag, there?.Progress ?? [], true);
        return null;
    }

    private Task<IReadOnlyList<Fault?>> Write<T>(IReadOnlyList<T> items, Func<T, Fault?> store)
    {
        if (!NextWrites.TryDequeue(out var next))
            return Task.FromResult<IReadOnlyList<Fault?>>([.. items.Select(store)]);
        if (next.Takes)
            foreach (var item in items)
                store(item);
        return Task.FromResult<IReadOnlyList<Fault?>>([.. items.Select(_ => next.Fault)]);
    }

    private sealed record Stored(string Packet, long Version, string Tag, IReadOnlyList<string> Progress, bool ByHub);
}
