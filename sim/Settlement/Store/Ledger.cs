using IntegrationHub.Sim.Settlement.Packets;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>All dossiers, under one lock. What it changes it also appends to the journal, in the same order.</summary>
internal sealed class Ledger(Journal journal, Profile profile)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Dossier> dossiers = new(StringComparer.Ordinal);
    private readonly Writers writers = new();
    private readonly DigestIndex index = new();

    public int Count
    {
        get
        {
            lock (gate)
                return dossiers.Count;
        }
    }

    public void Load()
    {
        lock (gate)
        {
            journal.Load(new JournalReplay(
                (account, packet) => Replace(account, packet),
                (account, maHoSo) => dossiers[maHoSo].AddWriter(writers.Number(account)),
                row => dossiers[row.MaHoSo].Append(row)));
            foreach (var dossier in dossiers.Values)
            {
                index.Add(dossier);
                index.Enter(dossier);
            }
        }
    }

    public IReadOnlyList<Verdict> Write(IReadOnlyList<Item<DossierPacket>> items, WriteMode mode, string account)
    {
        var verdicts = new Verdict[items.Count];
        lock (gate)
        {
            for (var i = 0; i < verdicts.Length; i++)
                verdicts[i] = Write(items[i], mode, account);
        }

        return verdicts;
    }

    public IReadOnlyList<Verdict> Append(IReadOnlyList<Item<ProgressRow>> items)
    {
        var verdicts = new Verdict[items.Count];
        lock (gate)
        {
            for (var i = 0; i < verdicts.Length; i++)
                verdicts[i] = Append(items[i]);
        }

        return verdicts;
    }

    public byte[]? Packet(string maHoSo)
    {
        lock (gate)
            return dossiers.GetValueOrDefault(maHoSo)?.Packet.Json;
    }

    public IReadOnlyList<byte[]> Rows(string maHoSo)
    {
        lock (gate)
            return dossiers.TryGetValue(maHoSo, out var dossier) ? [.. dossier.Rows.Select(row => row.Json)] : [];
    }

    public IReadOnlyList<DigestRow> Page(DigestScope scope, string prefix, string after, int count)
    {
        lock (gate)
            return writers.TryFind(scope.Account, out var writer) ? index.Page(writer, scope.Nguon, prefix, after, count) : [];
    }

    public IReadOnlyList<BucketSum> Groups(DigestScope scope, string prefix)
    {
        lock (gate)
            return writers.TryFind(scope.Account, out var writer) ? index.Groups(writer, scope.Nguon, prefix) : new BucketSum[16];
    }

    private Verdict Write(Item<DossierPacket> item, WriteMode mode, string account)
    {
        if (!item.IsWellFormed)
            return Verdict.Malformed(item.MaHoSo, item.Problem);

        var judgement = WriteRules.Judge(dossiers.GetValueOrDefault(item.MaHoSo)?.Packet, item.Packet, mode, profile);
        if (judgement == Judgement.Store)
        {
            Put(account, item.Packet);
            journal.Append(JournalRecord.Dossier(account, item.Packet));
        }
        else if (judgement == Judgement.Unchanged && !dossiers[item.MaHoSo].IsWrittenBy(writers.Number(account)))
        {
            AddWriter(account, item.MaHoSo);
            journal.Append(JournalRecord.Writer(account, item.MaHoSo));
        }

        return Verdict.Of(item.MaHoSo, judgement);
    }

    private Verdict Append(Item<ProgressRow> item)
    {
        if (!item.IsWellFormed)
            return Verdict.Malformed(item.MaHoSo, item.Problem);
        if (!dossiers.TryGetValue(item.MaHoSo, out var dossier))
            return Verdict.Of(item.MaHoSo, Judgement.Absent);

        if (!dossier.Holds(item.Packet))
        {
            Append(item.Packet);
            journal.Append(JournalRecord.Row(item.Packet));
        }

        return Verdict.Of(item.MaHoSo, Judgement.Store);
    }

    private void Put(string account, DossierPacket packet)
    {
        var present = dossiers.GetValueOrDefault(packet.MaHoSo);
        if (present is not null)
            index.Leave(present);
        var dossier = Replace(account, packet);
        if (present is null)
            index.Add(dossier);
        index.Enter(dossier);
    }

    private Dossier Replace(string account, DossierPacket packet)
    {
        if (dossiers.TryGetValue(packet.MaHoSo, out var dossier))
            dossier.Replace(packet);
        else
            dossiers.Add(packet.MaHoSo, dossier = new Dossier(packet));
        dossier.AddWriter(writers.Number(account));
        return dossier;
    }

    private void AddWriter(string account, string maHoSo)
    {
        var dossier = dossiers[maHoSo];
        index.Leave(dossier);
        dossier.AddWriter(writers.Number(account));
        index.Enter(dossier);
    }

    private void Append(ProgressRow row)
    {
        var dossier = dossiers[row.MaHoSo];
        index.Leave(dossier);
        dossier.Append(row);
        index.Enter(dossier);
    }
}
