using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Views;

/// <summary>
/// Holds the ledger against what must always be true of it (<c>hub-server doctor --invariants</c>). Shares no code with what
/// writes the ledger, the digests of the buckets neither, so that one mistake cannot hide in both. That packets are as they were written
/// is told by the digests that were kept of them.
/// </summary>
public static class Invariants
{
    /// <summary>Checks all of them.</summary>
    /// <returns>What is broken; empty when the ledger is sound.</returns>
    public static Task<IReadOnlyList<Violation>> CheckAsync(LedgerDatabase ledger) => ledger.ReadAsync<IReadOnlyList<Violation>>(db =>
    [
        .. InvariantsSql.All.SelectMany(i => Ask(db, i.Name, i.Meaning, i.Sql)),
        .. Buckets(db),
        .. Packets(db, ledger.Dialect.Packets, PacketDigest.TomTat).Take(Most),
        .. Packets(db, InvariantsSql.ProgressRows, PacketDigest.RowHash).Take(Most),
    ]);

    /// <summary>What is checked, for the reader of the answer.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> Names =>
        [.. InvariantsSql.All.Select(i => (i.Name, i.Meaning)), (BucketsName, BucketsMeaning), (PacketsName, PacketsMeaning)];

    private const string BucketsName = "buckets";

    private const string PacketsName = "packets";

    private const string PacketsMeaning = "each packet and each progress row has the digest that is kept of it";

    private const int Most = 20;

    private const string BucketsMeaning = "each bucket digest is the XOR of the leaves of what is acknowledged";

    private static IEnumerable<Violation> Ask(DbConnection db, string name, string meaning, string sql) =>
        db.Query<string>(sql).Select(found => new Violation(name, meaning, found));

    private static IEnumerable<Violation> Buckets(DbConnection db)
    {
        var expected = new Dictionary<long, (long Count, byte[] Digest)>();
        foreach (var (prefix, leaf) in db.List(InvariantsSql.Leaves, Leaf))
        {
            var bucket = expected.GetValueOrDefault(prefix, (0, new byte[SHA256.HashSizeInBytes]));
            expected[prefix] = (bucket.Count + 1, Xor(bucket.Digest, leaf));
        }

        var kept = db.List(InvariantsSql.Buckets, r => (Prefix: r.Long("prefix"), Count: r.Long("count"), Digest: r.Bytes("digest")))
            .ToDictionary(b => b.Prefix);
        foreach (var prefix in expected.Keys.Union(kept.Keys).Order())
        {
            var (count, digest) = expected.GetValueOrDefault(prefix, (0, new byte[SHA256.HashSizeInBytes]));
            var has = kept.GetValueOrDefault(prefix, (prefix, 0, new byte[SHA256.HashSizeInBytes]));
            if (count != has.Count || !digest.AsSpan().SequenceEqual(has.Digest))
                yield return Bucket(
                    $"bucket {prefix:x3}: the ledger keeps {Short(has.Count, has.Digest)}, recomputed are {Short(count, digest)}");
        }
    }

    // Row by row, for all of them together are the ledger.
    private static IEnumerable<Violation> Packets(DbConnection db, string sql, Func<string, Hash256> digest)
    {
        using var reader = db.ExecuteReader(sql);
        while (reader.Read())
        {
            var row = new Row(reader);
            if (DigestOf(row.Text("packet"), digest) != Hash256.FromBytes(row.Bytes("hash")))
                yield return new(PacketsName, PacketsMeaning, $"{row.Text("number")}: what is kept is not what was written");
        }
    }

    private static Hash256? DigestOf(string packet, Func<string, Hash256> digest)
    {
        try
        {
            return digest(packet);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (long Prefix, byte[] Leaf) Leaf(Row row)
    {
        var number = row.Text("number");
        var progress = row.BytesOrNull("progress_digest") ?? new byte[SHA256.HashSizeInBytes];
        var leaf = Say($"{number}|{Hex(row.Bytes("acked_hash"))}|{row.Long("progress_count")}|{Hex(progress)}");
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(number));
        return ((key[0] << 4) | (key[1] >> 4), SHA256.HashData(Encoding.UTF8.GetBytes(leaf)));
    }

    private static byte[] Xor(byte[] one, byte[] other) => [.. one.Zip(other, (a, b) => (byte)(a ^ b))];

    private static Violation Bucket(FormattableString found) => new(BucketsName, BucketsMeaning, Say(found));

    private static string Short(long count, byte[] digest) => Say($"{count} dossiers and {Hex(digest)[..12]}…");

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Something that must always be true and is not.</summary>
/// <param name="Name">The invariant.</param>
/// <param name="Meaning">What must be true.</param>
/// <param name="Found">Where it is not.</param>
public sealed record Violation(string Name, string Meaning, string Found);
