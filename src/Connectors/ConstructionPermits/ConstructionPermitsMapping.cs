using System.Collections.Frozen;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.ConstructionPermits;

/// <summary>What a row of <c>v_giay_phep_xay_dung</c> means. Where the land lies stays out: the packet has no place for it.</summary>
internal static class ConstructionPermitsMapping
{
    // The packet asks how the result is handed over; the view does not say, the department hands permits over at its counter.
    private const Handover InPerson = Handover.InPerson;

    private static readonly FrozenDictionary<string, DossierStatus> Statuses = new Dictionary<string, DossierStatus>
    {
        ["mới đăng ký"] = DossierStatus.Filed,
        ["đã tiếp nhận"] = DossierStatus.Received,
        ["không tiếp nhận"] = DossierStatus.Refused,
        ["đang thẩm định"] = DossierStatus.InProcess,
        ["yêu cầu bổ sung"] = DossierStatus.SupplementRequested,
        ["chờ nộp lệ phí"] = DossierStatus.PaymentRequested,
        ["chủ đầu tư rút hồ sơ"] = DossierStatus.Withdrawn,
        ["dừng xử lý"] = DossierStatus.Stopped,
        ["đã ký giấy phép"] = DossierStatus.Processed,
        ["đã trả giấy phép"] = DossierStatus.Returned,
    }.ToFrozenDictionary(status => VietnameseText.Key(status.Key), status => status.Value);

    public static MapResult Map(SourceRecord record) => RecordReader.Map(record, row => new MapResult.Mapped(DossierOf(record, row)));

    private static Dossier DossierOf(SourceRecord record, RecordReader row)
    {
        var at = row.Instant("updated_at");
        var number = row.Number("ma_ho_so");
        var procedure = row.Procedure("ma_tthc");
        return new()
        {
            Envelope = record.Envelope(at),
            Number = number,
            Procedure = procedure!,
            Applicant = ApplicantOf(row),
            Abstract = row.Text("noi_dung"),
            Status = row.Code(
                "trang_thai", StatusOf, "status-unknown",
                "Have the department correct it, or add it to the connector's table of statuses."),
            ReceivedAt = row.OptionalInstant("ngay_tiep_nhan"),
            PromisedAt = row.OptionalInstantOrDay("ngay_hen_tra"),
            FinishedAt = row.OptionalInstant("ngay_ket_thuc"),
            ReturnedAt = row.OptionalInstant("ngay_tra"),
            Handover = InPerson,
            Agency = row.Text("don_vi_xu_ly"),
            Fees = row.OptionalAmount("le_phi") is { } amount ? [new() { Name = FeeOf(procedure), Amount = amount }] : [],
            // A result is a document, and the view has none to give: the permit's number is told, not passed off as the permit.
            Note = row.OptionalText("so_giay_phep") is { } permit ? $"Giấy phép xây dựng số {permit}" : null,
        };
    }

    // The view gives an amount alone; whatever procedure it is for, its fee is called after it.
    private static string FeeOf(Procedure? procedure) =>
        procedure is { Name: [var first, .. var rest] } ? $"Lệ phí {char.ToLowerInvariant(first)}{rest}" : "Lệ phí";

    private static Party ApplicantOf(RecordReader row)
    {
        var number = row.OptionalText("so_giay_to");
        return new()
        {
            Kind = row.Code(
                "loai_doi_tuong", SubjectKindOf, "subject-kind-unknown", "The view knows 1 (person) and 2 (enterprise); ask its owner."),
            Name = row.OptionalText("chu_dau_tu"),
            Email = row.OptionalText("email"),
            Phone = row.OptionalText("dien_thoai"),
            IdentityNumber = number,
            Identities = IdentityNumbers.Of(number),
        };
    }

    private static DossierStatus? StatusOf(string text) => Statuses.TryGetValue(VietnameseText.Key(text), out var status) ? status : null;

    private static SubjectKind? SubjectKindOf(string code) => code switch
    {
        "1" => SubjectKind.Person,
        "2" => SubjectKind.Enterprise,
        _ => null,
    };
}
