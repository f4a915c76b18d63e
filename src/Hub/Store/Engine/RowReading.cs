using System.Data.Common;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>How columns become rows, the same on every engine; beside each list of columns, what reads them in that order.</summary>
internal static class RowReading
{
    public const string DossierColumns = """
        d.number, d.bucket, d.owner, d.every_step, d.tag, d.event_time, d.source_hash, d.has_events, d.packet_hash, d.status, d.version,
        d.acked_version, d.acked_hash, d.acked_at, d.progress_count, d.progress_digest, d.written, d.arrival
        """;

    public static DossierRow Dossier(DbDataReader reader) => new()
    {
        Number = reader.GetString(0),
        Bucket = (uint)reader.GetInt64(1),
        Owner = reader.Text(2),
        EveryStep = reader.GetBoolean(3),
        Tag = reader.GetString(4),
        EventTime = reader.GetInt64(5),
        SourceHash = reader.Hash(6),
        HasEvents = reader.GetBoolean(7),
        PacketHash = reader.Hash(8)!.Value,
        Status = reader.GetInt32(9),
        Version = reader.GetInt64(10),
        AckedVersion = reader.Number(11),
        AckedHash = reader.Hash(12),
        AckedAt = reader.Number(13),
        ProgressCount = reader.GetInt64(14),
        ProgressDigest = reader.Hash(15) ?? Hash256.Zero,
        Written = reader.GetBoolean(16),
        Arrival = reader.GetInt64(17),
    };

    public const string PacketColumns = "p.number, p.packet, p.base_packet, p.acked_packet, p.sent";

    public static DossierPackets Packets(DbDataReader reader) =>
        new(reader.GetString(0), reader.GetString(1), reader.Text(2), reader.Text(3)) { Sent = SentPacket.Parse(reader.Text(4)) };

    public const string EventColumns = "e.id, e.number, e.event_time, e.arrival, e.connector, e.kind, e.members, e.unless, e.every_step, e.hash";

    public static EventRow Event(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Number = reader.GetString(1),
        EventTime = reader.GetInt64(2),
        Arrival = reader.GetInt64(3),
        Connector = reader.GetString(4),
        Kind = reader.GetString(5),
        Members = reader.GetString(6),
        Unless = reader.Text(7),
        EveryStep = reader.GetBoolean(8),
        Hash = reader.Hash(9)!.Value,
    };

    public const string ProgressColumns = "p.number, p.row_hash, p.connector, p.event_time, p.acked_at";

    public static ProgressRow Progress(DbDataReader reader) => new()
    {
        Number = reader.GetString(0),
        Hash = reader.Hash(1)!.Value,
        Connector = reader.GetString(2),
        Row = "",
        EventTime = reader.GetInt64(3),
        AckedAt = reader.Number(4),
    };

    public const string OutboxColumns = """
        o.id, o.number, o.connector, o.kind, o.row_hash, o.version, o.range, o.origin, o.run_id, o.state, o.attempts, o.due_at,
        o.query_first, o.fault, o.message, o.created_at, o.settled_at
        """;

    public static OutboxRow Outbox(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Number = reader.GetString(1),
        Connector = reader.GetString(2),
        Kind = (OutboxKind)reader.GetInt32(3),
        RowHash = reader.Hash(4),
        Version = reader.GetInt64(5),
        Range = reader.GetInt32(6),
        Origin = reader.GetString(7),
        Run = reader.GetInt64(8),
        State = (OutboxState)reader.GetInt32(9),
        Attempts = reader.GetInt32(10),
        DueAt = reader.GetInt64(11),
        QueryFirst = reader.GetBoolean(12),
        Fault = reader.Text(13),
        Message = reader.Text(14),
        CreatedAt = reader.GetInt64(15),
        SettledAt = reader.Number(16),
    };

    public const string QuarantineColumns = """
        q.id, q.run_id, q.connector, q.source_key, q.source_time, q.arrival, q.number, q.code, q.pointer, q.message, q.content_hash,
        q.correlation_id, q.first_seen, q.last_seen, q.attempts, q.due_at, q.state, q.fingerprint
        """;

    public static QuarantineRow Quarantine(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Run = reader.GetInt64(1),
        Connector = reader.GetString(2),
        Key = reader.GetString(3),
        Time = reader.Number(4),
        Arrival = reader.GetInt64(5),
        Number = reader.Text(6),
        Code = reader.GetString(7),
        Pointer = reader.GetString(8),
        Message = reader.GetString(9),
        Content = "",
        ContentHash = reader.Hash(10)!.Value,
        CorrelationId = reader.GetString(11),
        FirstSeen = reader.GetInt64(12),
        LastSeen = reader.GetInt64(13),
        Attempts = reader.GetInt32(14),
        DueAt = reader.Number(15),
        State = reader.GetString(16),
        Fingerprint = reader.GetString(17),
    };

    public const string StreamColumns =
        "s.connector, s.watermark, s.position, s.paused_at, s.paused_reason, s.read_at, s.fault, s.fault_message, s.failures";

    public static StreamRow Stream(DbDataReader reader) => new(reader.GetString(0))
    {
        Watermark = reader.Text(1),
        Position = reader.Text(2),
        PausedAt = reader.Number(3),
        PausedReason = reader.Text(4),
        ReadAt = reader.Number(5),
        Fault = reader.Text(6),
        FaultMessage = reader.Text(7),
        Failures = reader.GetInt32(8),
    };

    public static WatchedStream Watched(DbDataReader reader) => new(
        reader.GetString(0),
        reader.GetBoolean(1),
        reader.Number(2) is { } started ? Clock.FromMicros(started) : null,
        reader.GetBoolean(3));

    public const string DueDossierColumns =
        "o.id, o.number, o.version, o.attempts, o.query_first, p.packet, d.packet_hash, d.owner is not null, d.tag, d.acked_version is not null";

    public static PendingDossier DueDossier(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Number = reader.GetString(1),
        Version = reader.GetInt64(2),
        Attempts = reader.GetInt32(3),
        QueryFirst = reader.GetBoolean(4),
        Packet = reader.GetString(5),
        Hash = reader.Hash(6)!.Value,
        Owned = reader.GetBoolean(7),
        Tag = reader.GetString(8),
        AckedBefore = reader.GetBoolean(9),
    };

    public const string DueProgressColumns = "o.id, o.number, p.row, o.row_hash, o.attempts";

    public static PendingProgress DueProgress(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Number = reader.GetString(1),
        Row = reader.GetString(2),
        Hash = reader.Hash(3)!.Value,
        Attempts = reader.GetInt32(4),
    };

    public const string DueEntryColumns = "id, connector, source_key, source_time, content, correlation_id, attempts, arrival";

    public static QuarantineEntry DueEntry(DbDataReader reader) =>
        new(reader.GetInt64(0), reader.GetString(1), Record(reader), reader.GetString(5), reader.GetInt32(6)) { Arrival = reader.GetInt64(7) };

    private static SourceRecord Record(DbDataReader reader) => new()
    {
        Key = reader.GetString(2),
        Time = reader.Number(3) is { } micros ? Clock.FromMicros(micros) : null,
        Content = reader.GetString(4),
    };

    public const string LedgerDossierColumns = """
        d.number, d.tag, d.owner is not null, coalesce(d.acked_version, d.version), coalesce(d.acked_hash, d.packet_hash), d.status,
        d.progress_count, d.progress_digest, d.written,
        exists (select 1 from outbox o where o.number = d.number and o.state = 0),
        exists (select 1 from outbox o where o.number = d.number and o.kind = 1 and o.state = 3)
        """;

    public static LedgerDossier LedgerDossier(DbDataReader reader) => new()
    {
        Number = reader.GetString(0),
        Connector = reader.GetString(1),
        Owned = reader.GetBoolean(2),
        Version = reader.GetInt64(3),
        Hash = reader.Hash(4)!.Value,
        Status = reader.GetInt32(5).ToString(System.Globalization.CultureInfo.InvariantCulture),
        ProgressCount = reader.GetInt64(6),
        ProgressDigest = reader.Hash(7) ?? Hash256.Zero,
        Written = reader.GetBoolean(8),
        Moving = reader.GetBoolean(9),
        Dead = reader.GetBoolean(10),
    };

    /// <summary>The same, with the packet after the columns.</summary>
    public static LedgerDossier LedgerDossierWithPacket(DbDataReader reader) => LedgerDossier(reader) with { Packet = reader.GetString(11) };
}
