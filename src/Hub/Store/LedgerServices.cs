using IntegrationHub.Hub.Leases;
using IntegrationHub.Hub.Store.Postgres;
using IntegrationHub.Hub.Store.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Hub.Store;

/// <summary>Adds the engine that the settings name.</summary>
internal static class LedgerServices
{
    public static void AddLedger(this IServiceCollection services, HubOptions options)
    {
        services.AddSingleton(_ => LedgerDatabases.Open(options)).AddSingleton<LedgerRoom>();
        if (LedgerDatabases.IsPostgres(options))
            services.AddPostgres();
        else
            services.AddSqlite();
    }

    private static void AddSqlite(this IServiceCollection services) => services
        .AddSingleton(s => (SqliteLedger)s.GetRequiredService<LedgerDatabase>())
        .AddSingleton<ILedger, SqliteDecisions>()
        .AddSingleton<ICollectQueries, SqliteCollectQueries>()
        .AddSingleton<IDeliverQueries, SqliteDeliverQueries>()
        .AddSingleton<IReconcileQueries, SqliteReconcileQueries>()
        .AddSingleton<IOperatorQueries, SqliteOperatorQueries>()
        .AddSingleton<IUpkeepQueries, SqliteUpkeepQueries>()
        .AddSingleton<ILeaseStore, SqliteLeaseStore>()
        .AddSingleton<ICallbackStore, SqliteCallbackStore>()
        .AddSingleton<IBindingStore, SqliteBindingStore>();

    private static void AddPostgres(this IServiceCollection services) => services
        .AddSingleton(s => (PostgresLedger)s.GetRequiredService<LedgerDatabase>())
        .AddSingleton<CommitMarks>()
        .AddSingleton<ILedger, PostgresDecisions>()
        .AddSingleton<ICollectQueries, PostgresCollectQueries>()
        .AddSingleton<IDeliverQueries, PostgresDeliverQueries>()
        .AddSingleton<IReconcileQueries, PostgresReconcileQueries>()
        .AddSingleton<IOperatorQueries, PostgresOperatorQueries>()
        .AddSingleton<IUpkeepQueries, PostgresUpkeepQueries>()
        .AddSingleton<ILeaseStore, PostgresLeaseStore>()
        .AddSingleton<ICallbackStore, PostgresCallbackStore>()
        .AddSingleton<IBindingStore, PostgresBindingStore>();
}
