using System.Buffers;
using System.Text;
using System.Text.Json;
using static IntegrationHub.Contracts.Packets.Members;

namespace IntegrationHub.Contracts.Packets;

/// <summary>
/// Renders canonical records as settlement packets: every scalar a text, what is unknown an empty text, dates <c>yyyyMMddHHmmss</c>
/// in UTC+7. Adds nothing and leaves nothing out that the packet has a member for.
/// </summary>
public static class PacketWriter
{
    /// <summary>How packets are written elsewhere, when they are held as JSON nodes: letters as they are, not as escapes.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = new() { Encoder = PlainText.Encoder };

    /// <summary>A whole dossier: its 27 members in the official order, then the later ones that are known.</summary>
    /// <param name="d">The dossier.</param>
    /// <returns>The packet, a JSON object.</returns>
    public static string Dossier(Dossier d) => Text(PacketBuilder.Write(d, Write));

    /// <summary>A whole dossier, as UTF-8.</summary>
    /// <param name="d">The dossier.</param>
    /// <param name="output">Where it goes.</param>
    public static void Dossier(Dossier d, IBufferWriter<byte> output) => output.Write(PacketBuilder.Write(d, Write).Packet);

    /// <summary>A whole dossier with its <c>TomTat</c>, for less than both one after the other.</summary>
    /// <param name="d">The dossier.</param>
    /// <returns>The packet and its digest.</returns>
    public static RenderedPacket Render(Dossier d) => Rendered(PacketBuilder.Write(d, Write));

    /// <summary>A progress row: its 9 members.</summary>
    /// <param name="p">The step.</param>
    /// <returns>The row, a JSON object.</returns>
    public static string Progress(DossierProgress p) => Text(PacketBuilder.Write(p, Write));

    /// <summary>A progress row with its hash.</summary>
    /// <param name="p">The step.</param>
    /// <returns>The row and its hash.</returns>
    public static RenderedPacket Render(DossierProgress p) => Rendered(PacketBuilder.Write(p, Write));

    /// <summary>A change: only the members that it sets, and not <c>MaHoSo</c>, which no change can.</summary>
    /// <param name="c">The change.</param>
    /// <returns>A JSON object.</returns>
    public static string Change(DossierChange c) => Text(PacketBuilder.Write(c, Write));

    private static string Text(PacketBuilder packet) => Encoding.UTF8.GetString(packet.Packet);

    private static RenderedPacket Rendered(PacketBuilder packet) => new(Text(packet), packet.Digest);

    private static void Write(PacketBuilder packet, Dossier d)
    {
        packet.Text(MaHoSo, d.Number);
        WriteProcedure(packet, d.Procedure);
        WriteApplicant(packet, d);
        packet.Text(TrichYeuHoSo, d.Abstract);
        packet.Time(NgayTiepNhan, d.ReceivedAt);
        packet.Time(NgayHenTra, d.PromisedAt);
        packet.Code(TrangThaiHoSo, d.Status);
        packet.Time(NgayTra, d.ReturnedAt);
        packet.Text(ThongTinTra, d.ReturnNote);
        packet.Code(HinhThuc, d.Handover);
        packet.Time(NgayKetThucXuLy, d.FinishedAt);
        packet.Text(DonViXuLy, d.Agency);
        packet.Text(GhiChu, d.Note);
        packet.List(TaiLieuNop, d.Papers, PacketChildren.Write);
        packet.List(DanhSachLePhi, d.Fees, PacketChildren.Write);
        packet.List(DanhSachTepDinhKemKhac, d.OtherAttachments, PacketChildren.Write);
        packet.List(DanhSachHoSoBoSung, d.Supplements, PacketChildren.Write);
        packet.List(DanhSachGiayToKetQua, d.Results, PacketChildren.Write);
        WriteLater(packet, d);
    }

    private static void Write(PacketBuilder packet, DossierChange c)
    {
        packet.TimeIfKnown(NgayHenTra, c.PromisedAt);
        packet.CodeIfKnown(TrangThaiHoSo, c.Status);
        packet.TimeIfKnown(NgayTra, c.ReturnedAt);
        packet.TextIfKnown(ThongTinTra, c.ReturnNote);
        packet.TimeIfKnown(NgayKetThucXuLy, c.FinishedAt);
        packet.TextIfKnown(GhiChu, c.Note);
        packet.ListIfKnown(DanhSachLePhi, c.Fees, PacketChildren.Write);
        packet.ListIfKnown(DanhSachHoSoBoSung, c.Supplements, PacketChildren.Write);
        packet.ListIfKnown(DanhSachGiayToKetQua, c.Results, PacketChildren.Write);
    }

    private static void Write(PacketBuilder packet, DossierProgress p)
    {
        packet.Text(MaHoSo, p.Number);
        packet.Text(NguoiXuLy, p.Officer);
        packet.Text(ChucDanh, p.Title);
        packet.Time(ThoiDiemXuLy, p.At);
        packet.Text(PhongBanXuLy, p.Office);
        packet.Text(NoiDungXuLy, p.Content);
        packet.Code(TrangThai, p.Status);
        packet.Time(NgayBatDau, p.StartedAt);
        packet.Time(NgayKetThucTheoQuyDinh, p.DueAt);
    }

    private static void WriteProcedure(PacketBuilder packet, Procedure procedure)
    {
        packet.Text(MaTTHC, procedure.Code);
        packet.Text(TenTTHC, procedure.Name);
        packet.Text(MaLinhVuc, procedure.SectorCode);
        packet.Text(TenLinhVuc, procedure.SectorName);
    }

    private static void WriteApplicant(PacketBuilder packet, Dossier d)
    {
        packet.Text(ChuHoSo, d.Applicant.Name);
        packet.Code(LoaiDoiTuong, d.Applicant.Kind);
        packet.Text(MaDoiTuong, d.Applicant.AccountId);
        packet.Text(ThongTinKhac, d.OtherInformation);
        packet.Text(Email, d.Applicant.Email);
        packet.Text(Fax, d.Applicant.Fax);
        packet.Text(SoDienThoai, d.Applicant.Phone);
    }

    private static void WriteLater(PacketBuilder packet, Dossier d)
    {
        packet.CodeIfKnown(KenhThucHien, d.Later.Channel);
        packet.TimeIfKnown(NgayNopHoSo, d.Later.FiledAt);
        packet.TimeIfKnown(NgayTuChoi, d.Later.RefusedAt);
        packet.TextIfKnown(NoiNopHoSo, d.Later.FilingPlace);
        packet.FlagIfKnown(HoSoCoThanhPhanSoHoa, d.Later.HasDigitisedPapers);
        packet.FlagIfKnown(TaiKhoanDuocXacThucVoiVNeID, d.Later.AccountVerified);
        packet.TextIfKnown(DuocThanhToanTrucTuyen, d.Later.OnlinePayment);
        packet.ListIfKnown(DSKetNoiCSDL, d.Later.Databases, static (packet, code) => packet.Text(MaCSDL, code));
        packet.TextIfKnown(SoGiayToChuHoSo, d.Applicant.IdentityNumber);
        if (d.Applicant.Identities.Count > 0)
            packet.List(DinhDanhCHS, d.Applicant.Identities, PacketChildren.Write);
    }
}
