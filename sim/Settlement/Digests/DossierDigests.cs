using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sim.Settlement.Packets;

namespace IntegrationHub.Sim.Settlement.Digests;

/// <summary>The four digests of the profile's section "Digests".</summary>
internal static class DossierDigests
{
    private static readonly FrozenSet<string> RowMembers = ProgressRow.MemberNames.ToFrozenSet(StringComparer.Ordinal);

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? scratch;

    public static Digest TomTat(Members dossier) => Canonical(dossier, static name => name is not ("PhienBan" or "nguon"));

    public static Digest RowHash(Members row) => Canonical(row, static name => RowMembers.Contains(name));

    public static Digest Leaf(string maHoSo, Digest tomTat, int soTienDo, Digest tomTatTienDo) =>
        Digest.OfSha256(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{maHoSo}|{tomTat}|{soTienDo}|{tomTatTienDo}")));

    /// <summary>The first eight hex digits of the bucket key, as a number: no service asks for more.</summary>
    public static uint BucketKey(string maHoSo)
    {
        Span<byte> hash = stackalloc byte[Digest.Size];
        SHA256.HashData(Encoding.UTF8.GetBytes(maHoSo), hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash);
    }

    private static Digest Canonical(Members packet, Func<string, bool> belongs)
    {
        var output = scratch ??= new ArrayBufferWriter<byte>(4096);
        output.ResetWrittenCount();
        CanonicalJson.Write(output, packet, belongs);
        return Digest.OfSha256(output.WrittenSpan);
    }
}
