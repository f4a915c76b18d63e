using System.Data;

namespace IntegrationHub.Hub.Views;

/// <summary>One row of an answer, read by column name; the ledger's microseconds become times.</summary>
internal readonly struct Row(IDataRecord record)
{
    public long Long(string column) => record.GetInt64(record.GetOrdinal(column));

    public int Int(string column) => record.GetInt32(record.GetOrdinal(column));

    public string Text(string column) => record.GetString(record.GetOrdinal(column));

    public DateTimeOffset Time(string column) => Clock.FromMicros(Long(column));

    public byte[] Bytes(string column) => (byte[])record.GetValue(record.GetOrdinal(column));

    public long? LongOrNull(string column) => IsNull(column) ? null : Long(column);

    public string? TextOrNull(string column) => IsNull(column) ? null : Text(column);

    public DateTimeOffset? TimeOrNull(string column) => IsNull(column) ? null : Time(column);

    public byte[]? BytesOrNull(string column) => IsNull(column) ? null : Bytes(column);

    private bool IsNull(string column) => record.IsDBNull(record.GetOrdinal(column));
}
