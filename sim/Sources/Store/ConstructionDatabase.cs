using IntegrationHub.Sim.Sources.Faces;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Sim.Sources.Store;

/// <summary>The department's own database, of which others may read one view.</summary>
internal sealed class ConstructionDatabase : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS giay_phep (
            ma_ho_so TEXT NOT NULL PRIMARY KEY, so_giay_phep TEXT, ma_tthc TEXT, chu_dau_tu TEXT, dia_diem_xay_dung TEXT,
            don_vi_xu_ly TEXT, noi_dung TEXT, so_giay_to TEXT, loai_doi_tuong INTEGER, dien_thoai TEXT, email TEXT, ma_xa TEXT,
            so_thua TEXT, so_to TEXT, dien_tich_xay_dung REAL, so_tang INTEGER, ngay_tiep_nhan TEXT, ngay_hen_tra TEXT,
            ngay_ket_thuc TEXT, ngay_tra TEXT, trang_thai TEXT, le_phi INTEGER, updated_at TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS ix_giay_phep_updated_at ON giay_phep (updated_at, ma_ho_so);
        CREATE VIEW IF NOT EXISTS v_giay_phep_xay_dung AS SELECT
            ma_ho_so, so_giay_phep, ma_tthc, chu_dau_tu, dia_diem_xay_dung, don_vi_xu_ly, noi_dung, so_giay_to, loai_doi_tuong,
            dien_thoai, email, ma_xa, so_thua, so_to, dien_tich_xay_dung, so_tang, ngay_tiep_nhan, ngay_hen_tra, ngay_ket_thuc,
            ngay_tra, trang_thai, le_phi, updated_at FROM giay_phep;
        """;

    private const string Upsert = """
        INSERT INTO giay_phep VALUES (
            $ma, $phep, $tthc, $chu, $dia, $donvi, $noidung, $giayto, $loai, $dt, $email, $xa, $thua, $to, $dientich, $tang,
            $nhan, $hen, $ketthuc, $tra, $trangthai, $lephi, $updated)
        ON CONFLICT (ma_ho_so) DO UPDATE SET
            so_giay_phep = excluded.so_giay_phep, ma_tthc = excluded.ma_tthc, don_vi_xu_ly = excluded.don_vi_xu_ly,
            ngay_tiep_nhan = excluded.ngay_tiep_nhan, ngay_hen_tra = excluded.ngay_hen_tra, ngay_ket_thuc = excluded.ngay_ket_thuc,
            ngay_tra = excluded.ngay_tra, trang_thai = excluded.trang_thai, updated_at = excluded.updated_at
        """;

    private readonly SqliteConnection connection;

    public ConstructionDatabase(string path)
    {
        connection = Sqlite.Open(path);
        connection.Run(Schema);
    }

    /// <summary>Writes rows in one transaction. Writing the same rows again changes nothing, so a broken wave is simply repeated.</summary>
    public void Write(Action<Action<ConstructionRow>> rows)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.Prepare(
            Upsert, "$ma", "$phep", "$tthc", "$chu", "$dia", "$donvi", "$noidung", "$giayto", "$loai", "$dt", "$email", "$xa", "$thua",
            "$to", "$dientich", "$tang", "$nhan", "$hen", "$ketthuc", "$tra", "$trangthai", "$lephi", "$updated");
        command.Prepare();
        rows(row => Put(command, row));
        transaction.Commit();
    }

    public void Dispose() => connection.Dispose();

    private static void Put(SqliteCommand command, ConstructionRow row) => command.Run(
        row.MaHoSo, row.SoGiayPhep, row.MaTthc, row.ChuDauTu, row.DiaDiem, row.DonVi, row.NoiDung, row.SoGiayTo, row.LoaiDoiTuong,
        row.DienThoai, row.Email, row.MaXa, row.SoThua, row.SoTo, (double)row.DienTich, row.SoTang, row.NgayTiepNhan, row.NgayHenTra,
        row.NgayKetThuc, row.NgayTra, row.TrangThai, row.LePhi, row.UpdatedAt);
}
