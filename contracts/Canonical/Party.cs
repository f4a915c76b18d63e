namespace IntegrationHub.Contracts;

/// <summary>
/// The owner of a dossier (<i>chủ hồ sơ</i>): who applies. What the source does not know stays empty; no placeholder is ever put in
/// its place. Fields 6-8 and 10-12 of QCVN 120:2019 table 2.
/// </summary>
public sealed record Party
{
    /// <summary>
    /// Whether a person, an enterprise, a state body or another organisation. Official field: <c>LoaiDoiTuong</c> (QCVN 120:2019,
    /// field 7).
    /// </summary>
    [Data(DataClass.Technical)]
    public required SubjectKind Kind { get; init; }

    /// <summary>Full name, NFC, at most 500 characters. Official field: <c>ChuHoSo</c> (field 6).</summary>
    [Data(DataClass.Personal)]
    public string? Name { get; init; }

    /// <summary>
    /// Account id (TechID) on the national portal, for online dossiers only. Official field: <c>MaDoiTuong</c> (field 8).
    /// </summary>
    [Data(DataClass.Personal)]
    public string? AccountId { get; init; }

    /// <summary>E-mail address, at most 100 characters. Official field: <c>Email</c> (field 10).</summary>
    [Data(DataClass.Personal)]
    public string? Email { get; init; }

    /// <summary>Fax number. Official field: <c>Fax</c> (field 11).</summary>
    [Data(DataClass.Personal)]
    public string? Fax { get; init; }

    /// <summary>Telephone number, at most 50 characters, leading zeros kept. Official field: <c>SoDienThoai</c> (field 12).</summary>
    [Data(DataClass.Personal)]
    public string? Phone { get; init; }

    /// <summary>
    /// Birth date as far as known. Not part of the settlement packet: checked, then dropped. Official field: <c>NgayThangNamSinh</c>
    /// (QCVN 109:2017).
    /// </summary>
    [Data(DataClass.Personal)]
    public PartialDate? BirthDate { get; init; }

    /// <summary>
    /// Number of the identity paper or tax code, as text, at most 100 characters. Official field: <c>SoGiayToChuHoSo</c> (later
    /// field, seen in use).
    /// </summary>
    [Data(DataClass.Personal)]
    public string? IdentityNumber { get; init; }

    /// <summary>The identity numbers of a person, by kind. Official field: <c>DinhDanhCHS</c> (later field, seen in use).</summary>
    [Data(DataClass.Personal)]
    public IReadOnlyList<Identity> Identities { get; init; } = [];
}

/// <summary>One identity number of a person. Official field: <c>DinhDanhCHS[]</c> (later field, seen in use).</summary>
public sealed record Identity
{
    /// <summary>Which number it is. Official field: <c>LoaiDinhDanh</c>.</summary>
    [Data(DataClass.Technical)]
    public required IdentityKind Kind { get; init; }

    /// <summary>
    /// The digits, leading zeros kept: 12 for <see cref="IdentityKind.PersonalNumber"/>, 9 for <see
    /// cref="IdentityKind.OldIdentityCard"/>. Official field: <c>SoDinhDanh</c>.
    /// </summary>
    [Data(DataClass.Personal)]
    public required string Number { get; init; }
}
