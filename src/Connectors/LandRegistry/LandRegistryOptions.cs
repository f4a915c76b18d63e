using System.ComponentModel.DataAnnotations;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.LandRegistry;

/// <summary>Settings of the land registry connector, <c>Connectors:land-registry</c>.</summary>
internal sealed class LandRegistryOptions
{
    public const int DefaultPageSize = 500;

    /// <summary>The secret that every callback carries as <c>SecurityCode</c>, by reference.</summary>
    [Secret]
    [Required]
    public string? Secret { get; set; }

    /// <summary>Journaled callbacks a page. Default: 500.</summary>
    [Range(1, 5000)]
    public int PageSize { get; set; } = DefaultPageSize;
}
