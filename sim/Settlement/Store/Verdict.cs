using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>The answer for one item.</summary>
internal readonly record struct Verdict(string MaHoSo, string Code, string Message)
{
    public bool IsAccepted => Code == Codes.Accepted;

    public static Verdict Of(string maHoSo, Judgement judgement) => judgement switch
    {
        Judgement.Older => new(maHoSo, Codes.Older, "A newer PhienBan is stored"),
        Judgement.Conflict => new(maHoSo, Codes.Conflict, "This PhienBan is stored with other content"),
        Judgement.Exists => new(maHoSo, Codes.Exists, "The dossier exists already"),
        Judgement.Absent => new(maHoSo, Codes.Absent, "The dossier does not exist"),
        _ => new(maHoSo, Codes.Accepted, ""),
    };

    public static Verdict Malformed(string maHoSo, string problem) => new(maHoSo, Codes.Refused, problem);
}
