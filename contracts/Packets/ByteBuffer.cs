using System.Buffers;
using System.Text;

namespace IntegrationHub.Contracts.Packets;

/// <summary>Bytes that are appended to, and taken back from the end; its memory is used again and again.</summary>
internal sealed class ByteBuffer : IBufferWriter<byte>
{
    private byte[] bytes = new byte[4096];

    /// <summary>How many there are; a lower number takes back.</summary>
    public int Length { get; set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public ReadOnlySpan<byte> Slice(int from, int length) => bytes.AsSpan(from, length);

    public void Append(byte one)
    {
        if (Length == bytes.Length)
            Grow(1);
        bytes[Length++] = one;
    }

    public void Append(ReadOnlySpan<byte> some)
    {
        some.CopyTo(GetSpan(some.Length));
        Length += some.Length;
    }

    /// <summary>Appends well-formed text as UTF-8.</summary>
    public void Append(string text) => Length += Encoding.UTF8.GetBytes(text, GetSpan(text.Length * 3));

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (bytes.Length - Length < Math.Max(sizeHint, 1))
            Grow(Math.Max(sizeHint, 1));
        return bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (bytes.Length - Length < Math.Max(sizeHint, 1))
            Grow(Math.Max(sizeHint, 1));
        return bytes.AsSpan(Length);
    }

    private void Grow(int wanted) => Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + wanted));
}
