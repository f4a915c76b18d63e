using Npgsql;
using NpgsqlTypes;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>Rows that are new go in by binary COPY.</summary>
internal sealed class Bulk(NpgsqlConnection connection)
{
    public async Task CopyAsync<T>(string copy, IEnumerable<T> rows, Action<BulkWriter, T> write, CancellationToken cancellationToken)
    {
        using var walk = rows.GetEnumerator();
        if (!walk.MoveNext())
            return;

        await using var importer = await connection.BeginBinaryImportAsync(copy, cancellationToken);
        var writer = new BulkWriter(importer);
        do
        {
            importer.StartRow();
            write(writer, walk.Current);
        }
        while (walk.MoveNext());
        await importer.CompleteAsync(cancellationToken);
    }
}

/// <summary>Writes the columns of a row, one after the other.</summary>
internal sealed class BulkWriter(NpgsqlBinaryImporter importer)
{
    public BulkWriter Text(string? value)
    {
        if (value is null)
            importer.WriteNull();
        else
            importer.Write(value, NpgsqlDbType.Text);
        return this;
    }

    public BulkWriter Number(long? value)
    {
        if (value is { } number)
            importer.Write(number, NpgsqlDbType.Bigint);
        else
            importer.WriteNull();
        return this;
    }

    public BulkWriter Int(int value)
    {
        importer.Write(value, NpgsqlDbType.Integer);
        return this;
    }

    public BulkWriter Flag(bool value)
    {
        importer.Write(value, NpgsqlDbType.Boolean);
        return this;
    }

    public BulkWriter Bytes(byte[]? value)
    {
        if (value is null)
            importer.WriteNull();
        else
            importer.Write(value, NpgsqlDbType.Bytea);
        return this;
    }
}
