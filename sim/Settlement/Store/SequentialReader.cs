using Microsoft.Win32.SafeHandles;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>Reads a file from its start in large steps, without owning its handle.</summary>
internal sealed class SequentialReader(SafeFileHandle handle)
{
    private readonly byte[] buffer = new byte[1 << 20];
    private readonly long length = RandomAccess.GetLength(handle);
    private long offset;
    private int start;
    private int available;

    public long Left => available + (length - offset);

    /// <summary>False when fewer bytes are left.</summary>
    public bool TryRead(Span<byte> bytes)
    {
        if (bytes.Length > Left)
            return false;

        while (bytes.Length > 0)
        {
            if (available == 0)
                Refill();
            var taken = Math.Min(available, bytes.Length);
            buffer.AsSpan(start, taken).CopyTo(bytes);
            start += taken;
            available -= taken;
            bytes = bytes[taken..];
        }

        return true;
    }

    private void Refill()
    {
        start = 0;
        available = RandomAccess.Read(handle, buffer, offset);
        if (available == 0)
            throw new EndOfStreamException("The journal became shorter while it was read.");
        offset += available;
    }
}
