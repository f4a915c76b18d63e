using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace IntegrationHub.Sim.Settlement.Digests;

/// <summary>256 bits that can be put together by XOR; its default is the digest of nothing, 64 zeros.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Digest(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    public const int Size = 32;

    public static Digest OfSha256(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(content, hash);
        return FromBytes(hash);
    }

    public static Digest FromBytes(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<Digest>(bytes);

    public static Digest operator ^(Digest left, Digest right) => new(
        left.First ^ right.First,
        left.Second ^ right.Second,
        left.Third ^ right.Third,
        left.Fourth ^ right.Fourth);

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        MemoryMarshal.Write(bytes, in this);
        return bytes;
    }

    public override string ToString() => Convert.ToHexStringLower(ToBytes());
}
