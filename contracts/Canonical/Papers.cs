namespace IntegrationHub.Contracts;

/// <summary>A file by reference: the bytes never travel in a record.</summary>
public sealed record FileReference
{
    /// <summary>
    /// Where the file can be fetched with the reader's own credentials; stable for the life of the record, for the packet's digest
    /// covers it. Official fields: <c>DuongDanTaiTepTin</c>, <c>DuongDanTepTinKetQua</c> (QCVN 120:2019, fields 23 and 27).
    /// </summary>
    [Data(DataClass.Personal)]
    public string? Address { get; init; }

    /// <summary>
    /// Lower-case hex SHA-256 of the bytes, if the source tells it. Not part of the settlement packet: checked, then dropped.
    /// </summary>
    [Data(DataClass.Technical)]
    public string? Sha256 { get; init; }

    /// <summary>Media type such as <c>application/pdf</c>, if known. Not part of the settlement packet: checked, then dropped.</summary>
    [Data(DataClass.Technical)]
    public string? MediaType { get; init; }
}

/// <summary>A submitted paper. Official field: <c>TaiLieuNop[]</c> (QCVN 120:2019, field 23).</summary>
public sealed record SubmittedPaper
{
    /// <summary>The attachment's id at the source. Official field: <c>TepDinhKemId</c>.</summary>
    [Data(DataClass.Technical)]
    public required string Id { get; init; }

    /// <summary>File name, at most 4,000 characters. Official field: <c>TenTepDinhKem</c>.</summary>
    [Data(DataClass.Personal)]
    public required string Name { get; init; }

    /// <summary>Whether the paper was taken back. Official field: <c>IsDeleted</c>, "True" or "False".</summary>
    [Data(DataClass.Technical)]
    public bool Deleted { get; init; }

    /// <summary>Component code of the procedure. Official field: <c>MaThanhPhanHoSo</c>.</summary>
    [Data(DataClass.Technical)]
    public string? ComponentCode { get; init; }

    /// <summary>The file. Official field: <c>DuongDanTaiTepTin</c>.</summary>
    [Data(DataClass.Personal)]
    public required FileReference File { get; init; }

    /// <summary>Whether it is digitised. Field: <c>DuocSoHoa</c> (later field, seen in use), "1" or "0".</summary>
    [Data(DataClass.Technical)]
    public bool? Digitised { get; init; }

    /// <summary>
    /// Whether a paper that the state already has was used again. Field: <c>DuocTaiSuDung</c> (later field, seen in use).
    /// </summary>
    [Data(DataClass.Technical)]
    public PaperReuse? Reuse { get; init; }

    /// <summary>
    /// Whether it came from the national store of digital papers. Field: <c>DuocLayTuKhoDMQG</c> (later field, seen in use), "1" or
    /// "0".
    /// </summary>
    [Data(DataClass.Technical)]
    public bool? FromNationalStore { get; init; }

    /// <summary>Type code of the result that stands in for it. Field: <c>MaKetQuaThayThe</c> (later field, seen in use).</summary>
    [Data(DataClass.Technical)]
    public string? ReplacedBy { get; init; }
}

/// <summary>Another attachment, counted but not sent. Official field: <c>DanhSachTepDinhKemKhac[]</c> (QCVN 120:2019, field 25).</summary>
public sealed record OtherAttachment
{
    /// <summary>Name of the paper. Official field: <c>TenGiayTo</c>.</summary>
    [Data(DataClass.Personal)]
    public required string Name { get; init; }

    /// <summary>How many copies. Official field: <c>SoLuong</c>.</summary>
    [Data(DataClass.Technical)]
    public int? Count { get; init; }

    /// <summary>Kind of paper, as the source says. Official field: <c>LoaiGiayTo</c>.</summary>
    [Data(DataClass.Technical)]
    public string? Kind { get; init; }
}

/// <summary>
/// A result of the procedure: a document that can be fetched, never a number alone and never a submitted paper. Official field:
/// <c>DanhSachGiayToKetQua[]</c> (QCVN 120:2019, field 27).
/// </summary>
public sealed record ResultPaper
{
    /// <summary>Name of the result, at most 2,000 characters. Official field: <c>TenGiayTo</c>.</summary>
    [Data(DataClass.Personal)]
    public required string Name { get; init; }

    /// <summary>Component code. Official field: <c>MaThanhPhanHoSo</c>.</summary>
    [Data(DataClass.Technical)]
    public string? ComponentCode { get; init; }

    /// <summary>The result's id or number at the source. Official field: <c>GiayToId</c>.</summary>
    [Data(DataClass.Personal)]
    public string? Id { get; init; }

    /// <summary>The file. Official field: <c>DuongDanTepTinKetQua</c>.</summary>
    [Data(DataClass.Personal)]
    public FileReference File { get; init; } = new();

    /// <summary>
    /// Result type code <c>KQ.…</c> of the national register. Official field: <c>MaGiayToKetQua</c> (later field, seen in use).
    /// </summary>
    [Data(DataClass.Technical)]
    public string? ResultCode { get; init; }

    /// <summary>Number and symbol of the document. Field: <c>SoKyHieu</c> (later field, seen in use).</summary>
    [Data(DataClass.Personal)]
    public string? Symbol { get; init; }

    /// <summary>What the document is about. Field: <c>TrichYeuNoiDung</c> (later field, seen in use).</summary>
    [Data(DataClass.Personal)]
    public string? Abstract { get; init; }

    /// <summary>Who issued it. Field: <c>CoQuanBanHanh</c> (later field, seen in use).</summary>
    [Data(DataClass.Technical)]
    public string? IssuedBy { get; init; }

    /// <summary>The day of issue. Field: <c>NgayBanHanh</c> (later field, seen in use), its first moment as yyyyMMddHHmmss.</summary>
    [Data(DataClass.Technical)]
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Who signed it. Field: <c>NguoiKy</c> (later field, seen in use).</summary>
    [Data(DataClass.Personal)]
    public string? SignedBy { get; init; }

    /// <summary>
    /// Identity number of the person or firm whose document it is. Field: <c>SoDinhDanhChuSoHuu</c> (later field, seen in use).
    /// </summary>
    [Data(DataClass.Personal)]
    public string? OwnerNumber { get; init; }

    /// <summary>
    /// How long it is valid; no form is agreed, so the source's text travels as it is. Field: <c>ThoiHanHieuLuc</c> (later field,
    /// seen in use).
    /// </summary>
    [Data(DataClass.Technical)]
    public string? ValidFor { get; init; }

    /// <summary>
    /// Where it is valid; no form is agreed, so the source's text travels as it is. Field: <c>PhamViHieuLuc</c> (later field, seen in
    /// use).
    /// </summary>
    [Data(DataClass.Technical)]
    public string? ValidWhere { get; init; }
}
