using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.ConstructionPermits;

/// <summary>Reads the department's read-only view, oldest change first.</summary>
internal sealed class ConstructionPermitsConnector(ConstructionPermitsOptions options) : ISourceConnector, IConnectionCheck
{
    private readonly SqlReader reader = new(options.Open(), new()
    {
        Query = Sql("Query", options.Engine),
        UndatedQuery = Sql("Undated", options.Engine),
        TimeColumn = "updated_at",
        KeyColumn = "ma_ho_so",
        PageSize = options.PageSize,
        Timeout = options.QueryTimeout,
    });

    public Task<Outcome<SourcePage>> ReadAsync(Position? from, CancellationToken cancellationToken) =>
        reader.ReadAsync(from, cancellationToken);

    public MapResult Map(SourceRecord record) => ConstructionPermitsMapping.Map(record);

    public Task<Fault?> CheckAsync(CancellationToken cancellationToken) => reader.CheckAsync(cancellationToken);

    private static string Sql(string query, SqlEngine engine) => EmbeddedText.Read(
        typeof(ConstructionPermitsConnector).Assembly,
        $"ConstructionPermits/{query}.{(engine == SqlEngine.Sqlite ? "sqlite" : "postgres")}.sql");
}
