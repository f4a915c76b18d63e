using Dapper;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.EndToEnd.Tests.Api.Support;

/// <summary>
/// A ledger made by the migrations and filled by hand: two runs of two connectors, four dossiers (acknowledged with progress,
/// dead, pending, kept out), one reconciliation. It is sound; a test plants what is not.
/// </summary>
internal sealed class LedgerFile : IDisposable
{
    public const string Delivered = "H40.13-260105-0001";
    public const string Dead = "H40.13-260105-0002";
    public const string Waiting = "H40.15-260105-0003";
    public const string KeptOut = "H40.15-260105-0004";
    public const string Citizen = "Nguyễn Thị Mẫu";
    public const string IdentityNumber = "999087000123";

    public const long T0 = 1_767_596_400_000_000;

    private readonly string folder = Directory.CreateTempSubdirectory("hub-ledger-").FullName;

    public LedgerFile()
    {
        Ledger = new(Path.Combine(folder, "hub.db"));
        Ledger.Migrate();
        Fill();
    }

    public SqliteLedger Ledger { get; }

    public string FilePath => Ledger.Path;

    /// <summary>Writes past the hub.</summary>
    public void Plant(string sql, object? values = null)
    {
        using var connection = new SqliteConnection($"Data Source={Ledger.Path};Pooling=False");
        connection.Open();
        connection.Execute(sql, values);
    }

    private void Fill()
    {
        Plant(Runs);
        Dossier(Delivered, "construction-permits", version: 1000, acknowledged: 1000, progress: 1);
        Dossier(Dead, "construction-permits", version: 2000, acknowledged: null, progress: 0);
        Dossier(Waiting, null, version: 3000, acknowledged: 2900, progress: 0);
        Plant(Outbox, new { hash = Bytes(PacketDigest.RowHash(Row)), Row, Delivered, Dead, Waiting });
        var content = $$"""
            {"MaHoSo":"{{KeptOut}}","HoTen":"{{Citizen}}","TrangThai":"lạ","SoDinhDanh":"{{IdentityNumber}}",
            "Ma_Ho_So":"{{IdentityNumber}}","Con":[{"HoTen":"{{Citizen}}"}]}
            """;
        Plant(Rest, new { content, hash = Hash("q"), KeptOut, Delivered });
    }

    private void Dossier(string number, string? owner, long version, long? acknowledged, long progress)
    {
        var packet = $$"""{"MaHoSo":"{{number}}","ChuHoSo":"{{Citizen}}"}""";
        var content = PacketDigest.TomTat(packet);
        var rows = progress == 0 ? Hash256.Zero : PacketDigest.RowHash(Row);
        var key = PacketDigest.BucketKey(number).ToString();
        Plant("""
            insert into dossier (number, bucket, owner, tag, packet, packet_hash, status, version,
                                 acked_version, acked_hash, acked_at, progress_count, progress_digest, written)
            values (@number, @bucket, @owner, 'construction-permits', @packet, @hash, 4, @version, @acknowledged, @acked, @at, @progress, @rows, @written)
            """, new
        {
            number,
            owner,
            version,
            acknowledged,
            progress,
            bucket = Convert.ToInt64(key[..8], 16),
            packet,
            hash = Bytes(content),
            acked = acknowledged == version ? Bytes(content) : acknowledged is null ? null : Hash("older"),
            at = acknowledged is null ? (long?)null : T0 + 5_000_000,
            rows = Bytes(rows),
            written = acknowledged is null ? 0 : 1,
        });
        if (acknowledged is not null)
        {
            var acked = acknowledged == version ? content : Hash256.FromBytes(Hash("older"));
            var digest = Bytes(PacketDigest.Leaf(number, acked, progress, rows));
            Plant(
                "insert into bucket (prefix, count, digest) values (@prefix, 1, @digest)",
                new { prefix = Convert.ToInt64(key[..3], 16), digest });
        }
    }

    private static byte[] Hash(string text) => Bytes(Hash256.Of(System.Text.Encoding.UTF8.GetBytes(text)));

    private static byte[] Bytes(Hash256 hash)
    {
        var bytes = new byte[Hash256.Size];
        hash.CopyTo(bytes);
        return bytes;
    }

    private const string Row = """{"NoiDungXuLy":"x"}""";

    private const string Runs = """
        insert into run (id, connector, origin, trigger, started_at, ended_at, state) values
            (1, 'construction-permits', 'source', 'schedule', 1767596400000000, 1767596403000000, 'completed'),
            (2, 'land-registry', 'source', 'callback', 1767596404000000, null, 'running');
        insert into page_receipt (run_id, page_no, connector, origin, read, unchanged, ignored, quarantined, accepted,
                                  watermark_after, epoch, committed_at) values
            (1, 1, 'construction-permits', 'source', 5, 1, 1, 0, 3, 't|2026-01-05T07:00:00.0000000Z', 1, 1767596402000000),
            (1, 2, 'construction-permits', 'source', 2, 2, 0, 0, 0, 't|2026-01-05T07:01:00.0000000Z', 1, 1767596403000000),
            (2, 1, 'land-registry', 'source', 2, 0, 0, 1, 1, 's|2', 1, 1767596405000000);
        insert into stream (connector, watermark, read_at, failures, fault, fault_message) values
            ('construction-permits', 't|2026-01-05T07:01:00.0000000Z', 1767596403000000, 0, null, null),
            ('land-registry', 's|2', 1767596405000000, 2, 'Transient', 'The journal cannot be read now.');
        insert into callback_journal (connector, name, key, content, received_at) values
            ('land-registry', 'KetThuc', 'a', '{}', 1), ('land-registry', 'KetThuc', 'b', '{}', 2), ('land-registry', 'KetThuc', 'c', '{}', 3);
        """;

    private const string Outbox = """
        insert into outbox (id, number, connector, kind, row_hash, version, range, origin, run_id, state, attempts, due_at,
                            fault, message, created_at, settled_at) values
            (1, @Delivered, 'construction-permits', 1, null, 1000, 5, 'source', 1, 1, 1, 0, null, null, 1767596402000000, 1767596405000000),
            (2, @Delivered, 'construction-permits', 2, @hash, 0, 5, 'source', 1, 1, 1, 0, null, null, 1767596402000000, 1767596406000000),
            (3, @Dead, 'construction-permits', 1, null, 2000, 6, 'source', 1, 3, 1, 0,
                'Rejected', 'TenTTHC is empty; mend the code list.', 1767596402000000, 1767596407000000),
            (4, @Waiting, 'land-registry', 1, null, 3000, 7, 'source', 2, 0, 2, 1767600000000000, 'Throttled', 'Asked to wait.', 1767596405000000, null);
        insert into attempt (id, range, epoch, kind, rows, started_at, ended_at, outcome) values
            (1, 5, 1, 1, '[1]', 1767596404000000, 1767596405000000, 'known'), (2, 5, 1, 2, '[2]', 1767596405500000, 1767596406000000, 'known'),
            (3, 6, 1, 1, '[3]', 1767596406000000, 1767596407000000, 'known'), (4, 7, 1, 1, '[4,99]', 1767596408000000, null, null);
        insert into progress (number, row_hash, connector, row, event_time, acked_at) values
            (@Delivered, @hash, 'construction-permits', @Row, 1767596401000000, 1767596406000000);
        """;

    private const string Rest = """
        insert into quarantine (id, run_id, connector, source_key, number, code, pointer, message, content, content_hash,
                                correlation_id, first_seen, last_seen, state, fingerprint) values
            (1, 2, 'land-registry', '2', @KeptOut, 'status-unknown', '/TrangThai', 'Status has no meaning here; add it to the list.',
                @content, @hash, 'c-1', 1767596405000000, 1767596405000000, 'open', 'f');
        insert into reconciliation (id, trigger, mode, started_at, ended_at, state, ledger, target, compared, calls, differences, repairs) values
            (1, 'schedule', 'digest', 1767596409000000, 1767596410000000, 'completed', 2, 2, 1, 4, 1, 1);
        insert into difference (reconciliation_id, number, connector, kind, members,
                                ledger_version, target_version, ledger_status, target_status, resolution) values
            (1, @Delivered, 'construction-permits', 'field-differs', 'GhiChu,NgayHenTra', 1000, 1000, '4', '4', 'repaired');
        """;

    public void Dispose()
    {
        Ledger.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
