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
    private long end;

    public JournalFile(string folder)
    {
        Directory.CreateDirectory(folder);
        handle = File.OpenHandle(
            Path.Combine(folder, "settlement.journal"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    public static void WriteHeader(Span<byte> header, ReadOnlySpan<byte> payload)
    {
        BinaryPrimitives.WriteInt32LittleEndian(header, payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], Checksum(payload));
    }

    /// <summary>Every whole record. What follows the last whole one was never answered for: it is cut off.</summary>
    public void ReadAll(Action<byte[]> record)
    {
        var file = new SequentialReader(handle);
        while (file.TryRead(HeaderSize, out var header)
            && BinaryPrimitives.ReadInt32LittleEndian(header) is > 0 and var length
            && file.TryRead(length, out var payload)
            && Checksum(payload) == BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4)))
        {
            record(payload);
            end += HeaderSize + length;
        }

        RandomAccess.SetLength(handle, end);
        RandomAccess.FlushToDisk(handle);
    }

    public void WriteDurably(ReadOnlySpan<byte> frames)
    {
        RandomAccess.Write(handle, frames, end);
        RandomAccess.FlushToDisk(handle);
        end += frames.Length;
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
