using System.Data.Common;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>Reads columns that may be null, and hashes.</summary>
internal static class Columns
{
    public static string? Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? Number(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static Hash256? Hash(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : Hash256.FromBytes(reader.GetFieldValue<byte[]>(column));

    public static byte[] Bytes(this Hash256 hash)
    {
        var bytes = new byte[32];
        hash.CopyTo(bytes);
        return bytes;
    }

    public static byte[]? Bytes(this Hash256? hash) => hash?.Bytes();
}
