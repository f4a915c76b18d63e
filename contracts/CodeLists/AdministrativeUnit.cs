namespace IntegrationHub.Contracts;

/// <summary>A province, a district (until 30/6/2025) or a commune.</summary>
/// <param name="Code">The code of the statistics office: 2 digits of a province, 3 of a district, 5 of a commune.</param>
/// <param name="Name">The name with its kind, for example <i>Phường Thành Vinh</i>.</param>
/// <param name="Level">Its level.</param>
/// <param name="ProvinceCode">The province that it lies in; <see langword="null"/> for a province.</param>
/// <param name="Validity">When the unit exists under this code.</param>
public sealed record AdministrativeUnit(string Code, string Name, UnitLevel Level, string? ProvinceCode, Validity Validity);

/// <summary>The level of an administrative unit.</summary>
public enum UnitLevel
{
    /// <summary>A province or a city under the government.</summary>
    Province,

    /// <summary>A district; the level ended on 30/6/2025.</summary>
    District,

    /// <summary>A commune, ward, township or special zone.</summary>
    Commune,
}
