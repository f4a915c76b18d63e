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
        file.ReadAll(payload => JournalRecord.Replay(payload, replay));
        committer.Start();
    }

    public void Append(ReadOnlySpan<byte> payload)
    {
        lock (gate)
        {
            var frame = filling.GetSpan(JournalFile.HeaderSize + payload.Length);
            JournalFile.WriteHeader(frame, payload);
            payload.CopyTo(frame[JournalFile.HeaderSize..]);
            filling.Advance(JournalFile.HeaderSize + payload.Length);
            Monitor.Pulse(gate);
        }
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
            var flush = nextFlush;
            lastFlush = flush.Task;
            nextFlush = NewFlush();
            return flush;
        }
    }
}
