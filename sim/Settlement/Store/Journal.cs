using System.Buffers;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>
/// The append-only log with group commit: while one flush runs, the next one fills, and it serves every call that
/// waits. A disk that refuses ends the process: the memory would be ahead of what survives.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly object gate = new();
    private readonly JournalFile file;
    private readonly Thread committer;
    private ArrayBufferWriter<byte> filling = new(1 << 16);
    private ArrayBufferWriter<byte> flushing = new(1 << 16);
    private long fillingStart;
    private long flushingStart;
    private TaskCompletionSource nextFlush = NewFlush();
    private Task lastFlush = Task.CompletedTask;
    private bool closing;

    public Journal(string folder)
    {
        file = new JournalFile(folder);
        committer = new Thread(CommitUntilClosed) { Name = "journal", IsBackground = true };
    }

    /// <summary>Replays what is there, then takes new records.</summary>
    public void Load(JournalReplay replay)
    {
        file.ReadAll((payload, offset) => JournalRecord.Replay(payload, offset, replay));
        fillingStart = file.End;
        committer.Start();
    }

    /// <summary>Appends a record that ends with JSON, and says where that JSON now stands.</summary>
    public JournalSlice Append(ReadOnlySpan<byte> head, ReadOnlySpan<byte> json)
    {
        lock (gate)
        {
            var size = JournalFile.HeaderSize + head.Length + json.Length;
            var frame = filling.GetSpan(size)[..size];
            var payload = frame[JournalFile.HeaderSize..];
            head.CopyTo(payload);
            json.CopyTo(payload[head.Length..]);
            JournalFile.WriteHeader(frame, payload);
            filling.Advance(frame.Length);
            Monitor.Pulse(gate);
            return new JournalSlice(fillingStart + filling.WrittenCount - json.Length, json.Length);
        }
    }

    /// <summary>What was appended, wherever it is by now.</summary>
    public byte[] Read(JournalSlice slice)
    {
        lock (gate)
        {
            if (slice.Offset >= fillingStart)
                return Copy(filling, slice, fillingStart);
            if (slice.Offset >= flushingStart && flushing.WrittenCount > 0)
                return Copy(flushing, slice, flushingStart);
        }

        var bytes = new byte[slice.Length];
        file.Read(bytes, slice.Offset);
        return bytes;
    }

    /// <summary>Ends when everything appended so far is on disk.</summary>
    public Task DurableAsync()
    {
        lock (gate)
            return filling.WrittenCount > 0 ? nextFlush.Task : lastFlush;
    }

    public void Dispose()
    {
        lock (gate)
        {
            closing = true;
            Monitor.Pulse(gate);
        }

        if (committer.IsAlive)
            committer.Join();
        file.Dispose();
    }

    private static byte[] Copy(ArrayBufferWriter<byte> buffer, JournalSlice slice, long bufferStart) =>
        buffer.WrittenSpan.Slice((int)(slice.Offset - bufferStart), slice.Length).ToArray();

    private static TaskCompletionSource NewFlush() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void CommitUntilClosed()
    {
        while (TakeFilled() is { } flush)
        {
            try
            {
                file.WriteDurably(flushing.WrittenSpan);
            }
            catch (IOException failure)
            {
                Environment.FailFast("The journal cannot be written.", failure);
            }

            lock (gate)
                flushing.ResetWrittenCount();
            flush.SetResult();
        }
    }

    private TaskCompletionSource? TakeFilled()
    {
        lock (gate)
        {
            while (filling.WrittenCount == 0 && !closing)
                Monitor.Wait(gate);
            if (filling.WrittenCount == 0)
                return null;

            (filling, flushing) = (flushing, filling);
            flushingStart = fillingStart;
            fillingStart += flushing.WrittenCount;
            var flush = nextFlush;
            lastFlush = flush.Task;
            nextFlush = NewFlush();
            return flush;
        }
    }
}
