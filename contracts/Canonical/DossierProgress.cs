namespace IntegrationHub.Contracts;

/// <summary>
/// One processing step of a dossier: the 9 fields of <c>CapNhatTienDoHoSoMC</c> (QCVN 120:2019/BTTTT; its table was not read, the
/// names are those in use). Identified by all its values; appended, never changed, and never itself a change of the dossier's status.
/// </summary>
public sealed record DossierProgress : CanonicalRecord
{
    /// <summary>Officer, at most 50 characters. Official field: <c>NguoiXuLy</c> (field 2).</summary>
    [Data(DataClass.Personal)]
    public string? Officer { get; init; }

    /// <summary>The officer's title. Official field: <c>ChucDanh</c> (field 3).</summary>
    [Data(DataClass.Technical)]
    public string? Title { get; init; }

    /// <summary>
    /// When the step was taken. Official field: <c>ThoiDiemXuLy</c> (field 4). On the wire: yyyyMMddHHmmss at UTC+7, whole seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public required DateTimeOffset At { get; init; }

    /// <summary>The office that took it. Official field: <c>PhongBanXuLy</c> (field 5).</summary>
    [Data(DataClass.Technical)]
    public string? Office { get; init; }

    /// <summary>What was done. Official field: <c>NoiDungXuLy</c> (field 6).</summary>
    [Data(DataClass.Personal)]
    public string? Content { get; init; }

    /// <summary>The status after the step. Official field: <c>TrangThai</c> (field 7).</summary>
    [Data(DataClass.Technical)]
    public required DossierStatus Status { get; init; }

    /// <summary>
    /// When the step began. Official field: <c>NgayBatDau</c> (field 8). On the wire: yyyyMMddHHmmss at UTC+7, whole seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>
    /// By when it must end. Official field: <c>NgayKetThucTheoQuyDinh</c> (field 9). On the wire: yyyyMMddHHmmss at UTC+7, whole
    /// seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? DueAt { get; init; }
}
