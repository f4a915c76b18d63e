namespace IntegrationHub.Contracts;

/// <summary>
/// What a source knows of a dossier that it does not own: those of its 27 fields (QCVN 120:2019 table 2) that changed, nothing else.
/// <see langword="null"/> means <i>not known here</i>, never <i>empty</i>. Land registry, tax and others know no more than this.
/// </summary>
public sealed record DossierChange : CanonicalRecord
{
    /// <summary>Applies only if the dossier's status at the event time allows it; <see langword="null"/>: always.</summary>
    [Data(DataClass.Technical)]
    public StatusCondition? Condition { get; init; }

    /// <summary>The new status. Official field: <c>TrangThaiHoSo</c> (QCVN 120:2019, field 16).</summary>
    [Data(DataClass.Technical)]
    public DossierStatus? Status { get; init; }

    /// <summary>
    /// The new promised date. Official field: <c>NgayHenTra</c> (field 15). On the wire: yyyyMMddHHmmss at UTC+7, whole seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? PromisedAt { get; init; }

    /// <summary>
    /// When processing ended. Official field: <c>NgayKetThucXuLy</c> (field 20). On the wire: yyyyMMddHHmmss at UTC+7, whole
    /// seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>
    /// When the result was handed over. Official field: <c>NgayTra</c> (field 17). On the wire: yyyyMMddHHmmss at UTC+7, whole
    /// seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>How and to whom the result was handed over. Official field: <c>ThongTinTra</c> (field 18).</summary>
    [Data(DataClass.Personal)]
    public string? ReturnNote { get; init; }

    /// <summary>Note, at most 500 characters. Official field: <c>GhiChu</c> (field 22).</summary>
    [Data(DataClass.Personal)]
    public string? Note { get; init; }

    /// <summary>The whole list of fees, which replaces the present one. Official field: <c>DanhSachLePhi[]</c> (field 24).</summary>
    [Data(DataClass.Technical)]
    public IReadOnlyList<Fee>? Fees { get; init; }

    /// <summary>
    /// The whole list of supplement rounds, which replaces the present one. Official field: <c>DanhSachHoSoBoSung[]</c> (field 26).
    /// </summary>
    [Data(DataClass.Personal)]
    public IReadOnlyList<SupplementRound>? Supplements { get; init; }

    /// <summary>
    /// The whole list of results, which replaces the present one. Official field: <c>DanhSachGiayToKetQua[]</c> (field 27).
    /// </summary>
    [Data(DataClass.Personal)]
    public IReadOnlyList<ResultPaper>? Results { get; init; }
}

/// <summary>A condition on the status that a dossier has when the change is applied.</summary>
public sealed record StatusCondition
{
    /// <summary>
    /// The change is passed over while the dossier has one of these statuses ("4, unless the dossier is already 5, 9 or 10");
    /// at least one.
    /// </summary>
    [Data(DataClass.Technical)]
    public required IReadOnlyList<DossierStatus> Unless { get; init; }
}
