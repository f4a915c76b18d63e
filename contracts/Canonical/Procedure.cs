namespace IntegrationHub.Contracts;

/// <summary>
/// The administrative procedure (<i>thủ tục hành chính, TTHC</i>) that a dossier asks for. Names come from the national register
/// (code list <c>procedures.csv</c>), never from the source. Fields 2-5 of QCVN 120:2019 table 2.
/// </summary>
public sealed record Procedure
{
    /// <summary>The base code <c>d.dddddd</c>, without an agency suffix. Official field: <c>MaTTHC</c> (QCVN 120:2019, field 2).</summary>
    [Data(DataClass.Technical)]
    public required string Code { get; init; }

    /// <summary>The name in the register. Official field: <c>TenTTHC</c> (field 3).</summary>
    [Data(DataClass.Technical)]
    public required string Name { get; init; }

    /// <summary>
    /// The code of the sector (<i>lĩnh vực</i>), <c>MX1X2-LV…</c> (TT 01/2018 article 20). Official field: <c>MaLinhVuc</c> (field
    /// 4).
    /// </summary>
    [Data(DataClass.Technical)]
    public required string SectorCode { get; init; }

    /// <summary>The sector's name. Official field: <c>TenLinhVuc</c> (field 5).</summary>
    [Data(DataClass.Technical)]
    public required string SectorName { get; init; }
}
