using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Store.Contract;

/// <summary>Rows for decisions of tests.</summary>
internal static class Rows
{
    public static readonly string[] Numbers = [.. Enumerable.Range(1, 6).Select(i => $"H40.13-260302-{i:D4}")];

    public static string Number => Numbers[0];

    public static Hash256 Hash(string text) => Hash256.Of(System.Text.Encoding.UTF8.GetBytes(text));

    public static DossierRow Dossier(string number, long version = 1) => new()
    {
        Number = number,
        Bucket = DossierRow.BucketOf(number),
        Owner = "alpha",
        Tag = "alpha",
        PacketHash = Hash("{}"),
        Status = 2,
        Version = version,
    };

    /// <summary>A new dossier with its packet.</summary>
    public static void PutNew(this Slice slice, DossierRow row)
    {
        slice.Dossiers.Put(row);
        slice.Packets.Put(new(row.Number, "{}"));
    }

    /// <summary>A row that is to be delivered, of the dossier's present version.</summary>
    public static OutboxRow Queue(this Slice slice, DossierRow dossier)
    {
        var row = new OutboxRow
        {
            Id = slice.NextId(IdKind.Outbox),
            Number = dossier.Number,
            Connector = dossier.Tag,
            Kind = OutboxKind.Dossier,
            Version = dossier.Version,
            Range = dossier.Range,
            Origin = Origins.Source,
            Run = 1,
            DueAt = 0,
            CreatedAt = 0,
        };
        slice.Outbox.Put(row);
        return row;
    }

    /// <summary>Makes these dossiers, at version 0.</summary>
    public static Task MakeAsync(this TestLedger ledger, params string[] numbers) => ledger.DecideAsync(
        new() { About = 1 },
        slice =>
        {
            foreach (var number in numbers)
                slice.PutNew(Dossier(number, version: 0));
        });

    public static ReceiptRow Receipt(long run, PageReceipt counts, long epoch = 0) => new()
    {
        Run = run,
        PageNo = 1,
        Connector = "alpha",
        Origin = Origins.Source,
        Counts = counts,
        Epoch = epoch,
        CommittedAt = 0,
    };

    public static RunRow Run(this Slice slice) => new(slice.NextId(IdKind.Run), "alpha", Origins.Source, "test", 0);

    /// <summary>An open entry of quarantine.</summary>
    public static QuarantineRow Entry(Slice slice, string number) => new()
    {
        Id = slice.NextId(IdKind.Quarantine),
        Run = 1,
        Connector = "alpha",
        Key = number,
        Arrival = slice.NextId(IdKind.Arrival),
        Number = number,
        Code = "no-base",
        Pointer = "/MaHoSo",
        Message = "a test",
        Content = "{}",
        ContentHash = Hash(number),
        CorrelationId = "c",
        FirstSeen = 0,
        LastSeen = 0,
        State = QuarantineState.Open,
        Fingerprint = "f",
    };

    /// <summary>A change of a dossier.</summary>
    public static EventRow Event(Slice slice, DossierRow dossier) => new()
    {
        Id = slice.NextId(IdKind.Event),
        Number = dossier.Number,
        EventTime = dossier.Version,
        Arrival = slice.NextId(IdKind.Arrival),
        Connector = "alpha",
        Kind = "change",
        Members = "{}",
        Hash = Hash($"{dossier.Number}/{dossier.Version}"),
    };
}
