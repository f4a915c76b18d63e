using System.Data.Common;
using Dapper;
using IntegrationHub.Connectors.ConstructionPermits;
using IntegrationHub.Connectors.Sdk;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IntegrationHub.Connectors.Tests.Sql;

/// <summary>The department's database, as its owner sees it: a table, the view over it, and writing rights.</summary>
internal abstract class PermitDatabase : IAsyncDisposable
{
    public const string View = "v_giay_phep_xay_dung";

    private static readonly string[] Columns =
    [
        "ma_ho_so", "so_giay_phep", "ma_tthc", "chu_dau_tu", "dia_diem_xay_dung", "don_vi_xu_ly", "noi_dung", "so_giay_to", "loai_doi_tuong",
        "dien_thoai", "email", "ma_xa", "so_thua", "so_to", "dien_tich_xay_dung", "so_tang", "ngay_tiep_nhan", "ngay_hen_tra", "ngay_ket_thuc",
        "ngay_tra", "trang_thai", "le_phi", "updated_at",
    ];

    protected abstract string TimeType { get; }

    public abstract DbConnection Owner();

    protected abstract ConstructionPermitsOptions Options { get; }

    public ConstructionPermitsConnector Connector(int pageSize = 500)
    {
        var options = Options;
        options.PageSize = pageSize;
        return new(options);
    }

    public async Task CreateAsync()
    {
        var columns = Columns.Select(column => $"{column} {TypeOf(column)}");
        await ExecuteAsync($"create table giay_phep ({string.Join(", ", columns)})");
        await ExecuteAsync($"create view {View} as select * from giay_phep");
    }

    public async Task InsertAsync(params IEnumerable<(string? Number, string? UpdatedAt)> rows)
    {
        await using var connection = Owner();
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (number, updatedAt) in rows)
            await connection.ExecuteAsync(
                $"""
                insert into giay_phep (ma_ho_so, chu_dau_tu, loai_doi_tuong, dien_tich_xay_dung, updated_at)
                values (@number, 'NguyÔn', 1, 120.5, cast(@updatedAt as {TimeType}))
                """,
                new { number, updatedAt }, transaction);
        await transaction.CommitAsync();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = Owner();
        await connection.ExecuteAsync(sql);
    }

    public abstract ValueTask DisposeAsync();

    private string TypeOf(string column) => column switch
    {
        "updated_at" => TimeType,
        "loai_doi_tuong" or "so_tang" or "le_phi" => "integer",
        "dien_tich_xay_dung" => "double precision",
        _ => "text",
    };
}

internal sealed class SqlitePermits : PermitDatabase
{
    public string Path { get; } = System.IO.Path.Combine(Directory.CreateTempSubdirectory("permits").FullName, "construction.db");

    protected override string TimeType => "text";

    protected override ConstructionPermitsOptions Options => new() { Engine = SqlEngine.Sqlite, Database = Path };

    public override DbConnection Owner() => new SqliteConnection($"Data Source={Path};Pooling=false");

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
        return default;
    }
}

/// <summary>A schema of its own on the server that HUB_TEST_POSTGRES names.</summary>
internal sealed class PostgresPermits(string server) : PermitDatabase
{
    public static string? Server { get; } = Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES");

    public string Schema { get; } = $"permits_{Guid.NewGuid():N}";

    public string ConnectionString => $"{server};Search Path={Schema};Pooling=false";

    protected override string TimeType => "timestamp(0)";

    protected override ConstructionPermitsOptions Options => new() { Engine = SqlEngine.Postgres, ConnectionString = ConnectionString };

    public override DbConnection Owner() => new NpgsqlConnection(ConnectionString);

    public async Task CreateSchemaAsync() => await ExecuteAsync($"create schema {Schema}");

    public override async ValueTask DisposeAsync() => await ExecuteAsync($"drop schema {Schema} cascade");
}
