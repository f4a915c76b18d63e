namespace IntegrationHub.Connectors.Sdk;

/// <summary>Which parts of a date are known. Sources say it beside the date (<c>loaiNgaySinh</c>); the number is their code.</summary>
public enum PartialDateKind
{
    /// <summary>0: year, month and day.</summary>
    Full = 0,

    /// <summary>1: the year alone.</summary>
    Year = 1,

    /// <summary>2: year and month.</summary>
    YearAndMonth = 2,
}
