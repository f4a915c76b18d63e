using System.ComponentModel.DataAnnotations;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>Settings of the target, section <c>Settlement</c>. A class, not a record: nothing may print it.</summary>
internal sealed class SettlementOptions : IValidatableObject
{
    /// <summary>The only host that is ever called; its path is kept, <c>https://tthc.example/adapter</c>.</summary>
    [Required]
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Takes <c>http://</c> to another machine too: the password and every dossier then travel so that whoever is on the way can read
    /// and change them. Only for a test system, or where something else encrypts the way.
    /// </summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>Where to sign in, below the base address.</summary>
    [Required]
    public string AuthPath { get; set; } = "auth";

    /// <summary>Where the packets go, below the base address.</summary>
    [Required]
    public string ServicePath { get; set; } = "service";

    [Required]
    public string? User { get; set; }

    [Required, Secret]
    public string? Password { get; set; }

    /// <summary><c>madonvi</c>; one for each account.</summary>
    [Required]
    public string? Agency { get; set; }

    /// <summary><c>dstcode</c>, for the adapters that ask for it.</summary>
    public string? DestinationCode { get; set; }

    /// <summary>Which profile to speak; <c>Auto</c> asks the target at every sign-in.</summary>
    public ProfileChoice Profile { get; set; } = ProfileChoice.Auto;

    /// <summary>How long one call may take, from the first byte sent to the last byte read.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Connections to the target at most.</summary>
    [Range(1, 256)]
    public int MaxConnections { get; set; } = 32;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseAddress is not { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" })
            yield return new("must be http(s)://host[:port][/path], without user, query or fragment.", [nameof(BaseAddress)]);
        else if (!AllowPlainHttp && SourceHttp.ProblemOf(BaseAddress) is { } problem)
            yield return new($"{problem} (AllowPlainHttp lifts that; anyone on the way can then read it all.)", [nameof(BaseAddress)]);
        if (!IsBelow(AuthPath))
            yield return new("must be a path below BaseAddress, for example auth.", [nameof(AuthPath)]);
        if (!IsBelow(ServicePath))
            yield return new("must be a path below BaseAddress, for example service.", [nameof(ServicePath)]);
    }

    private static bool IsBelow(string path) => path.Split('/') is var parts && Array.TrueForAll(parts, IsSegment);

    private static bool IsSegment(string part) =>
        part is not ("" or "." or "..") && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~');
}

/// <summary>Which profile the hub speaks with the target.</summary>
internal enum ProfileChoice
{
    /// <summary>Ask the target.</summary>
    Auto,

    /// <summary>Basic, without asking.</summary>
    Basic,

    /// <summary>Extended; a target that answers otherwise is a fault.</summary>
    Extended,
}
