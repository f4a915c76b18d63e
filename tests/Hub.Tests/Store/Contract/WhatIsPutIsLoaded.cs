using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Store.Contract;

/// <summary>Every column of every row comes back as it went in, with a value in it and without.</summary>
public sealed class WhatIsPutIsLoaded : IDisposable
{
    private static readonly Hash256 One = Rows.Hash("1");
    private static readonly Hash256 Other = Rows.Hash("2");

    private static readonly Need All = new()
    {
        Numbers = Rows.Numbers,
        Deep = _ => true,
        Progress = Rows.Numbers,
        Stream = "alpha",
        Keys = ["k1", "k2"],
        About = 4,
    };

    private readonly TestLedger ledger = new();

    public static TheoryData<bool> Filled => [true, false];

    [Theory]
    [MemberData(nameof(Filled))]
    public async Task A_dossier(bool filled)
    {
        var row = filled
            ? Rows.Dossier(Rows.Number, version: 11) with
            {
                EveryStep = true,
                EventTime = -12,
                SourceHash = One,
                HasEvents = true,
                PacketHash = Other,
                Status = 9,
                AckedVersion = 13,
                AckedHash = One,
                AckedAt = 14,
                ProgressCount = 15,
                ProgressDigest = Other,
                Written = true,
                Tag = "beta",
                Arrival = 16,
            }
            : Rows.Dossier(Rows.Number) with { Owner = null };
        await ledger.DecideAsync(All, slice => slice.PutNew(row));
        (await Dossier()).ShouldBe(row);

        var next = row with
        {
            Owner = filled ? null : "beta",
            EveryStep = !filled,
            Tag = "gamma",
            EventTime = 21,
            SourceHash = filled ? null : Other,
            HasEvents = !filled,
            PacketHash = Rows.Hash("3"),
            Status = 4,
            Version = 22,
            AckedVersion = filled ? null : 23,
            AckedHash = filled ? null : Other,
            AckedAt = filled ? null : 24,
            ProgressCount = 25,
            ProgressDigest = One,
            Written = !filled,
            Arrival = 26,
        };
        await ledger.DecideAsync(All, slice => slice.Dossiers.Put(next));
        (await Dossier()).ShouldBe(next);
    }

    [Fact]
    public async Task Its_packets()
    {
        var sent = new SentPacket(1, One.ToString(), """{"a":"ă"}""");
        var full = new DossierPackets(Rows.Number, """{"b":"\u0000 'x'"}""", "{}", "[]") { Sent = [sent, sent with { Packet = null }] };
        await ledger.DecideAsync(All, slice =>
        {
            slice.PutNew(Rows.Dossier(Rows.Number));
            slice.Packets.Put(full);
            slice.PutNew(Rows.Dossier(Rows.Numbers[1]));
        });
        Same(await Load(slice => slice.PacketsOf(Rows.Number)), full);
        Same(await Load(slice => slice.PacketsOf(Rows.Numbers[1])), new(Rows.Numbers[1], "{}"));

        await ledger.DecideAsync(All, slice =>
        {
            slice.Packets.Put(new(Rows.Number, "{}"));
            slice.Packets.Put(full with { Number = Rows.Numbers[1] });
        });
        Same(await Load(slice => slice.PacketsOf(Rows.Number)), new(Rows.Number, "{}"));
        Same(await Load(slice => slice.PacketsOf(Rows.Numbers[1])), full with { Number = Rows.Numbers[1] });
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public async Task An_event(bool filled)
    {
        var row = await ledger.DecideAsync(All, slice =>
        {
            slice.PutNew(Rows.Dossier(Rows.Number));
            var made = Rows.Event(slice, Rows.Dossier(Rows.Number, version: 7)) with
            {
                Kind = filled ? "edit" : "dossier",
                Unless = filled ? "4,5" : null,
                EveryStep = filled,
                Members = "{\"x\":1}",
                EventTime = -3,
            };
            slice.Events.Put(made);
            return made;
        });
        (await Load(slice => slice.Events.Of(Rows.Number).Single())).ShouldBe(row);

        await ledger.DecideAsync(All, slice => slice.Events.Put(row with { Members = "{}" }));
        (await Load(slice => slice.Events.Of(Rows.Number).Single())).ShouldBe(row with { Members = "{}" });

        await ledger.DecideAsync(All, slice => slice.Events.Remove(row.Id));
        (await Load(slice => slice.Events.Of(Rows.Number).Any())).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public async Task A_progress_row(bool filled)
    {
        var row = new ProgressRow
        {
            Number = Rows.Number,
            Hash = One,
            Connector = "beta",
            Row = "{\"r\":1}",
            EventTime = -3,
            AckedAt = filled ? 4 : null,
        };
        await ledger.DecideAsync(All, slice =>
        {
            slice.PutNew(Rows.Dossier(Rows.Number));
            slice.Progress.Put(row);
        });
        (await Load(slice => slice.Progress.Of(Rows.Number).Single())).ShouldBe(row with { Row = "" });
        ledger.Sql<string>("select row from progress").ShouldBe("{\"r\":1}");

        await ledger.DecideAsync(All, slice => slice.Progress.Put(row with { AckedAt = filled ? null : 5 }));
        (await Load(slice => slice.Progress.Of(Rows.Number).Single())).ShouldBe(row with { Row = "", AckedAt = filled ? null : 5 });
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public async Task A_row_of_the_outbox(bool filled)
    {
        var row = await ledger.DecideAsync(All, slice =>
        {
            var dossier = Rows.Dossier(Rows.Number, version: 5);
            slice.PutNew(dossier);
            var made = slice.Queue(dossier) with { Run = 6, DueAt = 7, CreatedAt = 8, Origin = "repair", Connector = "beta", Range = 63 };
            made = filled
                ? made with
                {
                    Kind = OutboxKind.Progress,
                    RowHash = One,
                    State = OutboxState.Dead,
                    Attempts = 9,
                    QueryFirst = true,
                    Fault = "f",
                    Message = "m",
                    SettledAt = 10,
                }
                : made;
            slice.Outbox.Put(made);
            return made;
        });
        (await Load(slice => slice.Outbox.Of(Rows.Number).Single())).ShouldBe(row);

        var next = row with
        {
            Version = 15,
            State = OutboxState.Pending,
            Attempts = 19,
            DueAt = 17,
            QueryFirst = !filled,
            Fault = filled ? null : "g",
            Message = filled ? null : "n",
            SettledAt = filled ? null : 20,
        };
        await ledger.DecideAsync(All, slice => slice.Outbox.Put(next));
        (await Load(slice => slice.Outbox.Of(Rows.Number).Single())).ShouldBe(next);
        (await ledger.DecideAsync(new() { Rows = [row.Id] }, slice => slice.Outbox.Find(row.Id))).ShouldBe(next);

        await ledger.DecideAsync(All, slice => slice.Outbox.Put(next with { State = OutboxState.Acknowledged }));
        (await ledger.DecideAsync(All with { Rows = [row.Id] }, slice => slice.Outbox.All.Any())).ShouldBeFalse();   // settled, it is not loaded
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public async Task An_entry_of_quarantine(bool filled)
    {
        var row = await ledger.DecideAsync(All, slice =>
        {
            var made = Rows.Entry(slice, Rows.Number) with { Key = "k1", Run = 2, Attempts = 3, FirstSeen = 4, LastSeen = 5, Content = "{\"c\":1}" };
            made = filled ? made with { Time = -6, DueAt = 7, Pointer = "/p" } : made with { Number = null, ContentHash = Other };
            slice.Quarantine.Put(made);
            return made;
        });
        (await Load(Entry)).ShouldBe(row with { Content = "" });
        (await ledger.DecideAsync(new() { Entries = [row.Id] }, Entry)).ShouldBe(row with { Content = "" });
        (await ledger.DecideAsync(new() { OpenOf = Rows.Numbers }, slice => slice.Quarantine.All.Any())).ShouldBe(filled);
        ledger.Sql<string>("select content from quarantine").ShouldBe("{\"c\":1}");

        var next = row with
        {
            Number = filled ? null : Rows.Number,
            Code = "d",
            Pointer = "/q",
            Message = "n",
            LastSeen = 15,
            Attempts = 13,
            DueAt = filled ? null : 17,
            State = QuarantineState.Gone,
            Fingerprint = "g",
        };
        await ledger.DecideAsync(All, slice => slice.Quarantine.Put(next));
        (await Load(Entry)).ShouldBe(next with { Content = "" });
        (await ledger.DecideAsync(new() { OpenOf = Rows.Numbers }, slice => slice.Quarantine.All.Any())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_stream()
    {
        var full = new StreamRow("alpha")
        {
            Watermark = "s|1",
            Position = "s|2",
            PausedAt = 3,
            PausedReason = "r",
            ReadAt = 4,
            Fault = "f",
            FaultMessage = "m",
            Failures = 5,
        };
        foreach (var row in (StreamRow[])[full, new("alpha"), full with { Failures = 6 }])
        {
            await ledger.DecideAsync(All, slice => slice.Streams.Put(row));
            (await Load(slice => slice.Streams.Find("alpha") ?? new("alpha"))).ShouldBe(row);
        }
    }

    [Fact]
    public async Task How_the_digest_of_a_bucket_moves()
    {
        var written = Rows.Dossier(Rows.Number) with { Written = true, AckedHash = One };
        await ledger.DecideAsync(All, slice =>
        {
            slice.PutNew(Rows.Dossier(Rows.Number));
            slice.Acknowledge(Rows.Dossier(Rows.Number), written);
        });
        await ShouldBe(1, written.Leaf!.Value);

        await ledger.DecideAsync(All, slice => slice.Acknowledge(slice.Dossiers.Find(Rows.Number)!, written with { AckedHash = Other }));
        await ShouldBe(1, (written with { AckedHash = Other }).Leaf!.Value);

        async Task ShouldBe(long count, Hash256 digest) =>
            (await ledger.Get<IReconcileQueries>().BucketsAsync(default))[written.Prefix].ShouldBe((count, digest));
    }

    private static QuarantineRow Entry(Slice slice) => slice.Quarantine.All.Single();

    private Task<T> Load<T>(Func<Slice, T> what) => ledger.DecideAsync(All, what);

    private Task<DossierRow> Dossier() => Load(slice => slice.Dossiers.Find(Rows.Number)!);

    private static void Same(DossierPackets loaded, DossierPackets put)
    {
        loaded.Sent.ShouldBe(put.Sent);
        (loaded with { Sent = [] }).ShouldBe(put with { Sent = [] });
    }

    public void Dispose() => ledger.Dispose();
}
