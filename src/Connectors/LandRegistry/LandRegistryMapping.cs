using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.LandRegistry;

/// <summary>
/// What a callback of the registry means: a change of a dossier it does not own, and for a hand-over a processing step. Times are
/// UTC and say so.
/// </summary>
internal static class LandRegistryMapping
{
    // A hand-over that arrives late, or is made while the applicant is waited for, does not take the dossier back.
    private static readonly StatusCondition UnlessWaitingOrDone = new()
    {
        Unless = [DossierStatus.SupplementRequested, DossierStatus.Processed, DossierStatus.Returned],
    };

    public static MapResult Map(SourceRecord record) => RecordReader.Map(record, callback =>
    {
        var body = callback.Object("body");
        body.IsAbout("SoBienNhan");
        return callback.Text("callback") switch
        {
            "DongBoTrangThaiLuanChuyenHoSo" => HandedOver(record, body),
            "DongBoTrangThaiHoSoChoBoSung" => Changed(record, body, "NgayChoBoSung", DossierStatus.SupplementRequested),
            "DongBoTrangThaiHoSoDaBoSung" => Supplemented(record, body),
            "DongBoKetQuaThue" => Changed(record, body, "NgayThongBao", DossierStatus.PaymentRequested),
            "KetThuc" => Ended(record, body),
            "CungCapSoBienNhan" => new MapResult.Ignored("only confirms the receipt number"),
            _ => new MapResult.Rejected(
                "callback-unknown", "/callback",
                "This callback has no agreed meaning for the dossier. A person must look at it; "
                + "where it is to be taken from now on, extend the connector."),
        };
    });

    private static MapResult.Mapped HandedOver(SourceRecord record, RecordReader body)
    {
        var at = body.ZonedInstant("NgayChuyen");
        var number = body.Text("SoBienNhan");
        return new(
            new DossierChange
            {
                Envelope = record.Envelope(at),
                Number = number,
                Status = DossierStatus.InProcess,
                Condition = UnlessWaitingOrDone,
            },
            new DossierProgress
            {
                Envelope = record.Envelope(at),
                Number = number,
                Officer = body.OptionalText("TenCanBoNhan"),
                Title = body.OptionalText("ChucDanh"),
                At = at,
                Office = body.OptionalText("PhongBan"),
                Content = body.OptionalText("NoiDungXuLy"),
                Status = DossierStatus.InProcess,
                StartedAt = at,
                DueAt = body.OptionalZonedInstant("HanXuLy"),
            });
    }

    private static MapResult.Mapped Supplemented(SourceRecord record, RecordReader body) => new(
        ChangeOf(record, body, "NgayNhanBoSung", DossierStatus.InProcess) with { PromisedAt = body.OptionalZonedInstant("NgayHenTraMoi") });

    private static MapResult.Mapped Ended(SourceRecord record, RecordReader body)
    {
        if (body.Text("TrangThaiKetThuc") is not ("0" or ""))
            body.Reject(
                "end-status-unknown", "TrangThaiKetThuc",
                "The registry ended the dossier in another way than with a result; "
                + "whether that is a withdrawal or a stop, a person must decide with it.");
        var ended = ChangeOf(record, body, "NgayKetThuc", DossierStatus.Processed);
        var results = body.List("DanhSachGiayToKetQua", ResultOf);
        return new(ended with { FinishedAt = ended.Envelope.EventTime, Results = results.Count > 0 ? results : null });
    }

    private static MapResult.Mapped Changed(SourceRecord record, RecordReader body, string timeMember, DossierStatus status) =>
        new(ChangeOf(record, body, timeMember, status));

    private static DossierChange ChangeOf(SourceRecord record, RecordReader body, string timeMember, DossierStatus status) => new()
    {
        Envelope = record.Envelope(body.ZonedInstant(timeMember)),
        Number = body.Text("SoBienNhan"),
        Status = status,
    };

    private static ResultPaper ResultOf(RecordReader paper) => new()
    {
        Name = paper.Text("TenGiayTo"),
        File = new() { Address = paper.OptionalText("LinkFile"), MediaType = MediaTypeOf(paper.OptionalText("KieuFile")) },
    };

    private static string? MediaTypeOf(string? kind) => kind?.ToLowerInvariant() switch
    {
        "pdf" => "application/pdf",
        "jpg" or "jpeg" => "image/jpeg",
        "png" => "image/png",
        _ => null,
    };
}
