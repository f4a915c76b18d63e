using IntegrationHub.Connectors.ConstructionPermits;
using IntegrationHub.Connectors.Sdk;
using Npgsql;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Sql;

public sealed class PostgresReadingTests : SqlReadingContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PostgresPermits Permits => (PostgresPermits)Database;

    [Fact]
    public async Task A_server_that_is_not_there_is_transient_with_its_place()
    {
        var (_, fault) = await ReadWithAsync(builder => builder.Port = 1);
        fault.ShouldBeOfType<Fault.Transient>().Message.ShouldContain(":1");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_drift()
    {
        var (_, fault) = await ReadWithAsync(builder => builder.Database = "no_such_database");
        fault.ShouldBeOfType<Fault.Drift>();
    }

    [Fact]
    public async Task A_user_without_the_right_is_refused_and_no_password_is_told()
    {
        var role = $"reader_{Guid.NewGuid():N}";
        await Database.ExecuteAsync($"create role {role} login password 'canary-password'; grant usage on schema {Permits.Schema} to {role}");
        try
        {
            var (_, fault) = await ReadWithAsync(builder => (builder.Username, builder.Password) = (role, "canary-password"));
            fault.ShouldBeOfType<Fault.AuthRefused>().Message.ShouldNotContain("canary-password");
        }
        finally
        {
            await Database.ExecuteAsync($"drop owned by {role}; drop role {role}");
        }
    }

    [Fact]
    public async Task Nothing_can_be_written_even_by_a_query_that_tries()
    {
        var reader = new SqlReader(SqlDatabase.Postgres(Permits.ConnectionString), new() { Query = "insert into giay_phep (ma_ho_so) values ('x') returning ma_ho_so, updated_at", TimeColumn = "updated_at", KeyColumn = "ma_ho_so" });
        (await reader.ReadAsync(null, Stop)).Fault.ShouldNotBeNull();
        (await Database.Connector().ReadAsync(null, Stop)).Value!.Records.ShouldBeEmpty();
    }

    private protected override async Task<PermitDatabase> CreateDatabaseAsync()
    {
        Assert.SkipUnless(PostgresPermits.Server is not null, "HUB_TEST_POSTGRES names no PostgreSQL server (connection string of a superuser).");
        var permits = new PostgresPermits(PostgresPermits.Server!);
        await permits.CreateSchemaAsync();
        return permits;
    }

    private async Task<(SourcePage? Page, Fault? Fault)> ReadWithAsync(Action<NpgsqlConnectionStringBuilder> change)
    {
        var builder = new NpgsqlConnectionStringBuilder(Permits.ConnectionString);
        change(builder);
        var outcome = await new ConstructionPermitsConnector(new() { Engine = SqlEngine.Postgres, ConnectionString = builder.ConnectionString }).ReadAsync(null, Stop);
        return (outcome.Value, outcome.Fault);
    }
}
