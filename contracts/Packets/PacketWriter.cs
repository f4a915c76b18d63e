using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using static IntegrationHub.Contracts.Packets.PacketNames;

namespace IntegrationHub.Contracts.Packets;

/// <summary>
/// Renders canonical records as settlement packets: every scalar a text, what is unknown an empty text, dates <c>yyyyMMddHHmmss</c>
/// in UTC+7. Adds nothing and leaves nothing out that the packet has a member for.
/// </summary>
public static class PacketWriter
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? scratch;

    /// <summary>How packets are written elsewhere, when they are held as JSON nodes: letters as they are, not as escapes.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A whole dossier: its 27 members in the official order, then the later ones that are known.</summary>
    /// <param name="d">The dossier.</param>
    /// <returns>The packet, a JSON object.</returns>
    public static string Dossier(Dossier d) => Render(d, static (json, d) =>
    {
        json.WriteString(MaHoSo, d.Number);
        WriteProcedure(json, d.Procedure);
        WriteApplicant(json, d);
        json.WriteString(TrichYeuHoSo, d.Abstract);
        json.WriteString(NgayTiepNhan, PacketText.Of(d.ReceivedAt));
        json.WriteString(NgayHenTra, PacketText.Of(d.PromisedAt));
        json.WriteString(TrangThaiHoSo, PacketText.Code(d.Status));
        json.WriteString(NgayTra, PacketText.Of(d.ReturnedAt));
        json.WriteString(ThongTinTra, d.ReturnNote ?? "");
        json.WriteString(HinhThuc, PacketText.Code(d.Handover));
        json.WriteString(NgayKetThucXuLy, PacketText.Of(d.FinishedAt));
        json.WriteString(DonViXuLy, d.Agency);
        json.WriteString(GhiChu, d.Note ?? "");
        json.WriteList(TaiLieuNop, d.Papers, PacketChildren.Write);
        json.WriteList(DanhSachLePhi, d.Fees, PacketChildren.Write);
        json.WriteList(DanhSachTepDinhKemKhac, d.OtherAttachments, PacketChildren.Write);
        json.WriteList(DanhSachHoSoBoSung, d.Supplements, PacketChildren.Write);
        json.WriteList(DanhSachGiayToKetQua, d.Results, PacketChildren.Write);
        WriteLater(json, d);
    });

    /// <summary>A change: only the members that it sets, and not <c>MaHoSo</c>, which no change can.</summary>
    /// <param name="c">The change.</param>
    /// <returns>A JSON object.</returns>
    public static string Change(DossierChange c) => Render(c, static (json, c) =>
    {
        json.WriteIfKnown(NgayHenTra, c.PromisedAt);
        json.WriteIfKnown(TrangThaiHoSo, c.Status);
        json.WriteIfKnown(NgayTra, c.ReturnedAt);
        json.WriteIfKnown(ThongTinTra, c.ReturnNote);
        json.WriteIfKnown(NgayKetThucXuLy, c.FinishedAt);
        json.WriteIfKnown(GhiChu, c.Note);
        json.WriteIfKnown(DanhSachLePhi, c.Fees, PacketChildren.Write);
        json.WriteIfKnown(DanhSachHoSoBoSung, c.Supplements, PacketChildren.Write);
        json.WriteIfKnown(DanhSachGiayToKetQua, c.Results, PacketChildren.Write);
    });

    /// <summary>A progress row: its 9 members.</summary>
    /// <param name="p">The step.</param>
    /// <returns>The row, a JSON object.</returns>
    public static string Progress(DossierProgress p) => Render(p, static (json, p) =>
    {
        json.WriteString(MaHoSo, p.Number);
        json.WriteString(NguoiXuLy, p.Officer ?? "");
        json.WriteString(ChucDanh, p.Title ?? "");
        json.WriteString(ThoiDiemXuLy, PacketText.Of(p.At));
        json.WriteString(PhongBanXuLy, p.Office ?? "");
        json.WriteString(NoiDungXuLy, p.Content ?? "");
        json.WriteString(TrangThai, PacketText.Code(p.Status));
        json.WriteString(NgayBatDau, PacketText.Of(p.StartedAt));
        json.WriteString(NgayKetThucTheoQuyDinh, PacketText.Of(p.DueAt));
    });

    private static void WriteProcedure(Utf8JsonWriter json, Procedure procedure)
    {
        json.WriteString(MaTTHC, procedure.Code);
        json.WriteString(TenTTHC, procedure.Name);
        json.WriteString(MaLinhVuc, procedure.SectorCode);
        json.WriteString(TenLinhVuc, procedure.SectorName);
    }

    private static void WriteApplicant(Utf8JsonWriter json, Dossier d)
    {
        json.WriteString(ChuHoSo, d.Applicant.Name ?? "");
        json.WriteString(LoaiDoiTuong, PacketText.Code(d.Applicant.Kind));
        json.WriteString(MaDoiTuong, d.Applicant.AccountId ?? "");
        json.WriteString(ThongTinKhac, d.OtherInformation ?? "");
        json.WriteString(Email, d.Applicant.Email ?? "");
        json.WriteString(Fax, d.Applicant.Fax ?? "");
        json.WriteString(SoDienThoai, d.Applicant.Phone ?? "");
    }

    private static void WriteLater(Utf8JsonWriter json, Dossier d)
    {
        json.WriteIfKnown(KenhThucHien, d.Later.Channel);
        json.WriteIfKnown(NgayNopHoSo, d.Later.FiledAt);
        json.WriteIfKnown(NgayTuChoi, d.Later.RefusedAt);
        json.WriteIfKnown(NoiNopHoSo, d.Later.FilingPlace);
        json.WriteIfKnown(HoSoCoThanhPhanSoHoa, d.Later.HasDigitisedPapers);
        json.WriteIfKnown(TaiKhoanDuocXacThucVoiVNeID, d.Later.AccountVerified);
        json.WriteIfKnown(DuocThanhToanTrucTuyen, d.Later.OnlinePayment);
        json.WriteIfKnown(DSKetNoiCSDL, d.Later.Databases, static (json, code) => json.WriteString(MaCSDL, code));
        json.WriteIfKnown(SoGiayToChuHoSo, d.Applicant.IdentityNumber);
        if (d.Applicant.Identities.Count > 0)
            json.WriteList(DinhDanhCHS, d.Applicant.Identities, PacketChildren.Write);
    }

    private static string Render<T>(T record, Action<Utf8JsonWriter, T> members)
    {
        var output = scratch ??= new ArrayBufferWriter<byte>(4096);
        output.ResetWrittenCount();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JsonOptions.Encoder, SkipValidation = true });
        json.WriteStartObject();
        members(json, record);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
