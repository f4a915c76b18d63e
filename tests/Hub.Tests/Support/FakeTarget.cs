using System.Text.Json.Nodes;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Tests.Support;

/// <summary>A settlement system in memory that keeps the profile's rules, and misbehaves when told to.</summary>
internal sealed class FakeTarget(TargetProfile profile = TargetProfile.Extended) : ITarget
{
    private readonly SortedDictionary<string, Stored> dossiers = new(StringComparer.Ordinal);

    public List<string> History { get; } = [];

    /// <summary>Queries that were made, and writing calls, whatever became of them.</summary>
    public (int Reads, int Writes) Calls => (reads, writes);

    /// <summary>Faults to answer the next writing calls with; <c>true</c>: the effect happens all the same.</summary>
    public Queue<(Fault Fault, bool Takes)> NextWrites { get; } = new();

    /// <summary>Faults of the next reading calls.</summary>
    public Queue<Fault> NextReads { get; } = new();

    /// <summary>What every reading and writing call meets while it is set.</summary>
    public Fault? Down { get; set; }

    /// <summary>What every writing call meets while it is set.</summary>
    public Fault? DownForWrites { get; set; }

    /// <summary>The dossiers that were asked for together with their progress.</summary>
    public List<string> ProgressAskedFor { get; } = [];

    /// <summary>Dossiers whose writing calls are not answered before they are given up.</summary>
    public HashSet<string> Hang { get; } = [];

    /// <summary>What happens while the next query or writing call is under way.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    /// <summary>Dossiers whose answer nobody can read.</summary>
    public HashSet<string> Unreadable { get; } = [];

    /// <summary>Whether its lists begin anew for ever.</summary>
    public bool Repeats { get; set; }

    public Func<DossierItem, Fault?> Refuse { get; set; } = _ => null;

    public string System { get; set; } = "test";

    public TargetProfile Profile { get; set; } = profile;

    /// <summary>What signing in meets; a refusal is a latch, as at the real one, until <see cref="Reset"/>.</summary>
    public Fault? SignIn { get; set; }

    /// <summary>How often it was signed in at.</summary>
    public int SignIns { get; private set; }

    /// <summary>What happens between reading a dossier and answering.</summary>
    public Func<CancellationToken, Task> AfterReading { get; set; } = _ => Task.CompletedTask;

    private Fault? latch;
    private int reads;
    private int writes;

    public IEnumerable<string> Numbers => dossiers.Keys;

    public JsonObject? Packet(string number) => dossiers.TryGetValue(number, out var stored) ? (JsonObject)JsonNode.Parse(stored.Packet)! : null;

    public long Version(string number) => dossiers[number].Version;

    public IReadOnlyList<string> Progress(string number) => dossiers[number].Progress;

    public void Put(string number, string packet, long version = 1, bool byHub = false) =>
        dossiers[number] = new(packet, version, "", dossiers.GetValueOrDefault(number)?.Progress ?? [], byHub);

    public void Edit(string number, string member, string value)
    {
        var packet = Packet(number)!;
        packet[member] = value;
        dossiers[number] = dossiers[number] with { Packet = packet.ToJsonString(), Version = dossiers[number].Version + 1 };
    }

    public void Remove(string number) => dossiers.Remove(number);

    public void DropProgress(string number, string row) =>
        dossiers[number] = dossiers[number] with { Progress = [.. dossiers[number].Progress.Where(r => r != row)] };

    public void Reset() => latch = null;

    public Task<Outcome<TargetCapabilities>> CapabilitiesAsync(CancellationToken cancellationToken)
    {
        if (latch is { } refused)
            return Task.FromResult<Outcome<TargetCapabilities>>(refused);

        SignIns++;
        latch = SignIn as Fault.AuthRefused;
        if (SignIn is { } fault)
            return Task.FromResult<Outcome<TargetCapabilities>>(fault);
        return Task.FromResult<Outcome<TargetCapabilities>>(Profile is TargetProfile.Extended
            ? new TargetCapabilities(Profile, System, "test", 1000, 1000)
            : new TargetCapabilities(Profile, "", "", 1, 10));
    }

    public Task<IReadOnlyList<Fault?>> SendDossiersAsync(IReadOnlyList<DossierItem> items, CancellationToken cancellationToken) =>
        Write(items, items.Any(item => Hang.Contains(item.Number)) ? cancellationToken : null, item =>
        {
            History.Add($"dossier {item.Number} {Status(item.Packet)}");
            return Refuse(item) ?? Store(item);
        });

    public Task<IReadOnlyList<Fault?>> SendProgressAsync(IReadOnlyList<ProgressItem> items, CancellationToken cancellationToken) =>
        Write(items, hangs: null, item =>
        {
            History.Add($"progress {item.Number}");
            if (!dossiers.TryGetValue(item.Number, out var stored))
                return new Fault.OutOfOrder("no such dossier");
            if (!stored.Progress.Contains(item.Row))
                dossiers[item.Number] = stored with { Progress = [.. stored.Progress, item.Row] };
            return null;
        });

    public async Task<IReadOnlyList<Outcome<TargetDossier?>>> QueryAsync(
        IReadOnlyList<string> numbers, bool withProgress, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref reads);
        if (Down is { } down)
            return [.. numbers.Select(_ => (Outcome<TargetDossier?>)down)];
        if (NextReads.TryDequeue(out var fault))
            return [.. numbers.Select(_ => (Outcome<TargetDossier?>)fault)];
        ProgressAskedFor.AddRange(withProgress ? numbers : []);

        List<Outcome<TargetDossier?>> answers;
        lock (dossiers)
            answers = [.. numbers.Select(number => Unreadable.Contains(number)
                ? new Fault.Drift($"TraCuuHoSo: the answer for {number} cannot be read.")
                : (Outcome<TargetDossier?>)Found(number, withProgress))];
        await AfterReading(cancellationToken);
        await HappenAsync();
        return answers;
    }

    private async Task HappenAsync()
    {
        var meanwhile = Meanwhile;
        Meanwhile = () => Task.CompletedTask;
        await meanwhile();
    }

    public Task<Outcome<IReadOnlyList<BucketDigest>>> DigestAsync(string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<IReadOnlyList<BucketDigest>>>(Enumerable.Range(0, 16).Select(digit =>
        {
            var key = prefix + "0123456789abcdef"[digit];
            var below = Written(key).ToList();
            var leaves = below.Select(d => PacketDigest.Leaf(
                d.Key, PacketDigest.TomTat(d.Value.Packet), d.Value.Progress.Count, Rows(d.Value)));
            return new BucketDigest(key, below.Count, leaves.Aggregate(Hash256.Zero, (sum, leaf) => sum ^ leaf));
        }).ToList());

    public Task<Outcome<IReadOnlyList<DossierDigest>>> ListAsync(string prefix, string after, int count, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<IReadOnlyList<DossierDigest>>>(Written(prefix)
            .Where(d => Repeats || string.CompareOrdinal(d.Key, after) > 0).Take(count)
            .Select(d => new DossierDigest(
                d.Key, d.Value.Version, PacketDigest.TomTat(d.Value.Packet), Status(d.Value.Packet), d.Value.Progress.Count, Rows(d.Value)))
            .ToList());

    private TargetDossier? Found(string number, bool withProgress) => dossiers.TryGetValue(number, out var stored)
        ? new(stored.Packet, Profile is TargetProfile.Extended ? stored.Version : 0, stored.Tag, withProgress ? stored.Progress : null)
        : null;

    private IEnumerable<KeyValuePair<string, Stored>> Written(string prefix) =>
        dossiers.Where(d => d.Value.ByHub && PacketDigest.BucketKey(d.Key).ToString().StartsWith(prefix, StringComparison.Ordinal));

    private static Hash256 Rows(Stored stored) => stored.Progress.Aggregate(Hash256.Zero, (sum, row) => sum ^ PacketDigest.RowHash(row));

    private static string Status(string packet) => JsonNode.Parse(packet)![PacketNames.TrangThaiHoSo]!.GetValue<string>();

    private Fault? Store(DossierItem item)
    {
        var there = dossiers.GetValueOrDefault(item.Number);
        if (Profile is TargetProfile.Extended && there is not null && item.Version <= there.Version)
            return item.Version == there.Version && PacketDigest.TomTat(item.Packet) == PacketDigest.TomTat(there.Packet)
                ? null
                : new Fault.NewerAtTarget("older or other");
        if (item.Mode is WriteMode.Insert && there is not null)
            return new Fault.Duplicate("exists");
        if (item.Mode is WriteMode.Update && there is null)
            return new Fault.OutOfOrder("does not exist");
        dossiers[item.Number] = new(item.Packet, item.Version, item.Tag, there?.Progress ?? [], true);
        return null;
    }

    private async Task<IReadOnlyList<Fault?>> Write<T>(IReadOnlyList<T> items, CancellationToken? hangs, Func<T, Fault?> store)
    {
        Interlocked.Increment(ref writes);
        if ((Down ?? DownForWrites) is { } down)
            return [.. items.Select(_ => down)];
        if (hangs is { } givenUp)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, givenUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return [.. items.Select(_ => new Fault.UnknownOutcome("given up"))];
        }

        (Fault Fault, bool Takes) next;
        bool fails;
        List<Fault?> outcomes;
        lock (dossiers)
        {
            fails = NextWrites.TryDequeue(out next);
            outcomes = fails && !next.Takes ? [] : [.. items.Select(store)];
        }

        await HappenAsync();
        return fails ? [.. items.Select(_ => next.Fault)] : outcomes;
    }

    private sealed record Stored(string Packet, long Version, string Tag, IReadOnlyList<string> Progress, bool ByHub);
}
