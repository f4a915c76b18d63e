using System.Text;
using IntegrationHub.Sim.Settlement.Digests;
using IntegrationHub.Sim.Settlement.Packets;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>What a record of the journal does to the ledger.</summary>
internal sealed record JournalReplay(
    Action<string, DossierPacket> Put, Action<string, string> AddWriter, Action<ProgressRow> Append);

/// <summary>The payloads of the journal. The digests are stored too, so that a start does not hash everything again.</summary>
internal static class JournalRecord
{
    private const byte DossierKind = 1;
    private const byte WriterKind = 2;
    private const byte RowKind = 3;

    public static byte[] Dossier(string account, DossierPacket packet) => Payload(DossierKind, output =>
    {
        output.Write(account);
        output.Write(packet.MaHoSo);
        output.Write(packet.PhienBan);
        output.Write(packet.TrangThaiHoSo);
        output.Write(packet.Nguon);
        output.Write(packet.TomTat.ToBytes());
        WriteBytes(output, packet.Json);
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
        WriteBytes(output, row.Json);
    });

    public static void Replay(byte[] payload, JournalReplay replay)
    {
        using var input = new BinaryReader(new MemoryStream(payload), Encoding.UTF8);
        switch (input.ReadByte())
        {
            case DossierKind:
                replay.Put(string.Intern(input.ReadString()), ReadDossier(input));
                break;
            case WriterKind:
                replay.AddWriter(input.ReadString(), input.ReadString());
                break;
            case RowKind:
                replay.Append(new ProgressRow(input.ReadString(), ReadDigest(input), ReadBytes(input)));
                break;
            default:
                throw new InvalidDataException("The journal holds a record of a kind that is not known.");
        }
    }

    private static DossierPacket ReadDossier(BinaryReader input) => new(
        input.ReadString(),
        input.ReadInt64(),
        input.ReadByte(),
        string.Intern(input.ReadString()),
        ReadDigest(input),
        ReadBytes(input));

    private static byte[] Payload(byte kind, Action<BinaryWriter> write)
    {
        var stream = new MemoryStream(2048);
        using var output = new BinaryWriter(stream, Encoding.UTF8);
        output.Write(kind);
        write(output);
        return stream.ToArray();
    }

    private static void WriteBytes(BinaryWriter output, byte[] bytes)
    {
        output.Write(bytes.Length);
        output.Write(bytes);
    }

    private static byte[] ReadBytes(BinaryReader input) => input.ReadBytes(input.ReadInt32());

    private static Digest ReadDigest(BinaryReader input) => Digest.FromBytes(input.ReadBytes(Digest.Size));
}
