namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>Rows as COPY takes them, column by column in the order of its statement.</summary>
internal static class BulkRows
{
    public static void Dossier(BulkWriter to, DossierRow row) => to
        .Text(row.Number).Number(row.Bucket).Text(row.Owner).Flag(row.EveryStep).Text(row.Tag).Number(row.EventTime)
        .Bytes(row.SourceHash.Bytes()).Flag(row.HasEvents).Bytes(row.PacketHash.Bytes()).Int(row.Status).Number(row.Version)
        .Number(row.AckedVersion).Bytes(row.AckedHash.Bytes()).Number(row.AckedAt).Number(row.ProgressCount)
        .Bytes(row.ProgressDigest.Bytes()).Flag(row.Written).Number(row.Arrival);

    public static void Packets(BulkWriter to, DossierPackets row) =>
        to.Text(row.Number).Text(row.Packet).Text(row.Base).Text(row.Acked).Text(row.SentText);

    public static void Event(BulkWriter to, EventRow row) => to
        .Number(row.Id).Text(row.Number).Number(row.EventTime).Number(row.Arrival).Text(row.Connector).Text(row.Kind).Text(row.Members)
        .Text(row.Unless).Flag(row.EveryStep).Bytes(row.Hash.Bytes());

    public static void Progress(BulkWriter to, ProgressRow row) => to
        .Text(row.Number).Bytes(row.Hash.Bytes()).Text(row.Connector).Text(row.Row).Number(row.EventTime).Number(row.AckedAt);

    public static void Outbox(BulkWriter to, OutboxRow row) => to
        .Number(row.Id).Text(row.Number).Text(row.Connector).Int((int)row.Kind).Bytes(row.RowHash.Bytes()).Number(row.Version).Int(row.Range)
        .Text(row.Origin).Number(row.Run).Int((int)row.State).Int(row.Attempts).Number(row.DueAt).Flag(row.QueryFirst).Text(row.Fault)
        .Text(row.Message).Number(row.CreatedAt).Number(row.SettledAt);

    public static void Quarantine(BulkWriter to, QuarantineRow row) => to
        .Number(row.Id).Number(row.Run).Text(row.Connector).Text(row.Key).Number(row.Time).Number(row.Arrival).Text(row.Number)
        .Text(row.Code).Text(row.Pointer).Text(row.Message).Text(row.Content).Bytes(row.ContentHash.Bytes()).Text(row.CorrelationId)
        .Number(row.FirstSeen).Number(row.LastSeen).Int(row.Attempts).Number(row.DueAt).Text(row.State).Text(row.Fingerprint);

    public static void Difference(BulkWriter to, DifferenceRow row) => to
        .Number(row.Id).Number(row.Reconciliation).Text(row.Found.Number).Text(row.Found.Connector).Text(row.Found.Kind.Name())
        .Text(string.Join(',', row.Found.Members)).Number(row.Found.LedgerVersion).Number(row.Found.TargetVersion)
        .Text(row.Found.LedgerStatus).Text(row.Found.TargetStatus).Text(row.Resolution);
}
