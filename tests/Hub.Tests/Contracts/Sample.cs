namespace IntegrationHub.Hub.Tests.Contracts;

/// <summary>Records that keep the contract, with every member set somewhere. Generated persons, impossible numbers.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    public static Envelope Origin { get; } = new()
    {
        Source = "driving-licences",
        Stream = "dossiers",
        SourceKey = "H40.21-260302-0041",
        SourceVersion = "3",
        EventTime = Local(2026, 3, 9, 15, 0),
        CorrelationId = "01J0000000000000000000000A",
    };

    public static Dossier Whole { get; } = new()
    {
        Envelope = Origin,
        Number = "H40.21-260302-0041",
        Procedure = new() { Code = "1.002820", Name = "Cấp lại Giấy phép lái xe", SectorCode = "G01-GPLX", SectorName = "Sát hạch, cấp giấy phép lái xe" },
        Applicant = new()
        {
            Kind = SubjectKind.Person,
            Name = "Nguyễn Văn Mẫu",
            AccountId = "TECH-0041",
            Email = "mau@dan.example",
            Phone = "0900000041",
            BirthDate = PartialDate.TryCreate(1987, 5, null, out var birth) ? birth : null,
            IdentityNumber = "999087000041",
            Identities =
            [
                new() { Kind = IdentityKind.PersonalNumber, Number = "999087000041" },
                new() { Kind = IdentityKind.OldIdentityCard, Number = "999000041" },
            ],
        },
        OtherInformation = "Hạng A1",
        Abstract = "Cấp lại Giấy phép lái xe hạng A1",
        ReceivedAt = Local(2026, 3, 2, 8, 15),
        PromisedAt = Local(2026, 3, 9, 17, 0),
        Status = DossierStatus.Returned,
        ReturnedAt = new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.Zero),
        ReturnNote = "Trả tại quầy",
        Handover = Handover.ByPost,
        FinishedAt = Local(2026, 3, 8, 23, 59),
        Agency = "Sở Xây dựng",
        Note = "Ghi chú",
        Papers =
        [
            new()
            {
                Id = "1", Name = "don.pdf", Deleted = true, ComponentCode = "TP01",
                File = new() { Address = "https://files.example/41/1", Sha256 = new('0', 64), MediaType = "application/pdf" },
            },
        ],
        Fees = [new() { Name = "Lệ phí cấp giấy phép lái xe", Code = "LP1", CollectionMethod = "1", Amount = 135_000.00m, Kind = "1" }],
        OtherAttachments = [new() { Name = "Ảnh thẻ", Count = 2, Kind = "Bản chính" }],
        Supplements =
        [
            new()
            {
                Id = "BS1", RequestedBy = "Trần Thị Mẫu", Content = "Bổ sung ảnh", RequestedAt = Local(2026, 3, 3, 9, 0), ReceivedBy = "Trần Thị Mẫu",
                ReceiptNote = "Đủ", ReceivedAt = Local(2026, 3, 4, 9, 0), Complete = true, Papers = [new() { Name = "Ảnh" }], Fees = [],
                PromisedBefore = Local(2026, 3, 8, 17, 0), PromisedAfter = Local(2026, 3, 9, 17, 0),
            },
        ],
        Results =
        [
            new()
            {
                Name = "Giấy phép lái xe", ComponentCode = "KQ01", Id = "GPLX-41",
                File = new() { Address = "https://files.example/41/kq" }, ResultCode = "KQ.G01.000041",
            },
        ],
        Later = new() { Channel = Channel.Online, FiledAt = Local(2026, 3, 1, 20, 0), RefusedAt = null },
    };

    public static Dossier Bare { get; } = new()
    {
        Envelope = Origin with { Source = "construction-permits", SourceVersion = null, SourceKey = "000.00.13.H40-260115-0007" },
        Number = "000.00.13.H40-260115-0007",
        Procedure = CodeLists.ProcedureOf("1.013227")!,
        Applicant = new() { Kind = SubjectKind.Enterprise },
        Abstract = "Gia hạn giấy phép xây dựng nhà ở",
        Status = DossierStatus.Filed,
        Handover = Handover.InPerson,
        Agency = "UBND xã Vĩnh Tường",
    };

    public static DossierChange Change { get; } = new()
    {
        Envelope = Origin with { Source = "land-registry", Stream = "callbacks", SourceKey = "H40.15-260302-0007", SourceVersion = null },
        Number = "H40.15-260302-0007",
        Condition = new() { Unless = [DossierStatus.SupplementRequested, DossierStatus.Processed, DossierStatus.Returned] },
        Status = DossierStatus.InProcess,
    };

    public static DossierProgress Progress { get; } = new()
    {
        Envelope = Origin,
        Number = "000.00.01.H40-260115-0007",
        Officer = "Trần Thị Mẫu",
        Title = "Chuyên viên",
        At = Local(2026, 1, 15, 9, 30),
        Office = "Bộ phận Một cửa",
        Content = "Tiếp nhận hồ sơ",
        Status = DossierStatus.Received,
        StartedAt = Local(2026, 1, 15, 8, 15),
        DueAt = Local(2026, 1, 16, 17, 0),
    };

    private static DateTimeOffset Local(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.FromHours(7));
}
