namespace IntegrationHub.Contracts;

/// <summary>
/// A whole dossier (<i>hồ sơ</i>): the 27 fields of <c>DongBoHoSoMC</c> (QCVN 120:2019 table 2), typed, with an extension block.
/// Sent by the connector that owns the dossier. Instants carry an offset; text is NFC.
/// </summary>
public sealed record Dossier : CanonicalRecord
{
    /// <summary>
    /// What is asked for. Official fields: <c>MaTTHC</c>, <c>TenTTHC</c>, <c>MaLinhVuc</c>, <c>TenLinhVuc</c> (fields 2-5).
    /// </summary>
    [Data(DataClass.Technical)]
    public required Procedure Procedure { get; init; }

    /// <summary>
    /// Who asks. Official fields: <c>ChuHoSo</c>, <c>LoaiDoiTuong</c>, <c>MaDoiTuong</c>, <c>Email</c>, <c>Fax</c>,
    /// <c>SoDienThoai</c> (fields 6-8, 10-12).
    /// </summary>
    [Data(DataClass.Personal)]
    public required Party Applicant { get; init; }

    /// <summary>Anything else. Official field: <c>ThongTinKhac</c> (field 9).</summary>
    [Data(DataClass.Personal)]
    public string? OtherInformation { get; init; }

    /// <summary>What the dossier is about, 1-1,000 characters. Official field: <c>TrichYeuHoSo</c> (field 13).</summary>
    [Data(DataClass.Personal)]
    public required string Abstract { get; init; }

    /// <summary>
    /// When it was received; unknown only at <see cref="DossierStatus.Filed"/> and <see cref="DossierStatus.Refused"/>. Official
    /// field: <c>NgayTiepNhan</c> (field 14). On the wire: yyyyMMddHHmmss at UTC+7, whole seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>
    /// When the result is promised; some procedures have none. Official field: <c>NgayHenTra</c> (field 15). On the wire:
    /// yyyyMMddHHmmss at UTC+7, whole seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? PromisedAt { get; init; }

    /// <summary>Where it stands. Official field: <c>TrangThaiHoSo</c> (field 16).</summary>
    [Data(DataClass.Technical)]
    public required DossierStatus Status { get; init; }

    /// <summary>
    /// When the result was handed over; known at <see cref="DossierStatus.Returned"/>. Official field: <c>NgayTra</c> (field 17). On
    /// the wire: yyyyMMddHHmmss at UTC+7, whole seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>How and to whom the result was handed over. Official field: <c>ThongTinTra</c> (field 18).</summary>
    [Data(DataClass.Personal)]
    public string? ReturnNote { get; init; }

    /// <summary>How the result is to be handed over. Official field: <c>HinhThuc</c> (field 19).</summary>
    [Data(DataClass.Technical)]
    public required Handover Handover { get; init; }

    /// <summary>
    /// When processing ended, which the on-time test uses; known at <see cref="DossierStatus.Processed"/> and <see
    /// cref="DossierStatus.Returned"/>. Official field: <c>NgayKetThucXuLy</c> (field 20). On the wire: yyyyMMddHHmmss at UTC+7,
    /// whole seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Name of the unit that settles it. Official field: <c>DonViXuLy</c> (field 21).</summary>
    [Data(DataClass.Technical)]
    public required string Agency { get; init; }

    /// <summary>Note, at most 500 characters. Official field: <c>GhiChu</c> (field 22).</summary>
    [Data(DataClass.Personal)]
    public string? Note { get; init; }

    /// <summary>Submitted papers, in order. Official field: <c>TaiLieuNop[]</c> (field 23).</summary>
    [Data(DataClass.Personal)]
    public IReadOnlyList<SubmittedPaper> Papers { get; init; } = [];

    /// <summary>Fees, in order. Official field: <c>DanhSachLePhi[]</c> (field 24).</summary>
    [Data(DataClass.Technical)]
    public IReadOnlyList<Fee> Fees { get; init; } = [];

    /// <summary>Other attachments, in order. Official field: <c>DanhSachTepDinhKemKhac[]</c> (field 25).</summary>
    [Data(DataClass.Personal)]
    public IReadOnlyList<OtherAttachment> OtherAttachments { get; init; } = [];

    /// <summary>Supplement rounds, in order. Official field: <c>DanhSachHoSoBoSung[]</c> (field 26).</summary>
    [Data(DataClass.Personal)]
    public IReadOnlyList<SupplementRound> Supplements { get; init; } = [];

    /// <summary>Results, in order. Official field: <c>DanhSachGiayToKetQua[]</c> (field 27).</summary>
    [Data(DataClass.Personal)]
    public IReadOnlyList<ResultPaper> Results { get; init; } = [];

    /// <summary>The extension block of later fields.</summary>
    [Data(DataClass.Technical)]
    public LaterFields Later { get; init; } = new();
}
