using System.Diagnostics.CodeAnalysis;
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

    /// <summary>False when fewer bytes are left.</summary>
    public bool TryRead(int count, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (count > available + (length - offset))
            return false;

        bytes = new byte[count];
        for (var filled = 0; filled < count;)
        {
            if (available == 0)
                Refill();
            var taken = Math.Min(available, count - filled);
            buffer.AsSpan(start, taken).CopyTo(bytes.AsSpan(filled));
            start += taken;
            available -= taken;
            filled += taken;
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
