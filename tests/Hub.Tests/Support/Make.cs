namespace IntegrationHub.Hub.Tests.Support;

/// <summary>Canonical records for tests; generated, impossible data.</summary>
internal static class Make
{
    public static readonly DateTimeOffset Day = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    public static Func<SourceRecord, MapResult> Dossier(
        string number, DossierStatus status = DossierStatus.Received, string note = "", TimeSpan? after = null) =>
        record => new MapResult.Mapped(Whole(record, number, status, note, Day + (after ?? TimeSpan.Zero)));

    public static Func<SourceRecord, MapResult> DossierWithProgress(string number, int rows) =>
        record => new MapResult.Mapped(
        [
            Whole(record, number, DossierStatus.InProcess, "", Day),
            .. Enumerable.Range(0, rows).Select(i => Step(record, number, i)),
        ]);

    public static Func<SourceRecord, MapResult> Change(string number, DossierStatus status, TimeSpan after, params DossierStatus[] unless) =>
        record => new MapResult.Mapped(new DossierChange
        {
            Envelope = record.Envelope(Day + after),
            Number = number,
            Status = status,
            Condition = unless.Length == 0 ? null : new() { Unless = unless },
        });

    public static Func<SourceRecord, MapResult> Progress(string number, int step) => record => new MapResult.Mapped(Step(record, number, step));

    public static Func<SourceRecord, MapResult> Rejected(string code) => _ => new MapResult.Rejected(code, "/x", "Mend it at the source.");

    public static Dossier Whole(SourceRecord record, string number, DossierStatus status, string note, DateTimeOffset time) => new()
    {
        Envelope = record.Envelope(time),
        Number = number,
        Procedure = new() { Code = "1.013227", Name = "Gia hạn giấy phép xây dựng", SectorCode = "G09-XD", SectorName = "Xây dựng" },
        Applicant = new() { Kind = SubjectKind.Person, Name = "Nguyễn Văn Mẫu" },
        Abstract = "Gia hạn",
        ReceivedAt = Day,
        Status = status,
        FinishedAt = status is DossierStatus.Processed or DossierStatus.Returned ? Day.AddHours(1) : null,
        ReturnedAt = status is DossierStatus.Returned ? Day.AddHours(2) : null,
        Handover = Handover.InPerson,
        Agency = "Sở Xây dựng",
        Note = note,
    };

    private static DossierProgress Step(SourceRecord record, string number, int step) => new()
    {
        Envelope = record.Envelope(Day.AddMinutes(step)),
        Number = number,
        Officer = "Trần Thị Mẫu",
        At = Day.AddMinutes(step),
        Content = $"Bước {step}",
        Status = DossierStatus.InProcess,
    };

    /// <summary>A dossier as the settlement system's counter wrote it.</summary>
    public static string Base(string number, string status = "2") =>
        $"{{\"MaHoSo\":\"{number}\",\"MaTTHC\":\"1.013978\",\"TenTTHC\":\"Đăng ký đất đai\",\"TrangThaiHoSo\":\"{status}\","
        + "\"TrichYeuHoSo\":\"x\",\"GhiChu\":\"\",\"DanhSachLePhi\":[],\"RiengCuaHeThong\":\"giữ nguyên\"}";
}
