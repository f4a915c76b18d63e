using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Keeps the bucket digests of what is acknowledged, in the transaction that acknowledges it.</summary>
internal sealed class Buckets(Statements sql)
{
    /// <summary>Writes which progress rows the target holds of a dossier.</summary>
    public void SetProgress(DossierRow row, IReadOnlyCollection<Hash256> rows)
    {
        var after = row with { ProgressCount = rows.Count, ProgressDigest = rows.Aggregate(Hash256.Zero, (sum, hash) => sum ^ hash) };
        SetProgress(row, after);
    }

    /// <summary>Writes the totals of a dossier's progress.</summary>
    public void SetProgress(DossierRow before, DossierRow after)
    {
        sql.Run(HubSql.ProgressTotals, after.Number, after.ProgressCount, after.ProgressDigest.Bytes());
        Move(before.Prefix, before.Leaf, after.Leaf);
    }

    /// <summary>Takes a dossier's old leaf out of its bucket and puts the new one in.</summary>
    public void Move(int prefix, Hash256? before, Hash256? after)
    {
        if (before == after)
            return;

        var (count, digest) = sql.One(HubSql.Bucket, r => (r.GetInt64(0), r.Hash(1)!.Value), prefix);
        digest = digest ^ (before ?? Hash256.Zero) ^ (after ?? Hash256.Zero);
        count += (after is null ? 0 : 1) - (before is null ? 0 : 1);
        sql.Run(HubSql.MoveBucket, prefix, count, digest.Bytes());
    }
}
