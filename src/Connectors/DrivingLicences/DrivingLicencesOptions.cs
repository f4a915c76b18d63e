using System.ComponentModel.DataAnnotations;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.DrivingLicences;

/// <summary>Settings of the driving licences connector, <c>Connectors:driving-licences</c>.</summary>
internal sealed class DrivingLicencesOptions : IValidatableObject
{
    public const int DefaultWindowDays = 7;
    public const int DefaultPageSize = 500;

    /// <summary>Address of the licence system, below which <c>/gplx/api/…</c> lies; the only host this connector calls.</summary>
    [Required]
    public Uri? Address { get; set; }

    /// <summary>Account of the hub.</summary>
    [Required]
    public string? Username { get; set; }

    /// <summary>Its password, by reference.</summary>
    [Secret]
    [Required]
    public string? Password { get; set; }

    /// <summary>Code of the unit whose dossiers are read (<c>donViXuLy</c>). Default: H40.21.</summary>
    [Required]
    public string Agency { get; set; } = "H40.21";

    /// <summary>The first day that is read when nothing has been read before. Default: 2026-01-01.</summary>
    public DateOnly StartDate { get; set; } = new(2026, 1, 1);

    /// <summary>Days asked for at once. Default: 7.</summary>
    [Range(1, 31)]
    public int WindowDays { get; set; } = DefaultWindowDays;

    /// <summary>Records a page; the licence system gives at most 1,000. Default: 500.</summary>
    [Range(1, 1000)]
    public int PageSize { get; set; } = DefaultPageSize;

    /// <summary>How long one call may take. Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address is not null && SourceHttp.ProblemOf(Address) is { } problem)
            yield return new(problem, [nameof(Address)]);
    }
}
