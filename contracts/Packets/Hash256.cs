using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace IntegrationHub.Contracts.Packets;

/// <summary>
/// A SHA-256 value, or several joined by XOR as the settlement profile's buckets are. Written as 64 lower-case hex digits.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct Hash256 : IEquatable<Hash256>
{
    /// <summary>The number of bytes of a value.</summary>
    public const int Size = 32;

    private readonly ulong a;
    private readonly ulong b;
    private readonly ulong c;
    private readonly ulong d;

    private Hash256(ulong a, ulong b, ulong c, ulong d) => (this.a, this.b, this.c, this.d) = (a, b, c, d);

    /// <summary>64 zeros: the digest of an empty bucket or of no progress rows.</summary>
    public static Hash256 Zero => default;

    /// <summary>The SHA-256 of some bytes.</summary>
    /// <param name="content">The bytes.</param>
    /// <returns>Their hash.</returns>
    public static Hash256 Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(content, hash);
        return MemoryMarshal.Read<Hash256>(hash);
    }

    /// <summary>Takes a value back from its bytes.</summary>
    /// <param name="bytes">Exactly 32 bytes.</param>
    /// <returns>The value.</returns>
    public static Hash256 FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? MemoryMarshal.Read<Hash256>(bytes)
        : throw new ArgumentException($"A hash has {Size} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Reads 64 lower-case hex digits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hash">The value, if the text is one.</param>
    /// <returns>Whether the text is one; capitals are not, for the profile writes none.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Hash256 hash)
    {
        hash = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (text is not { Length: Size * 2 } || text.AsSpan().ContainsAnyInRange('A', 'F')
            || Convert.FromHexString(text, bytes, out _, out _) is not OperationStatus.Done)
            return false;

        hash = FromBytes(bytes);
        return true;
    }

    /// <summary>Reads 64 lower-case hex digits.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The text is not one.</exception>
    public static Hash256 Parse(string text) =>
        TryParse(text, out var hash) ? hash : throw new FormatException("Not a hash: 64 lower-case hex digits.");

    /// <summary>Joins two values; joining one twice takes it out again.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">A value.</param>
    /// <returns>Their bitwise exclusive or.</returns>
    public static Hash256 operator ^(Hash256 left, Hash256 right) =>
        new(left.a ^ right.a, left.b ^ right.b, left.c ^ right.c, left.d ^ right.d);

    /// <summary>The same as <c>left ^ right</c>.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">A value.</param>
    /// <returns>Their bitwise exclusive or.</returns>
    public static Hash256 Xor(Hash256 left, Hash256 right) => left ^ right;

    /// <summary>Whether two values are the same.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">A value.</param>
    public static bool operator ==(Hash256 left, Hash256 right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">A value.</param>
    public static bool operator !=(Hash256 left, Hash256 right) => !left.Equals(right);

    /// <summary>Writes the 32 bytes.</summary>
    /// <param name="destination">At least 32 bytes.</param>
    public void CopyTo(Span<byte> destination) => MemoryMarshal.Write(destination, in this);

    // The same digits as ToString, as UTF-8.
    internal void Write(ByteBuffer output)
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        Convert.TryToHexStringLower(bytes, output.GetSpan(Size * 2), out var length);
        output.Advance(length);
    }

    /// <inheritdoc/>
    public bool Equals(Hash256 other) => a == other.a && b == other.b && c == other.c && d == other.d;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Hash256 other && Equals(other);

    // The bits are already spread evenly.
    /// <inheritdoc/>
    public override int GetHashCode() => a.GetHashCode();

    /// <inheritdoc/>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
