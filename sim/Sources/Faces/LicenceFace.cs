using IntegrationHub.Sim.Sources.Facts;

namespace IntegrationHub.Sim.Sources.Faces;

/// <summary>How the driving-licence system shows a dossier in a wave.</summary>
internal static class LicenceFace
{
    public static LicenceRecord Of(LicenceFacts facts, int wave, long seed)
    {
        var standing = Standing.At(facts.Steps, wave);
        var dice = Dice.For(seed, facts.Index, Luck.Face, standing.Steps);
        var record = Good(facts, standing, wave, decompose: dice.Chance(0.3));
        return facts.Flaw is { } flaw && flaw.HoldsAt(wave) ? Spoiled(record, flaw.Kind, dice) : record;
    }

    private static LicenceRecord Good(LicenceFacts facts, Standing standing, int wave, bool decompose) => new()
    {
        MaHoSo = facts.MaHoSo,
        MaTTHC = Codes.Form(facts.Procedure.Code, facts.Index),
        KenhThucHien = facts.Channel.Text(),
        MaDoiTuong = facts.Account,
        ChuHoSo = decompose ? facts.Owner.Name.Decomposed() : facts.Owner.Name,
        SoDinhDanh = facts.Owner.Number,
        NgaySinh = facts.BirthDate,
        DienThoai = facts.Owner.Phone,
        Email = facts.Owner.Email,
        NoiCuTru = facts.Address,
        MaXa = facts.MaXa,
        HangGPLX = facts.Class,
        SoGPLX = HasResult(standing) ? facts.Licence : "",
        NgayGuiHoSo = standing.Submitted.Packet(),
        NgayTiepNhan = standing.Received.Packet(),
        NgayHenTra = facts.PromiseIsDate ? standing.Promised.As("yyyyMMdd") ?? "" : standing.Promised?.AddHours(17).Packet() ?? "",
        NgayKetThucXuLy = standing.Finished.Packet(),
        NgayTra = standing.HandedOver.Packet(),
        TrangThaiHoSo = standing.Status.Text(),
        TenTrangThaiHoSo = Status.Name(standing.Status),
        NguoiNop = facts.Owner.Name,
        HinhThucNhanKQ = facts.ByPost ? "1" : "0",
        TenDonViXuLy = facts.Unit,
        NgayCapNhat = standing.Updated.Iso(),
        LePhi = facts.Fee,
        TaiLieu = [.. facts.Papers.Select(paper => new LicencePaper(paper.Id, paper.Name, paper.Url))],
        KetQua = HasResult(standing) ? [new(facts.Result.Id, facts.Result.Name, facts.Result.Url)] : [],
        TienDo = [.. LicenceSteps.Of(facts, wave).Select(step => Show(step, decompose))],
    };

    private static LicenceStep Show(OfficeStep step, bool decompose) => new(
        decompose ? step.Officer.Name.Decomposed() : step.Officer.Name, step.Officer.Post, step.Officer.Office, step.Task,
        step.Status.Text(), step.At.Packet(), step.Began.Packet(), step.Due.Packet());

    private static LicenceRecord Spoiled(LicenceRecord record, FlawKind kind, Dice dice) => kind switch
    {
        FlawKind.StatusOutOfRange => record with { TrangThaiHoSo = dice.Chance(0.5) ? "0" : "12", TenTrangThaiHoSo = "Không rõ" },
        FlawKind.NotHandedOver => record with { TrangThaiHoSo = "10", TenTrangThaiHoSo = Status.Name(Status.HandedOver), NgayTra = "" },
        FlawKind.ImpossibleDate => record with { NgayTiepNhan = "20260230081500" },
        FlawKind.IllegalNumber => record,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a flaw of driving licences"),
    };

    private static bool HasResult(Standing standing) => standing.Status is Status.Finished or Status.HandedOver;
}
