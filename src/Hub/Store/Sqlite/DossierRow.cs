using IntegrationHub.Contracts.Packets;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>One row of the table <c>dossier</c>.</summary>
internal sealed record DossierRow
{
    public required string Number { get; init; }

    public required uint Bucket { get; init; }

    public string? Owner { get; init; }

    /// <summary>Whether its owner reports every status step.</summary>
    public bool EveryStep { get; init; }

    public required string Tag { get; init; }

    public long EventTime { get; init; }

    public Hash256? SourceHash { get; init; }

    public string? BasePacket { get; init; }

    public bool HasEvents { get; init; }

    public required string Packet { get; init; }

    public required Hash256 PacketHash { get; init; }

    public required int Status { get; init; }

    public required long Version { get; init; }

    public long? AckedVersion { get; init; }

    public Hash256? AckedHash { get; init; }

    public string? AckedPacket { get; init; }

    /// <summary>The packets sent since the last acknowledgement, and some before, without an owner.</summary>
    public IReadOnlyList<SentPacket> Sent { get; init; } = [];

    public long ProgressCount { get; init; }

    public Hash256 ProgressDigest { get; init; }

    public bool Written { get; init; }

    /// <summary>The delivery range: the first 6 bits of the bucket key.</summary>
    public int Range => (int)(Bucket >> 26);

    /// <summary>What of it is acknowledged.</summary>
    public AckedRow Acked => new(Number, Bucket, Owner is not null, AckedVersion, AckedHash, ProgressCount, ProgressDigest, Written);

    public static DossierRow? Load(Statements sql, string number) => sql.One(HubSql.Dossier, reader => From(number, reader), number);

    public static uint BucketOf(string number)
    {
        var bytes = PacketDigest.BucketKey(number).Bytes();
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    private static DossierRow From(string number, SqliteDataReader reader) => new()
    {
        Number = number,
        Bucket = (uint)reader.GetInt64(0),
        Owner = reader.Text(1),
        EveryStep = reader.GetInt64(2) != 0,
        Tag = reader.GetString(3),
        EventTime = reader.GetInt64(4),
        SourceHash = reader.Hash(5),
        BasePacket = reader.Text(6),
        HasEvents = reader.GetInt64(7) != 0,
        Packet = reader.GetString(8),
        PacketHash = reader.Hash(9)!.Value,
        Status = reader.GetInt32(10),
        Version = reader.GetInt64(11),
        AckedVersion = reader.Number(12),
        AckedHash = reader.Hash(13),
        AckedPacket = reader.Text(14),
        Sent = SentPacket.Parse(reader.Text(15)),
        ProgressCount = reader.GetInt64(16),
        ProgressDigest = reader.Hash(17) ?? Hash256.Zero,
        Written = reader.GetInt64(18) != 0,
    };

    public void Insert(Statements sql) => sql.Run(
        HubSql.InsertDossier, Number, (long)Bucket, Owner, EveryStep ? 1 : 0, Tag, EventTime, SourceHash.Bytes(),
        BasePacket, HasEvents ? 1 : 0,
        Packet, PacketHash.Bytes(), Status, Version, AckedHash.Bytes(), ProgressCount, ProgressDigest.Bytes());

    public void Update(Statements sql) => sql.Run(
        HubSql.UpdateDossier, Number, Owner, EveryStep ? 1 : 0, Tag, EventTime, SourceHash.Bytes(),
        HasEvents ? 1 : 0, Packet, PacketHash.Bytes(), Status, Version);
}
