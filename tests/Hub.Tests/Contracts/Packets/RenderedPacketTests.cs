using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Tests.Contracts.Packets;

/// <summary>
/// A packet and its digest come out of one pass. The reference is the slow way: the framework's writer, and the digest of the text.
/// </summary>
public sealed class RenderedPacketTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Const(""),
        Among("Nguyễn Thị Diễm Quỳnh", "Đặng Hữu Nghĩa", "120 m², 25°"),
        Among("\"Hạng\" \\ A1", "một\nhai\t\u0001\u007f", "\u00a0\u2028\ufeff", "😀 𝒳", "\ud83d", "a\udc00b", "<&'+>", "ﬀ\ue000"),
        Gen.String[Gen.Char[' ', '~'], 0, 40],
        Gen.String[Gen.Char[(char)0, '\uffff'], 0, 12]);

    private static readonly Gen<string?> Maybe = Gen.OneOf(Texts.Select(text => (string?)text), Gen.Const((string?)null));

    private static readonly Gen<DateTimeOffset?> Times = Gen.OneOf(
        Gen.Const((DateTimeOffset?)null),
        Gen.DateTime[new DateTime(1900, 1, 2), new DateTime(2200, 12, 30)].Select(time => (DateTimeOffset?)new DateTimeOffset(time.Ticks, TimeSpan.Zero)));

    private static readonly Gen<SubmittedPaper> Papers = Gen.Select(Texts, Maybe, Gen.Bool, (text, maybe, flag) => new SubmittedPaper
    {
        Id = text,
        Name = text,
        ComponentCode = maybe,
        Deleted = flag,
        File = new() { Address = maybe },
        Digitised = flag ? null : true,
        Reuse = flag ? PaperReuse.Reused : null,
        ReplacedBy = maybe,
    });

    private static readonly Gen<Fee> Fees = Gen.Select(Texts, Maybe, Gen.Decimal[-5, 5_000_000], Gen.Bool, (name, maybe, amount, whole) =>
        new Fee { Name = name, Code = maybe, Amount = whole ? decimal.Round(amount) : amount });

    private static readonly Gen<SupplementRound> Rounds = Gen.Select(Maybe, Fees.Array[0, 2], Times, (maybe, fees, time) => new SupplementRound
    {
        Id = maybe ?? "",
        Content = maybe,
        Fees = fees,
        RequestedAt = time,
        Complete = time is null ? null : fees.Length > 0,
        Papers = [.. fees.Select((fee, i) => new OtherAttachment { Name = fee.Name, Count = i, Kind = fee.Code })],
    });

    private static readonly Gen<Dossier> Dossiers = Gen.Select(
        Texts, Maybe, Times, Papers.Array[0, 3], Fees.Array[0, 2], Rounds.Array[0, 2], (text, maybe, time, papers, fees, rounds) => Sample.Whole with
        {
            Number = text,
            Abstract = text,
            Note = maybe,
            PromisedAt = time,
            Papers = papers,
            Fees = fees,
            Supplements = rounds,
            OtherAttachments = [],
            Agency = maybe ?? "",
            Applicant = Sample.Whole.Applicant with { Name = maybe, Identities = [], IdentityNumber = maybe },
            Results = [.. papers.Select(paper => new ResultPaper { Name = paper.Name, Id = paper.ReplacedBy, IssuedBy = maybe })],
            Later = new() { Channel = Channel.Post, RefusedAt = time, Databases = maybe is null ? null : [maybe, text], AccountVerified = time is null },
        });

    [Fact]
    public void A_dossier_has_the_digest_of_its_text() => Dossiers.Sample(dossier =>
    {
        var (packet, digest) = PacketWriter.Render(dossier);
        packet.ShouldBe(PacketWriter.Dossier(dossier));
        digest.ShouldBe(PacketDigest.TomTat(packet), packet);
    });

    [Fact]
    public void A_progress_row_has_the_hash_of_its_text() => Gen.Select(Texts, Maybe, Times).Sample((text, maybe, time) =>
    {
        var (row, hash) = PacketWriter.Render(
            Sample.Progress with { Officer = maybe, Title = text, Office = maybe, Content = text, DueAt = time, StartedAt = null });
        hash.ShouldBe(PacketDigest.RowHash(row), row);
    });

    [Fact]
    public void A_text_is_written_as_the_frameworks_writer_writes_it() => Texts.Sample(
        text =>
        {
            var output = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(output, new() { Encoder = PacketWriter.JsonOptions.Encoder }))
            {
                json.WriteStartObject();
                json.WriteString(PacketNames.GhiChu, text);
                json.WriteEndObject();
            }

            PacketWriter.Change(Sample.Change with { Status = null, Note = text }).ShouldBe(Encoding.UTF8.GetString(output.WrittenSpan));
        },
        iter: 5_000);

    [Fact]
    public void The_same_bytes_come_out_as_UTF_8() => Dossiers.Sample(dossier =>
    {
        var output = new ArrayBufferWriter<byte>();
        PacketWriter.Dossier(dossier, output);
        Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe(PacketWriter.Dossier(dossier));
    });

    [Fact]
    public void What_is_called_plain_is_never_escaped_and_is_told_alike_at_every_place()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var (c, text) = ((char)code, new string((char)code, 1));
            PlainText.Is(c).ShouldBe(PlainText.Is(text), text);
            PlainText.Is($"một hai ba bốn năm sáu {c} bảy tám chín mười").ShouldBe(PlainText.Is(c), text);
            if (PlainText.Is(c))
                PlainText.Encoder.Encode(text).ShouldBe(text);
        }
    }

    private static Gen<T> Among<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);
}
