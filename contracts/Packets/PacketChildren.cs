using static IntegrationHub.Contracts.Packets.Members;

namespace IntegrationHub.Contracts.Packets;

/// <summary>The elements of a packet's lists.</summary>
internal static class PacketChildren
{
    public static void Write(PacketBuilder packet, SubmittedPaper paper)
    {
        packet.Text(TepDinhKemId, paper.Id);
        packet.Text(TenTepDinhKem, paper.Name);
        packet.Flag(IsDeleted, paper.Deleted);
        packet.Text(MaThanhPhanHoSo, paper.ComponentCode);
        packet.Text(DuongDanTaiTepTin, paper.File.Address);
        packet.FlagIfKnown(DuocSoHoa, paper.Digitised);
        packet.CodeIfKnown(DuocTaiSuDung, paper.Reuse);
        packet.FlagIfKnown(DuocLayTuKhoDMQG, paper.FromNationalStore);
        packet.TextIfKnown(MaKetQuaThayThe, paper.ReplacedBy);
    }

    public static void Write(PacketBuilder packet, Fee fee)
    {
        packet.Text(TenPhiLePhi, fee.Name);
        packet.Text(MaPhiLePhi, fee.Code);
        packet.Text(HinhThucThu, fee.CollectionMethod);
        packet.Amount(Gia, fee.Amount);
        packet.Text(LoaiPhiLePhi, fee.Kind);
    }

    public static void Write(PacketBuilder packet, OtherAttachment attachment)
    {
        packet.Text(TenGiayTo, attachment.Name);
        packet.Number(SoLuong, attachment.Count);
        packet.Text(LoaiGiayTo, attachment.Kind);
    }

    public static void Write(PacketBuilder packet, SupplementRound round)
    {
        packet.Text(HoSoBoSungId, round.Id);
        packet.Text(NguoiYeuCauBoSung, round.RequestedBy);
        packet.Text(NoiDungBoSung, round.Content);
        packet.Time(NgayBoSung, round.RequestedAt);
        packet.Text(NguoiTiepNhanBoSung, round.ReceivedBy);
        packet.Text(ThongTinTiepNhan, round.ReceiptNote);
        packet.Time(NgayTiepNhanBoSung, round.ReceivedAt);
        packet.Flag(TrangThaiBoSung, round.Complete);
        packet.List(DanhSachGiayToBoSung, round.Papers, Write);
        packet.List(DanhSachLePhiBoSung, round.Fees, Write);
        packet.Time(NgayHenTraTruoc, round.PromisedBefore);
        packet.Time(NgayHenTraMoi, round.PromisedAfter);
    }

    public static void Write(PacketBuilder packet, ResultPaper result)
    {
        packet.Text(TenGiayTo, result.Name);
        packet.Text(MaThanhPhanHoSo, result.ComponentCode);
        packet.Text(GiayToId, result.Id);
        packet.Text(DuongDanTepTinKetQua, result.File.Address);
        packet.TextIfKnown(MaGiayToKetQua, result.ResultCode);
        packet.TextIfKnown(SoKyHieu, result.Symbol);
        packet.TextIfKnown(TrichYeuNoiDung, result.Abstract);
        packet.TextIfKnown(CoQuanBanHanh, result.IssuedBy);
        packet.TextIfKnown(NgayBanHanh, PacketText.StartOf(result.IssuedOn));
        packet.TextIfKnown(NguoiKy, result.SignedBy);
        packet.TextIfKnown(SoDinhDanhChuSoHuu, result.OwnerNumber);
        packet.TextIfKnown(ThoiHanHieuLuc, result.ValidFor);
        packet.TextIfKnown(PhamViHieuLuc, result.ValidWhere);
    }

    public static void Write(PacketBuilder packet, Identity identity)
    {
        packet.Code(LoaiDinhDanh, identity.Kind);
        packet.Text(SoDinhDanh, identity.Number);
    }
}
