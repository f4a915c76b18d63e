namespace IntegrationHub.Hub.Views;

/// <summary>The questions that each engine puts in its own way.</summary>
internal sealed record ViewsDialect(string Activity, string Events, string Progress, string Calls, string Packets)
{
    public static ViewsDialect Sqlite { get; } =
        new(SqliteSql.Activity, SqliteSql.Events, SqliteSql.Progress, SqliteSql.Calls, SqliteSql.Packets);

    public static ViewsDialect Postgres { get; } =
        new(PostgresSql.Activity, PostgresSql.Events, PostgresSql.Progress, PostgresSql.Calls, PostgresSql.Packets);
}
