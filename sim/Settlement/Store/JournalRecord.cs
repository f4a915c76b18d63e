using System.Text;
using IntegrationHub.Sim.Settlement.Digests;
using IntegrationHub.Sim.Settlement.Packets;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>What a record of the journal does to the ledger.</summary>
internal sealed record JournalReplay(
    Action<string, DossierHead, JournalSlice> Put, Action<string, string> AddWriter, Action<string, StoredRow> Append);

/// <summary>
/// The payloads of the journal, without the JSON that follows them to the end of the record. The digests are stored
/// too, so that a start does not hash everything again.
/// </summary>
internal static class JournalRecord
{
    private const byte DossierKind = 1;
    private const byte WriterKind = 2;
    private const byte RowKind = 3;

    public static byte[] Dossier(string account, DossierPacket packet) => Payload(DossierKind, output =>
    {
        output.Write(account);
        output.Write(packet.Head.MaHoSo);
        output.Write(packet.Head.PhienBan);
        output.Write(packet.Head.TrangThaiHoSo);
        output.Write(packet.Head.Nguon);
        output.Write(packet.Head.TomTat.ToBytes());
    });

    public static byte[] Writer(string account, string maHoSo) => Payload(WriterKind, output =>
    {
        output.Write(account);
        output.Write(maHoSo);
    });

    public static byte[] Row(ProgressRow row) => Payload(RowKind, output =>
    {
        output.Write(row.MaHoSo);
        output.Write(row.Hash.ToBytes());
    });

    /// <param name="payload">The payload with its JSON.</param>
    /// <param name="offset">Where the payload begins in the journal.</param>
    /// <param name="replay">What takes it.</param>
    public static void Replay(ArraySegment<byte> payload, long offset, JournalReplay replay)
    {
        using var input = new BinaryReader(new MemoryStream(payload.Array!, payload.Offset, payload.Count), Encoding.UTF8);
        switch (input.ReadByte())
        {
            case DossierKind:
                replay.Put(string.Intern(input.ReadString()), ReadHead(input), Rest(input, offset));
                break;
            case WriterKind:
                replay.AddWriter(input.ReadString(), input.ReadString());
                break;
            case RowKind:
                replay.Append(input.ReadString(), new StoredRow(ReadDigest(input), Rest(input, offset)));
                break;
            default:
                throw new InvalidDataException("The journal holds a record of a kind that is not known.");
        }
    }

    private static DossierHead ReadHead(BinaryReader input) => new(
        input.ReadString(),
        input.ReadInt64(),
        input.ReadByte(),
        string.Intern(input.ReadString()),
        ReadDigest(input));

    private static JournalSlice Rest(BinaryReader input, long offset)
    {
        var position = input.BaseStream.Position;
        return new JournalSlice(offset + position, (int)(input.BaseStream.Length - position));
    }

    private static byte[] Payload(byte kind, Action<BinaryWriter> write)
    {
        var stream = new MemoryStream(256);
        using var output = new BinaryWriter(stream, Encoding.UTF8);
        output.Write(kind);
        write(output);
        return stream.ToArray();
    }

    private static Digest ReadDigest(BinaryReader input) => Digest.FromBytes(input.ReadBytes(Digest.Size));
}
