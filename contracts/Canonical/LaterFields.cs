namespace IntegrationHub.Contracts;

/// <summary>
/// The extension block: fields that joined the packet after QCVN 120:2019 and for which no official text was found.
/// It carries a version of its own, so that a new official list can be added without touching connectors. Later fields that say
/// something of the owner, a paper or a result stand there: <c>SoGiayToChuHoSo</c> and <c>DinhDanhCHS</c> in <see cref="Party"/>,
/// <c>DuocSoHoa</c> and its like in <see cref="SubmittedPaper"/>, <c>MaGiayToKetQua</c> and its like in <see cref="ResultPaper"/>.
/// What is not known is left out of the packet; none is ever a constant, for provinces are scored by them.
/// </summary>
public sealed record LaterFields
{
    /// <summary>Version of this block: the month in which its fields were seen.</summary>
    [Data(DataClass.Technical)]
    public string Version { get; init; } = "2025-02";

    /// <summary>How the dossier was filed. Field: <c>KenhThucHien</c> (later field, seen in use).</summary>
    [Data(DataClass.Technical)]
    public Channel? Channel { get; init; }

    /// <summary>
    /// When it was filed, which is before it was received; never copied from the receipt. Field: <c>NgayNopHoSo</c> (later field,
    /// seen in use). On the wire: yyyyMMddHHmmss at UTC+7, whole seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? FiledAt { get; init; }

    /// <summary>
    /// When it was refused. Field: <c>NgayTuChoi</c> (later field, seen in use). On the wire: yyyyMMddHHmmss at UTC+7, whole
    /// seconds.
    /// </summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? RefusedAt { get; init; }

    /// <summary>
    /// Where it was filed; the code list is not confirmed, so the source's code travels as it is. Field: <c>NoiNopHoSo</c> (later
    /// field, seen in use).
    /// </summary>
    [Data(DataClass.Technical)]
    public string? FilingPlace { get; init; }

    /// <summary>
    /// Whether a component of it is digitised. Field: <c>HoSoCoThanhPhanSoHoa</c> (later field, seen in use), "1" or "0".
    /// </summary>
    [Data(DataClass.Technical)]
    public bool? HasDigitisedPapers { get; init; }

    /// <summary>
    /// Whether the account that filed it is verified with VNeID. Field: <c>TaiKhoanDuocXacThucVoiVNeID</c> (later field, seen in
    /// use), "1" or "0".
    /// </summary>
    [Data(DataClass.Technical)]
    public bool? AccountVerified { get; init; }

    /// <summary>
    /// How fees were paid: 0 none, 1 online, 3 otherwise were seen; the code list is not confirmed, so the source's code travels as
    /// it is. Field: <c>DuocThanhToanTrucTuyen</c> (later field, seen in use).
    /// </summary>
    [Data(DataClass.Technical)]
    public string? OnlinePayment { get; init; }

    /// <summary>
    /// The databases used for it; the code list is not confirmed, so the source's codes travel as they are. Field:
    /// <c>DSKetNoiCSDL.MaCSDL</c> (later field, seen in use).
    /// </summary>
    [Data(DataClass.Technical)]
    public IReadOnlyList<string>? Databases { get; init; }
}
