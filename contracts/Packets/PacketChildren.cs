using System.Text.Json;
using static IntegrationHub.Contracts.Packets.PacketNames;

namespace IntegrationHub.Contracts.Packets;

/// <summary>The elements of a packet's lists.</summary>
internal static class PacketChildren
{
    public static void Write(Utf8JsonWriter json, SubmittedPaper paper)
    {
        json.WriteString(TepDinhKemId, paper.Id);
        json.WriteString(TenTepDinhKem, paper.Name);
        json.WriteString(IsDeleted, PacketText.Of(paper.Deleted));
        json.WriteString(MaThanhPhanHoSo, paper.ComponentCode ?? "");
        json.WriteString(DuongDanTaiTepTin, paper.File.Address ?? "");
        json.WriteIfKnown(DuocSoHoa, paper.Digitised);
        json.WriteIfKnown(DuocTaiSuDung, paper.Reuse);
        json.WriteIfKnown(DuocLayTuKhoDMQG, paper.FromNationalStore);
        json.WriteIfKnown(MaKetQuaThayThe, paper.ReplacedBy);
    }

    public static void Write(Utf8JsonWriter json, Fee fee)
    {
        json.WriteString(TenPhiLePhi, fee.Name);
        json.WriteString(MaPhiLePhi, fee.Code ?? "");
        json.WriteString(HinhThucThu, fee.CollectionMethod ?? "");
        json.WriteString(Gia, PacketText.Of(fee.Amount));
        json.WriteString(LoaiPhiLePhi, fee.Kind ?? "");
    }

    public static void Write(Utf8JsonWriter json, OtherAttachment attachment)
    {
        json.WriteString(TenGiayTo, attachment.Name);
        json.WriteString(SoLuong, PacketText.Of(attachment.Count));
        json.WriteString(LoaiGiayTo, attachment.Kind ?? "");
    }

    public static void Write(Utf8JsonWriter json, SupplementRound round)
    {
        json.WriteString(HoSoBoSungId, round.Id);
        json.WriteString(NguoiYeuCauBoSung, round.RequestedBy ?? "");
        json.WriteString(NoiDungBoSung, round.Content ?? "");
        json.WriteString(NgayBoSung, PacketText.Of(round.RequestedAt));
        json.WriteString(NguoiTiepNhanBoSung, round.ReceivedBy ?? "");
        json.WriteString(ThongTinTiepNhan, round.ReceiptNote ?? "");
        json.WriteString(NgayTiepNhanBoSung, PacketText.Of(round.ReceivedAt));
        json.WriteString(TrangThaiBoSung, PacketText.Of(round.Complete));
        json.WriteList(DanhSachGiayToBoSung, round.Papers, Write);
        json.WriteList(DanhSachLePhiBoSung, round.Fees, Write);
        json.WriteString(NgayHenTraTruoc, PacketText.Of(round.PromisedBefore));
        json.WriteString(NgayHenTraMoi, PacketText.Of(round.PromisedAfter));
    }

    public static void Write(Utf8JsonWriter json, ResultPaper result)
    {
        json.WriteString(TenGiayTo, result.Name);
        json.WriteString(MaThanhPhanHoSo, result.ComponentCode ?? "");
        json.WriteString(GiayToId, result.Id ?? "");
        json.WriteString(DuongDanTepTinKetQua, result.File.Address ?? "");
        json.WriteIfKnown(MaGiayToKetQua, result.ResultCode);
        json.WriteIfKnown(SoKyHieu, result.Symbol);
        json.WriteIfKnown(TrichYeuNoiDung, result.Abstract);
        json.WriteIfKnown(CoQuanBanHanh, result.IssuedBy);
        json.WriteIfKnown(NgayBanHanh, PacketText.StartOf(result.IssuedOn));
        json.WriteIfKnown(NguoiKy, result.SignedBy);
        json.WriteIfKnown(SoDinhDanhChuSoHuu, result.OwnerNumber);
        json.WriteIfKnown(ThoiHanHieuLuc, result.ValidFor);
        json.WriteIfKnown(PhamViHieuLuc, result.ValidWhere);
    }

    public static void Write(Utf8JsonWriter json, Identity identity)
    {
        json.WriteString(LoaiDinhDanh, PacketText.Code(identity.Kind));
        json.WriteString(SoDinhDanh, identity.Number);
    }
}
