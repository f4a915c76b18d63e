using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Map;

namespace IntegrationHub.Hub.Store;

/// <summary>Stores one page: every source record once, as a whole or not at all, and counts what became of it.</summary>
internal sealed class PageWriter(Slice slice, PageCommit page, QuarantineWaits waits, string fingerprint, long now)
{
    private readonly RecordWriter records = new(slice, page, now);
    private int read;
    private int unchanged;
    private int ignored;
    private int quarantined;
    private int accepted;

    public PageReceipt Write()
    {
        foreach (var judged in page.Records)
            Write(judged);
        MoveWatermark();
        return Counts;
    }

    private void Write(Judged judged)
    {
        if (judged.Retried is { } entry && slice.Quarantine.Find(entry.Id) is not { IsOpen: true })
            return;   // closed since it was fetched

        switch (judged.Verdict)
        {
            case Verdict.Ignored:
                (read, ignored) = (read + 1, ignored + 1);
                Release(judged);
                break;
            case Verdict.Refused { Refusal: var refusal }:
                Quarantine(judged, refusal);
                break;
            case Verdict.Sound { Records: var sound }:
                Store(judged, sound);
                break;
        }
    }

    // A record that the store refuses for what its dossier is undoes its companions: half a source record is no record.
    private void Store(Judged judged, IReadOnlyList<PreparedRecord> sound)
    {
        if (page.Seen.Contains(judged))
        {
            (read, unchanged) = (read + sound.Count, unchanged + sound.Count);
            CloseQuarantine(judged, sound, fresh: 0);
            return;
        }

        if (sound.Count > 1)
            slice.Mark();

        var fresh = 0;
        Refusal? refusal = null;
        foreach (var record in sound)
        {
            var stored = records.Store(record, judged.Retried?.Arrival);
            refusal = stored.Refusal;
            if (refusal is not null)
                break;
            fresh += stored.Accepted ? 1 : 0;
        }

        if (refusal is not null)
        {
            slice.Undo();
            Quarantine(judged, refusal);
            return;
        }

        slice.Keep();
        (read, accepted, unchanged) = (read + sound.Count, accepted + fresh, unchanged + sound.Count - fresh);
        CloseQuarantine(judged, sound, fresh);
    }

    // A key has one present record at its source: what was seen of it before is gone, also where it was dated later.
    private void CloseQuarantine(Judged judged, IReadOnlyList<PreparedRecord> sound, int fresh)
    {
        Release(judged);
        if (judged.Retried is null)
            ReleaseSame(judged.Record);
        if (sound[0] is not PreparedDossier || (fresh == 0 && judged.Retried is not null))
            return;

        var time = judged.Record.Time?.Micros() ?? long.MaxValue;
        foreach (var older in slice.EntriesOf(page.Source.Id, judged.Record.Key))
            if (older.IsOpen && ((older.Time ?? 0) <= time || older.Code == "dated-later") && older.Id != judged.Retried?.Id)
                Close(older, QuarantineState.Gone);
    }

    private void Release(Judged judged)
    {
        if (judged.Retried is { } entry && slice.Quarantine.Find(entry.Id) is { IsOpen: true } open)
            Close(open, QuarantineState.Released);
    }

    // Read again before its turn came, and taken this time.
    private void ReleaseSame(SourceRecord record)
    {
        foreach (var entry in slice.EntriesOf(page.Source.Id, record.Key))
            if (entry.IsOpen && entry.ContentHash == HashOf(record))
                Close(entry, QuarantineState.Released);
    }

    private static Hash256 HashOf(SourceRecord record) => Hash256.Of(System.Text.Encoding.UTF8.GetBytes(record.Content));

    private void Close(QuarantineRow entry, string state) => slice.Quarantine.Put(entry with { State = state, DueAt = null });

    private void Quarantine(Judged judged, Refusal refusal)
    {
        var dueAt = refusal.DueAt?.Micros() ?? waits.After(refusal.Code, judged.Retried is { } again ? again.Attempts + 1 : 0, now);
        if (judged.Retried is { } retried)
        {
            var stays = slice.Quarantine.Find(retried.Id)!;
            slice.Quarantine.Put(Refused(stays, refusal, dueAt) with { Attempts = stays.Attempts + 1, LastSeen = now });
            return;
        }

        var record = judged.Record;
        var hash = HashOf(record);
        read++;
        if (slice.EntriesOf(page.Source.Id, record.Key).FirstOrDefault(entry => entry.ContentHash == hash) is { } known)
        {
            slice.Quarantine.Put(SeenAgain(known, refusal, dueAt));
            unchanged++;
            return;
        }

        slice.Quarantine.Put(New(record, hash, refusal, dueAt));
        quarantined++;
    }

    // What was closed because the source had mended it, and is wrong again as it was; what a person has dismissed stays dismissed.
    private QuarantineRow SeenAgain(QuarantineRow known, Refusal refusal, long? dueAt) =>
        (known.State is QuarantineState.Released or QuarantineState.Gone
            ? Refused(known, refusal, dueAt) with { State = QuarantineState.Open, Attempts = 0 }
            : known) with
        { LastSeen = now };

    private QuarantineRow Refused(QuarantineRow entry, Refusal refusal, long? dueAt) => entry with
    {
        Code = refusal.Code,
        Pointer = refusal.Pointer,
        Message = refusal.Message,
        Number = refusal.Number ?? entry.Number,
        DueAt = dueAt,
        Fingerprint = fingerprint,
    };

    private QuarantineRow New(SourceRecord record, Hash256 hash, Refusal refusal, long? dueAt) => new()
    {
        Id = slice.NextId(IdKind.Quarantine),
        Run = page.Run,
        Connector = page.Source.Id,
        Key = record.Key,
        Time = record.Time?.Micros(),
        Arrival = slice.NextId(IdKind.Arrival),
        Number = refusal.Number,
        Code = refusal.Code,
        Pointer = refusal.Pointer,
        Message = refusal.Message,
        Content = record.Content,
        ContentHash = hash,
        CorrelationId = record.Origin.CorrelationId,
        FirstSeen = now,
        LastSeen = now,
        DueAt = dueAt,
        State = QuarantineState.Open,
        Fingerprint = fingerprint,
    };

    private void MoveWatermark()
    {
        var stream = slice.Streams.Find(page.Source.Id) ?? new(page.Source.Id);
        Position? before = stream.Watermark is { } text ? Position.Parse(text) : null;
        var after = page.ReadUpTo is { } upTo ? Position.Later(upTo, before) : before;
        if (page.ReadUpTo is not null)
            slice.Streams.Put(stream with { Watermark = after?.ToString(), Position = page.Next?.ToString(), ReadAt = now });
        slice.Receipts.Add(new()
        {
            Run = page.Run,
            PageNo = page.PageNo,
            Connector = page.Source.Id,
            Origin = page.Origin,
            Counts = Counts,
            WatermarkBefore = before?.ToString(),
            WatermarkAfter = after?.ToString(),
            Epoch = slice.Epoch,
            CommittedAt = now,
        });
    }

    private PageReceipt Counts => new(read, unchanged, ignored, quarantined, accepted);
}
