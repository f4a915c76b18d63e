namespace IntegrationHub.Contracts;

/// <summary>A fee of the dossier. Official field: <c>DanhSachLePhi[]</c> (QCVN 120:2019, field 24).</summary>
public sealed record Fee
{
    /// <summary>Name of the fee. Official field: <c>TenPhiLePhi</c>.</summary>
    [Data(DataClass.Technical)]
    public required string Name { get; init; }

    /// <summary>Code of the fee. Official field: <c>MaPhiLePhi</c>.</summary>
    [Data(DataClass.Technical)]
    public string? Code { get; init; }

    /// <summary>
    /// How it is collected; the code list is not confirmed, so the source's value travels as it is. Official field:
    /// <c>HinhThucThu</c>.
    /// </summary>
    [Data(DataClass.Technical)]
    public string? CollectionMethod { get; init; }

    /// <summary>Amount in Vietnamese đồng, whole, not negative. Official field: <c>Gia</c>.</summary>
    [Data(DataClass.Technical)]
    public required decimal Amount { get; init; }

    /// <summary>
    /// Kind of fee; the code list is not confirmed, so the source's value travels as it is. Official field: <c>LoaiPhiLePhi</c>.
    /// </summary>
    [Data(DataClass.Technical)]
    public string? Kind { get; init; }
}
