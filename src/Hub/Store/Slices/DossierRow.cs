using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>A dossier, without its packets: all that most decisions need. Times are microseconds.</summary>
internal sealed record DossierRow
{
    public required string Number { get; init; }

    /// <summary>The first 32 bits of its bucket key.</summary>
    public required uint Bucket { get; init; }

    public string? Owner { get; init; }

    /// <summary>Whether its owner reports every status step.</summary>
    public bool EveryStep { get; init; }

    public required string Tag { get; init; }

    public long EventTime { get; init; }

    public Hash256? SourceHash { get; init; }

    public bool HasEvents { get; init; }

    public required Hash256 PacketHash { get; init; }

    public required int Status { get; init; }

    public required long Version { get; init; }

    public long? AckedVersion { get; init; }

    public Hash256? AckedHash { get; init; }

    public long? AckedAt { get; init; }

    public long ProgressCount { get; init; }

    public Hash256 ProgressDigest { get; init; }

    /// <summary>Whether this account has ever written it at the target.</summary>
    public bool Written { get; init; }

    /// <summary>The place in the order of arrival of what its owner said last, for the day when others speak of it too.</summary>
    public long Arrival { get; init; }

    /// <summary>The delivery range: the first 6 bits of the bucket key.</summary>
    public int Range => (int)(Bucket >> 26);

    /// <summary>The bucket: the first three hex digits of the bucket key.</summary>
    public int Prefix => (int)(Bucket >> 20);

    /// <summary>The leaf in its bucket, once this account has written the dossier.</summary>
    public Hash256? Leaf => Written && AckedHash is { } hash ? PacketDigest.Leaf(Number, hash, ProgressCount, ProgressDigest) : null;

    /// <summary>With these progress rows at the target besides.</summary>
    public DossierRow And(IReadOnlyCollection<Hash256> rows) => this with
    {
        ProgressCount = ProgressCount + rows.Count,
        ProgressDigest = rows.Aggregate(ProgressDigest, (sum, hash) => sum ^ hash),
    };

    /// <summary>With these progress rows at the target and no other.</summary>
    public DossierRow Only(IReadOnlyCollection<Hash256> rows) =>
        (this with { ProgressCount = 0, ProgressDigest = Hash256.Zero }).And(rows);

    public static uint BucketOf(string number)
    {
        Span<byte> bytes = stackalloc byte[32];
        PacketDigest.BucketKey(number).CopyTo(bytes);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}
