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

    public int RowCount
    {
        get
        {
            lock (gate)
                return dossiers.Values.Sum(dossier => dossier.Rows.Count);
        }
    }

    public void Load()
    {
        lock (gate)
        {
            journal.Load(new JournalReplay(
                (account, head, json) => Replace(account, head, json),
                (account, maHoSo) => dossiers[maHoSo].AddWriter(writers.Number(account)),
                (maHoSo, row) => dossiers[maHoSo].Append(row)));
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
        JournalSlice? json;
        lock (gate)
            json = dossiers.GetValueOrDefault(maHoSo)?.Json;
        return json is { } slice ? journal.Read(slice) : null;
    }

    public IReadOnlyList<byte[]> Rows(string maHoSo)
    {
        StoredRow[] rows;
        lock (gate)
            rows = [.. dossiers.GetValueOrDefault(maHoSo)?.Rows ?? []];
        return Array.ConvertAll(rows, row => journal.Read(row.Json));
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

        var judgement = WriteRules.Judge(dossiers.GetValueOrDefault(item.MaHoSo)?.Head, item.Packet.Head, mode, profile);
        if (judgement == Judgement.Store)
        {
            Put(account, item.Packet.Head, journal.Append(JournalRecord.Dossier(account, item.Packet), item.Packet.Json));
        }
        else if (judgement == Judgement.Unchanged && !dossiers[item.MaHoSo].IsWrittenBy(writers.Number(account)))
        {
            AddWriter(account, item.MaHoSo);
            journal.Append(JournalRecord.Writer(account, item.MaHoSo), []);
        }

        return Verdict.Of(item.MaHoSo, judgement);
    }

    private Verdict Append(Item<ProgressRow> item)
    {
        if (!item.IsWellFormed)
            return Verdict.Malformed(item.MaHoSo, item.Problem);
        if (!dossiers.TryGetValue(item.MaHoSo, out var dossier))
            return Verdict.Of(item.MaHoSo, Judgement.Absent);

        if (!dossier.Holds(item.Packet.Hash))
            Append(dossier, new StoredRow(item.Packet.Hash, journal.Append(JournalRecord.Row(item.Packet), item.Packet.Json)));

        return Verdict.Of(item.MaHoSo, Judgement.Store);
    }

    private void Put(string account, DossierHead head, JournalSlice json)
    {
        var present = dossiers.GetValueOrDefault(head.MaHoSo);
        if (present is not null)
            index.Leave(present);
        var dossier = Replace(account, head, json);
        if (present is null)
            index.Add(dossier);
        index.Enter(dossier);
    }

    private Dossier Replace(string account, DossierHead head, JournalSlice json)
    {
        if (dossiers.TryGetValue(head.MaHoSo, out var dossier))
            dossier.Replace(head, json);
        else
            dossiers.Add(head.MaHoSo, dossier = new Dossier(head, json));
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

    private void Append(Dossier dossier, StoredRow row)
    {
        index.Leave(dossier);
        dossier.Append(row);
        index.Enter(dossier);
    }
}
