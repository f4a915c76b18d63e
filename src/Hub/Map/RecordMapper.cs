using System.Collections.Concurrent;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Validate;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Map;

/// <summary>
/// MAP and VALIDATE: cleans a record's text, lets the connector map it, holds the outcome against the contract. Pure but for the
/// clock and the log.
/// </summary>
internal sealed class RecordMapper(TimeProvider clock, ILogger<RecordMapper> log)
{
    private readonly ConcurrentDictionary<(string Connector, string Kind), bool> told = [];

    public Judged Judge(Source source, SourceRecord record, DateTimeOffset? present) =>
        new(record, Verdict(source, record, present));

    public Judged JudgeAgain(Source source, QuarantineEntry entry) =>
        new(entry.Record, Verdict(source, source.Name(entry.Record, entry.CorrelationId), clock.GetUtcNow()), entry);

    private Verdict Verdict(Source source, SourceRecord record, DateTimeOffset? present)
    {
        if (record.Time > present)
            return Refused(new(
                "dated-later", "",
                $"The record is dated {record.Time:O}, later than the source's present time {present:O}; "
                + "it is taken when that time has come.",
                DueAt: record.Time));

        return Map(source, record) switch
        {
            MapResult.Ignored ignored => new Verdict.Ignored(ignored.Reason),
            MapResult.Rejected rejected => Refused(new(rejected.Code, rejected.Pointer, rejected.Message, rejected.Number)),
            MapResult.Mapped mapped => Prepare(source, mapped),
            var other => throw new InvalidOperationException($"No such map result: {other.GetType().Name}."),
        };
    }

    // A mapping that throws or says nothing is a bug of the connector; the record waits in quarantine, its neighbours go on.
    private MapResult Map(Source source, SourceRecord record)
    {
        try
        {
            return source.Connector.Map(source.Clean(record)) is { } result and not MapResult.Mapped { Records: null or [] }
                ? result
                : Failed($"The mapping of {source.Id} yields no record and no reason; let it yield one, or answer Ignored with a reason");
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            return Failed($"The mapping of {source.Id} failed with {Tell(source, bug)}; mend the mapping");
        }
    }

    private static MapResult.Rejected Failed(string message) =>
        new("mapping-failed", "", $"{message}, the record is tried again by itself.");

    // What no rule foresaw must not come back as the same page for ever.
    private Verdict Prepare(Source source, MapResult.Mapped mapped)
    {
        try
        {
            return Validate(mapped);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            return Refused(new(
                "rendering-failed", "",
                $"What {source.Id} maps the record to cannot be rendered ({Tell(source, bug)}); mend the mapping or the contract's rules, "
                + "the record is tried again by itself."));
        }
    }

    private Verdict Validate(MapResult.Mapped mapped)
    {
        var now = clock.GetUtcNow();
        foreach (var record in mapped.Records)
            if (ContractRules.Check(record, now) is [var first, ..] all)
                return Refused(new(first.Rule, first.Pointer, first.Message, record.Number, ComesBy(record, all)));
        return new Verdict.Sound(Prepared(mapped.Records));
    }

    private static PreparedRecord[] Prepared(IReadOnlyList<CanonicalRecord> records)
    {
        var prepared = new PreparedRecord[records.Count];
        for (var i = 0; i < prepared.Length; i++)
            prepared[i] = PreparedRecord.From(records[i]);
        return prepared;
    }

    // A record that is only ahead of the hub's clock is in order once its time has come.
    private static DateTimeOffset? ComesBy(CanonicalRecord record, IReadOnlyList<Violation> all) =>
        all.All(v => v.Rule == "future-date") && all.Any(v => v.Pointer == "/envelope/eventTime") ? record.Envelope.EventTime : null;

    private string Tell(Source source, Exception bug)
    {
        var kind = bug.GetType().Name;
        if (told.TryAdd((source.Id, kind), true))
            Log.RecordsFail(log, source.Id, kind, bug.StackTrace);
        return kind;
    }

    private static Verdict.Refused Refused(Refusal refusal) => new(refusal);
}
