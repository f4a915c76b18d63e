using System.ComponentModel.DataAnnotations;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub;

/// <summary>The hub's own settings, section <c>Hub</c>.</summary>
public sealed class HubOptions : IValidatableObject
{
    /// <summary>Where the ledger is when nothing is said.</summary>
    public const string DefaultStore = "sqlite:hub.db";

    /// <summary>How many ranges are delivered in parallel when nothing is said.</summary>
    public const int DefaultWorkers = 4;

    /// <summary>Below how much room for the ledger, in MiB, no source is read when nothing is said.</summary>
    public const int DefaultLowSpaceMiB = 512;

    /// <summary>The waits between attempts when nothing is said: 5 s, then 1 min to 24 h.</summary>
    public static readonly IReadOnlyList<TimeSpan> DefaultBackoff =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <summary>The ledger: <c>sqlite:PATH</c>, or <c>postgres:CONNECTION</c> as Npgsql understands it.</summary>
    [Required]
    public string Store { get; set; } = DefaultStore;

    /// <summary>The password to PostgreSQL.</summary>
    [Secret]
    public string? StorePassword { get; set; }

    /// <summary>Whether connectors run by their schedules. Off: only by command or callback.</summary>
    public bool Schedule { get; set; } = true;

    /// <summary>When the hub reconciles by itself, a Quartz cron expression. Ignored when <see cref="Schedule"/> is off.</summary>
    [Required]
    public string ReconcileSchedule { get; set; } = "0 30 1 * * ?";

    /// <summary>How many ranges are delivered in parallel.</summary>
    [Range(1, 32)]
    public int Workers { get; set; } = DefaultWorkers;

    /// <summary>How long calls to the target may go on when the server is told to stop; then they are given up.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The waits of the outbox between attempts, in order; the last one is repeated.</summary>
    [Length(1, 20)]
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public IReadOnlyList<TimeSpan>? Backoff { get; set; }

    /// <summary>How often entries in quarantine that are due are tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan ReleaseEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a lease lasts that nobody prolongs: so long the work of a process that died waits for another one.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:05:00")]
    public TimeSpan LeaseTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How large the ledger may become, in MiB; not set: as large as its volume lets it. Ignored on PostgreSQL.</summary>
    [Range(16, 1 << 24)]
    public int? LedgerQuotaMiB { get; set; }

    /// <summary>
    /// Below how much room for the ledger, in MiB, no source is read: what is there is delivered, and the hub is not ready until there is
    /// room again. 0: sources are read until nothing can be written. Ignored on PostgreSQL, whose volume the hub does not see.
    /// </summary>
    [Range(0, 1 << 20)]
    public int LowSpaceMiB { get; set; } = DefaultLowSpaceMiB;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LedgerDatabases.Problem(Store, StorePassword) is { } problem)
            yield return new(problem, [nameof(Store)]);
    }

    /// <summary>The waits in use.</summary>
    internal IReadOnlyList<TimeSpan> Waits => Backoff is { Count: > 0 } steps ? steps : DefaultBackoff;
}
