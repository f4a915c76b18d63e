namespace IntegrationHub.Contracts;

/// <summary>
/// How long the texts of the packet may be, in Unicode characters: what the receiving software is known to store; and between which
/// years its dates lie. A longer text is refused and never cut. Members that are not listed have no known limit.
/// </summary>
public static class Limits
{
    /// <summary>The first year of any date. Earlier ones are the empty dates of some software (0001, 1753, 1899), not dates.</summary>
    public const int FirstYear = 1900;

    /// <summary>
    /// The last year of any date. Later ones stand for "never" (9999), and the calendar's end cannot be told in UTC+7.
    /// </summary>
    public const int LastYear = 2200;

    /// <summary><c>MaHoSo</c>.</summary>
    public const int Number = 50;

    /// <summary>The source's own key of a record.</summary>
    public const int SourceKey = 200;

    /// <summary><c>MaLinhVuc</c>.</summary>
    public const int SectorCode = 50;

    /// <summary><c>TenLinhVuc</c>.</summary>
    public const int SectorName = 500;

    /// <summary><c>ChuHoSo</c>.</summary>
    public const int ApplicantName = 500;

    /// <summary><c>Email</c>.</summary>
    public const int Email = 100;

    /// <summary><c>SoDienThoai</c>.</summary>
    public const int Phone = 50;

    /// <summary><c>SoGiayToChuHoSo</c>.</summary>
    public const int IdentityNumber = 100;

    /// <summary><c>TrichYeuHoSo</c>.</summary>
    public const int Abstract = 1000;

    /// <summary><c>GhiChu</c>.</summary>
    public const int Note = 500;

    /// <summary><c>TaiLieuNop.TenTepDinhKem</c>.</summary>
    public const int PaperName = 4000;

    /// <summary><c>DanhSachGiayToKetQua.TenGiayTo</c>.</summary>
    public const int ResultName = 2000;

    /// <summary><c>NguoiXuLy</c> of a progress row.</summary>
    public const int Officer = 50;

    /// <summary>Whether an instant can be one: between <see cref="FirstYear"/> and <see cref="LastYear"/>, both included, in UTC.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>Whether it lies between them.</returns>
    public static bool Allow(DateTimeOffset instant) => Allow(instant.UtcDateTime.Year);

    /// <summary>Whether a day can be one: between <see cref="FirstYear"/> and <see cref="LastYear"/>, both included.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether it lies between them.</returns>
    public static bool Allow(DateOnly day) => Allow(day.Year);

    /// <summary>Whether a date can be one, as far as it is known.</summary>
    /// <param name="date">The date.</param>
    /// <returns>Whether it lies between <see cref="FirstYear"/> and <see cref="LastYear"/>, both included.</returns>
    public static bool Allow(PartialDate date) => Allow(date.Year);

    private static bool Allow(int year) => year is >= FirstYear and <= LastYear;
}
