using System.ComponentModel.DataAnnotations;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.ConstructionPermits;

/// <summary>Settings of the construction permits connector, <c>Connectors:construction-permits</c>.</summary>
internal sealed class ConstructionPermitsOptions : IValidatableObject
{
    public const int DefaultPageSize = 500;

    /// <summary>The engine of the department's database. Default: Sqlite.</summary>
    public SqlEngine Engine { get; set; } = SqlEngine.Sqlite;

    /// <summary>Path of the database file, relative to the current folder. Needed for Sqlite; ignored for Postgres.</summary>
    public string? Database { get; set; }

    /// <summary>Connection string, by reference, for it holds a password. Needed for Postgres; ignored for Sqlite.</summary>
    [Secret]
    public string? ConnectionString { get; set; }

    /// <summary>
    /// Takes a connection to another machine that is not encrypted, or whose certificate nobody checks: whoever is on the way can then
    /// read and change it all, the password too. Only for a test system, or where something else encrypts the way. Default: false.
    /// </summary>
    public bool AllowPlainConnection { get; set; }

    /// <summary>Rows a page. Default: 500.</summary>
    [Range(1, 5000)]
    public int PageSize { get; set; } = DefaultPageSize;

    /// <summary>How long one query may take. Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(30);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Engine == SqlEngine.Sqlite && string.IsNullOrWhiteSpace(Database))
            yield return new("is missing; with the engine Sqlite set the path of the database file.", [nameof(Database)]);
        if (Engine == SqlEngine.Postgres && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new(
                "is missing; with the engine Postgres refer to the connection string as env:NAME or file:PATH.",
                [nameof(ConnectionString)]);
        else if (Engine == SqlEngine.Postgres && !SqlDatabase.IsPostgres(ConnectionString))
            yield return new(
                "is no connection string of PostgreSQL (Host=…;Database=…;Username=…;Password=…).",
                [nameof(ConnectionString)]);
        else if (Engine == SqlEngine.Postgres && !AllowPlainConnection && !SqlDatabase.IsSafeOnTheWay(ConnectionString!))
            yield return new(
                "leads to another machine without a checked certificate; add SSL Mode=VerifyFull. (AllowPlainConnection lifts that; anyone "
                + "on the way can then read it all.)",
                [nameof(ConnectionString)]);
    }

    public SqlDatabase Open() => Engine == SqlEngine.Sqlite ? SqlDatabase.Sqlite(Database!) : SqlDatabase.Postgres(ConnectionString!);
}
