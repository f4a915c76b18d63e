namespace IntegrationHub.Contracts;

/// <summary>
/// One round in which the applicant was asked to supplement papers. Official field: <c>DanhSachHoSoBoSung[]</c> (QCVN 120:2019, field
/// 26).
/// </summary>
public sealed record SupplementRound
{
    /// <summary>The round's id at the source. Official field: <c>HoSoBoSungId</c>.</summary>
    [Data(DataClass.Technical)]
    public required string Id { get; init; }

    /// <summary>Officer who asked. Official field: <c>NguoiYeuCauBoSung</c>.</summary>
    [Data(DataClass.Personal)]
    public string? RequestedBy { get; init; }

    /// <summary>What is asked for. Official field: <c>NoiDungBoSung</c>.</summary>
    [Data(DataClass.Personal)]
    public string? Content { get; init; }

    /// <summary>When it was asked. Official field: <c>NgayBoSung</c>. On the wire: yyyyMMddHHmmss at UTC+7, whole seconds.</summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>Officer who took the supplement. Official field: <c>NguoiTiepNhanBoSung</c>.</summary>
    [Data(DataClass.Personal)]
    public string? ReceivedBy { get; init; }

    /// <summary>Note at receipt. Official field: <c>ThongTinTiepNhan</c>.</summary>
    [Data(DataClass.Personal)]
    public string? ReceiptNote { get; init; }

    /// <summary>
    /// When the supplement arrived. Official field: <c>NgayTiepNhanBoSung</c>. On the wire: yyyyMMddHHmmss at UTC+7, whole seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Whether the round is complete. Official field: <c>TrangThaiBoSung</c>, "True" or "False".</summary>
    [Data(DataClass.Technical)]
    public bool? Complete { get; init; }

    /// <summary>Papers supplemented. Official field: <c>DanhSachGiayToBoSung[]</c>.</summary>
    [Data(DataClass.Personal)]
    public IReadOnlyList<OtherAttachment> Papers { get; init; } = [];

    /// <summary>Fees supplemented. Official field: <c>DanhSachLePhiBoSung[]</c>.</summary>
    [Data(DataClass.Technical)]
    public IReadOnlyList<Fee> Fees { get; init; } = [];

    /// <summary>
    /// Promised date before the round. Official field: <c>NgayHenTraTruoc</c>. On the wire: yyyyMMddHHmmss at UTC+7, whole seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? PromisedBefore { get; init; }

    /// <summary>
    /// Promised date after the round. Official field: <c>NgayHenTraMoi</c>. On the wire: yyyyMMddHHmmss at UTC+7, whole seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? PromisedAfter { get; init; }
}
