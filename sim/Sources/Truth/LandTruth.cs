using IntegrationHub.Sim.Sources.Faces;
using IntegrationHub.Sim.Sources.Facts;

namespace IntegrationHub.Sim.Sources.Truth;

/// <summary>A land dossier: what the counter wrote, and the registry's events folded over it by the time they happened.</summary>
internal static class LandTruth
{
    public static Packet Base(LandFacts facts) => new()
    {
        MaHoSo = facts.MaHoSo,
        MaTTHC = facts.Procedure.Code,
        TenTTHC = facts.Procedure.Name,
        MaLinhVuc = "G10-DD",
        TenLinhVuc = "Đất đai",
        KenhThucHien = facts.Channel.Text(),
        ChuHoSo = facts.Owner.Name,
        LoaiDoiTuong = "1",
        Email = facts.Owner.Email,
        SoDienThoai = facts.Owner.Phone,
        TrichYeuHoSo = $"{facts.Procedure.Name} tại {facts.Plot.Address}",
        NgayTiepNhan = facts.Received.Packet(),
        NgayHenTra = facts.Promised.Packet(),
        TrangThaiHoSo = Status.Received.Text(),
        HinhThuc = facts.ByPost ? "1" : "0",
        DonViXuLy = facts.Unit,
        GhiChu = facts.Note,
        TaiLieuNop = Rendering.Papers(facts.Papers),
    };

    public static Progress BaseProgress(LandFacts facts) => new(
        facts.MaHoSo, facts.Counter.Name, facts.Counter.Post, facts.Received.Packet(), facts.Counter.Office, "Tiếp nhận hồ sơ",
        Status.Received.Text(), facts.Received.Packet(), facts.Promised.Packet());

    /// <summary>Any order of arrival gives the same: what cannot be read is left out, the rest is taken by its own time.</summary>
    public static Packet Fold(LandFacts facts, IEnumerable<LandEvent> arrived) =>
        Sound(arrived).Aggregate(Base(facts), (packet, what) => After(packet, what, facts));

    public static IReadOnlyList<Progress> ProgressOf(LandFacts facts, IEnumerable<LandEvent> arrived) =>
        [BaseProgress(facts), .. Sound(arrived).OfType<LandHandOver>().Select(what => Row(facts, what))];

    private static IOrderedEnumerable<LandEvent> Sound(IEnumerable<LandEvent> arrived) =>
        arrived.Where(what => what.IsSound).DistinctBy(what => what.Number).OrderBy(what => what.At);

    private static Packet After(Packet packet, LandEvent what, LandFacts facts) => what switch
    {
        LandHandOver when packet.TrangThaiHoSo is "5" or "9" or "10" => packet,
        LandHandOver => packet with { TrangThaiHoSo = "4" },
        LandSupplementAsked => packet with { TrangThaiHoSo = "5" },
        LandSupplementGiven given => packet with { TrangThaiHoSo = "4", NgayHenTra = given.Promised.Packet() },
        LandTaxNotice => packet with { TrangThaiHoSo = "6" },
        LandEnd end => packet with
        {
            TrangThaiHoSo = "9",
            NgayKetThucXuLy = end.At.Packet(),
            DanhSachGiayToKetQua = [new(end.Paper, "", "", LandCallback.ResultUrl(facts))],
        },
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "not an event of the land registry"),
    };

    private static Progress Row(LandFacts facts, LandHandOver what) => new(
        facts.MaHoSo, what.To.Name, what.To.Post, what.At.Packet(), what.To.Office, what.Task,
        Status.Processing.Text(), what.At.Packet(), what.Due.Packet());
}
