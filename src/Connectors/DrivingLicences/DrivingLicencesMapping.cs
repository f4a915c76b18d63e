using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.DrivingLicences;

/// <summary>What a record of the licence system means: the whole dossier and its processing steps.</summary>
internal static class DrivingLicencesMapping
{
    // The system says neither: only persons hold a licence, and it charges one fee.
    private const SubjectKind OnlyPersons = SubjectKind.Person;
    private const string FeeName = "Lệ phí cấp giấy phép lái xe";

    private const string AskTheOwner = "Ask the licence system's owner, or add it to the connector.";

    public static MapResult Map(SourceRecord record) => RecordReader.Map(record, licence =>
    {
        var number = licence.Number("MaHoSo");
        return new MapResult.Mapped(
            [DossierOf(record, licence, number), .. licence.List("TienDo", step => ProgressOf(record, step, number))]);
    });

    private static Dossier DossierOf(SourceRecord record, RecordReader licence, string number)
    {
        var procedure = licence.Procedure("MaTTHC");
        var channel = licence.Code("KenhThucHien", ChannelOf, "channel-unknown", AskTheOwner);
        return new()
        {
            Envelope = record.Envelope(licence.Instant("NgayCapNhat")),
            Number = number,
            Procedure = procedure!,
            Applicant = ApplicantOf(licence, channel),
            Abstract = AbstractOf(procedure, licence.OptionalText("HangGPLX")),
            Status = licence.Code("TrangThaiHoSo", StatusOf, "status-unknown", AskTheOwner),
            ReceivedAt = licence.OptionalInstant("NgayTiepNhan"),
            PromisedAt = licence.OptionalInstantOrDay("NgayHenTra"),
            FinishedAt = licence.OptionalInstant("NgayKetThucXuLy"),
            ReturnedAt = licence.OptionalInstant("NgayTra"),
            Handover = licence.Code("HinhThucNhanKQ", HandoverOf, "handover-unknown", AskTheOwner),
            Agency = licence.Text("TenDonViXuLy"),
            Papers = licence.List("TaiLieu", PaperOf),
            Fees = licence.OptionalAmount("LePhi") is { } amount ? [new() { Name = FeeName, Amount = amount }] : [],
            Results = licence.List("KetQua", ResultOf),
            Later = new() { Channel = channel, FiledAt = licence.OptionalInstant("NgayGuiHoSo") },
        };
    }

    private static Party ApplicantOf(RecordReader licence, Channel channel)
    {
        var number = licence.OptionalText("SoDinhDanh");
        return new()
        {
            Kind = OnlyPersons,
            Name = licence.OptionalText("ChuHoSo"),
            AccountId = channel == Channel.Online ? licence.OptionalText("MaDoiTuong") : null,
            Email = licence.OptionalText("Email"),
            Phone = licence.OptionalText("DienThoai"),
            IdentityNumber = number,
            Identities = IdentityNumbers.Of(number),
        };
    }

    private static string AbstractOf(Procedure? procedure, string? licenceClass) =>
        licenceClass is null ? $"{procedure?.Name}" : $"{procedure?.Name} hạng {licenceClass}";

    private static SubmittedPaper PaperOf(RecordReader paper) => new()
    {
        Id = paper.Text("Id"),
        Name = paper.Text("Ten"),
        File = new() { Address = paper.OptionalText("DuongDan") },
    };

    private static ResultPaper ResultOf(RecordReader result) => new()
    {
        Id = result.OptionalText("Ma"),
        Name = result.Text("Ten"),
        File = new() { Address = result.OptionalText("DuongDan") },
    };

    private static DossierProgress ProgressOf(SourceRecord record, RecordReader step, string number)
    {
        var at = step.Instant("ThoiDiem");
        return new()
        {
            Envelope = record.Envelope(at),
            Number = number,
            Officer = step.OptionalText("NguoiXuLy"),
            Title = step.OptionalText("ChucDanh"),
            At = at,
            Office = step.OptionalText("PhongBan"),
            Content = step.OptionalText("NoiDung"),
            Status = step.Code("TrangThai", StatusOf, "status-unknown", AskTheOwner),
            StartedAt = step.OptionalInstant("BatDau"),
            DueAt = step.OptionalInstantOrDay("HanXuLy"),
        };
    }

    private static DossierStatus? StatusOf(string code) => code switch
    {
        "1" or "2" or "3" or "4" or "5" or "6" or "7" or "8" or "9" => (DossierStatus)(code[0] - '0'),
        "10" => DossierStatus.Returned,
        _ => null,
    };

    private static Channel? ChannelOf(string code) => code switch
    {
        "1" => Channel.Counter,
        "2" => Channel.Online,
        "3" => Channel.Post,
        _ => null,
    };

    private static Handover? HandoverOf(string code) => code switch
    {
        "0" => Handover.InPerson,
        "1" => Handover.ByPost,
        _ => null,
    };
}
