using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>
/// Keeps the bucket digests of what is acknowledged, in the transaction that acknowledges it: moves are gathered, and each bucket is
/// written once, by <see cref="Flush"/>.
/// </summary>
internal sealed class Buckets(Statements sql)
{
    private readonly Dictionary<int, (int Count, Hash256 Digest)> moves = [];

    /// <summary>Writes the totals of a dossier's progress.</summary>
    public void SetProgress(AckedRow before, AckedRow after)
    {
        sql.Run(HubSql.ProgressTotals, after.Number, after.ProgressCount, after.ProgressDigest.Bytes());
        Move(before, after);
    }

    /// <summary>Takes a dossier's old leaf out of its bucket and puts the new one in.</summary>
    public void Move(AckedRow before, AckedRow after)
    {
        var (count, digest) = moves.GetValueOrDefault(before.Prefix);
        moves[before.Prefix] = (
            count + (after.Leaf is null ? 0 : 1) - (before.Leaf is null ? 0 : 1),
            digest ^ (before.Leaf ?? Hash256.Zero) ^ (after.Leaf ?? Hash256.Zero));
    }

    /// <summary>Writes what was gathered; once, at the end of the transaction.</summary>
    public void Flush()
    {
        foreach (var (prefix, move) in moves)
        {
            var (count, digest) = sql.One(HubSql.Bucket, r => (r.GetInt64(0), r.Hash(1)!.Value), prefix);
            sql.Run(HubSql.MoveBucket, prefix, count + move.Count, (digest ^ move.Digest).Bytes());
        }

        moves.Clear();
    }
}
