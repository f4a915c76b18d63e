using IntegrationHub.Contracts.Packets;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>What the target acknowledged of a dossier, without its packets: all that most acknowledgements need.</summary>
internal sealed record AckedRow(
    string Number, uint Bucket, bool Owned, long? Version, Hash256? Hash, long ProgressCount, Hash256 ProgressDigest, bool Written)
{
    /// <summary>The bucket: the first three hex digits of the bucket key.</summary>
    public int Prefix => (int)(Bucket >> 20);

    /// <summary>The leaf in its bucket, once this account has written the dossier.</summary>
    public Hash256? Leaf => Written && Hash is { } hash ? PacketDigest.Leaf(Number, hash, ProgressCount, ProgressDigest) : null;

    public static AckedRow Load(Statements sql, string number) =>
        sql.One(HubSql.Acked, reader => From(number, reader), number)
        ?? throw new InvalidOperationException("A dossier of the outbox is not in the ledger.");

    /// <summary>With these rows besides.</summary>
    public AckedRow And(IReadOnlyCollection<Hash256> rows) =>
        this with
        {
            ProgressCount = ProgressCount + rows.Count,
            ProgressDigest = rows.Aggregate(ProgressDigest, (sum, hash) => sum ^ hash),
        };

    /// <summary>With these rows and no other.</summary>
    public AckedRow Only(IReadOnlyCollection<Hash256> rows) => (this with { ProgressCount = 0, ProgressDigest = Hash256.Zero }).And(rows);

    private static AckedRow From(string number, SqliteDataReader reader) => new(
        number,
        (uint)reader.GetInt64(0),
        reader.GetInt64(1) != 0,
        reader.Number(2),
        reader.Hash(3),
        reader.GetInt64(4),
        reader.Hash(5) ?? Hash256.Zero,
        reader.GetInt64(6) != 0);
}
