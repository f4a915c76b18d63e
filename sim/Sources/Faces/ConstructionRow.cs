using System.Globalization;
using IntegrationHub.Sim.Sources.Facts;

namespace IntegrationHub.Sim.Sources.Faces;

/// <summary>A row of the department's view, as its legacy program keeps it.</summary>
internal sealed record ConstructionRow(
    string MaHoSo, string? SoGiayPhep, string MaTthc, string ChuDauTu, string DiaDiem, string? DonVi, string NoiDung,
    string SoGiayTo, int LoaiDoiTuong, string? DienThoai, string? Email, string MaXa, string SoThua, string SoTo,
    decimal DienTich, int SoTang, string? NgayTiepNhan, string? NgayHenTra, string? NgayKetThuc, string? NgayTra,
    string TrangThai, int? LePhi, string UpdatedAt)
{
    private const double UnicodeShare = 0.15;
    private const string Minute = "dd/MM/yyyy HH:mm:ss";
    private const string DottedMinute = "dd.MM.yyyy HH:mm:ss";
    private const string Second = "yyyy-MM-dd HH:mm:ss";

    public static ConstructionRow Of(ConstructionFacts facts, int wave, long seed)
    {
        var standing = Standing.At(facts.Steps, wave);
        var dice = Dice.For(seed, facts.Index, Luck.Face, standing.Steps);
        var row = Good(facts, standing, Encoding(facts, seed), dice);
        return facts.Flaw is { } flaw && flaw.HoldsAt(wave) ? row.Spoiled(flaw.Kind, standing, dice) : row;
    }

    /// <summary>Old rows are TCVN3; those of the new program are Unicode, some of them decomposed. A row never changes its form.</summary>
    private static Func<string, string> Encoding(ConstructionFacts facts, long seed)
    {
        var dice = Dice.For(seed, facts.Index, Luck.Encoding);
        return (dice.Chance(UnicodeShare), dice.Chance(0.3)) switch
        {
            (true, true) => Wire.Decomposed,
            (true, false) => text => text,
            _ => Tcvn3.Encode,
        };
    }

    private static ConstructionRow Good(ConstructionFacts facts, Standing standing, Func<string, string> encoding, Dice dice) => new(
        facts.MaHoSo,
        standing.Status is Status.Finished or Status.HandedOver ? facts.PermitNumber : null,
        Codes.Form(ConstructionFacts.Procedure, facts.Index),
        encoding(facts.Owner.Name), encoding(facts.Plot.Address), encoding(facts.Unit), encoding(facts.Content),
        facts.Owner.Number, facts.Owner.IsFirm ? 2 : 1, OrNull(facts.Owner.Phone), OrNull(facts.Owner.Email),
        facts.Plot.MaXa, facts.Plot.Thua.Text(), facts.Plot.To.Text(), facts.Area, facts.Floors,
        standing.Received.As(Minute), standing.Promised.As("dd/MM/yyyy"), standing.Finished.As(DottedMinute),
        standing.HandedOver.As(DottedMinute), StatusText.Of(standing.Status, dice), facts.Fee, standing.Updated.As(Second));

    private ConstructionRow Spoiled(FlawKind kind, Standing standing, Dice dice) => kind switch
    {
        FlawKind.UnknownStatus => this with { TrangThai = StatusText.AsTyped(dice.Pick(StatusText.Unknown), dice) },
        FlawKind.ImpossibleDate => this with { NgayTiepNhan = "31/02/2026 08:15:00" },
        FlawKind.NoUnit => this with { DonVi = dice.Chance(0.5) ? null : "" },
        FlawKind.FutureUpdate => this with { UpdatedAt = standing.Updated.AddYears(10).As(Second) },
        FlawKind.FinishedBeforeReceived => this with
        {
            NgayKetThuc = standing.Received!.Value.AddDays(-3).ToString(DottedMinute, CultureInfo.InvariantCulture),
        },
        FlawKind.UnknownProcedure => this with { MaTthc = "9.999" + dice.Between(100, 999).Text() },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a flaw of construction permits"),
    };

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
