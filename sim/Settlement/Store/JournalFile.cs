using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>The frames of the journal on disk: length, CRC-32C, payload. A file belongs to one process at a time.</summary>
internal sealed class JournalFile : IDisposable
{
    public const int HeaderSize = 8;

    private readonly SafeFileHandle handle;

    public JournalFile(string folder)
    {
        Directory.CreateDirectory(folder);
        handle = File.OpenHandle(
            Path.Combine(folder, "settlement.journal"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    public long End { get; private set; }

    public static void WriteHeader(Span<byte> header, ReadOnlySpan<byte> payload)
    {
        BinaryPrimitives.WriteInt32LittleEndian(header, payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], Checksum(payload));
    }

    /// <summary>Every whole record. What follows the last whole one was never answered for: it is cut off.</summary>
    public void ReadAll(Action<ArraySegment<byte>, long> record)
    {
        var header = new byte[HeaderSize];
        var payload = new byte[1 << 16];
        var file = new SequentialReader(handle);
        while (file.TryRead(header)
            && BinaryPrimitives.ReadInt32LittleEndian(header) is > 0 and var length
            && length <= file.Left)
        {
            if (payload.Length < length)
                payload = new byte[length];
            if (!file.TryRead(payload.AsSpan(0, length))
                || Checksum(payload.AsSpan(0, length)) != BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4)))
                break;

            record(new ArraySegment<byte>(payload, 0, length), End + HeaderSize);
            End += HeaderSize + length;
        }

        RandomAccess.SetLength(handle, End);
        RandomAccess.FlushToDisk(handle);
    }

    public void WriteDurably(ReadOnlySpan<byte> frames)
    {
        RandomAccess.Write(handle, frames, End);
        RandomAccess.FlushToDisk(handle);
        End += frames.Length;
    }

    public void Read(Span<byte> bytes, long offset)
    {
        while (bytes.Length > 0)
        {
            var count = RandomAccess.Read(handle, bytes, offset);
            if (count == 0)
                throw new EndOfStreamException("The journal is shorter than what was written to it.");
            bytes = bytes[count..];
            offset += count;
        }
    }

    public void Dispose() => handle.Dispose();

    private static uint Checksum(ReadOnlySpan<byte> payload)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(payload);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (var one in payload[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }
}
