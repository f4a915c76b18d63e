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
        var reader = new SqlReader(SqlDatabase.Postgres(Permits.ConnectionString), new()
        {
            Query = "insert into giay_phep (ma_ho_so) values ('x') returning ma_ho_so, updated_at",
            UndatedQuery = "select ma_ho_so, updated_at from giay_phep limit @limit",
            TimeColumn = "updated_at",
            KeyColumn = "ma_ho_so",
        });
        (await reader.ReadAsync(null, Stop)).Fault.ShouldNotBeNull();
        (await Database.Connector().ReadAsync(null, Stop)).Value!.Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_of_one_second_are_told_apart_by_their_microseconds()
    {
        await Database.ExecuteAsync($"drop view {PermitDatabase.View}; alter table giay_phep alter column updated_at type timestamp");
        await Database.ExecuteAsync($"create view {PermitDatabase.View} as select * from giay_phep");
        await Database.ExecuteAsync("insert into giay_phep (ma_ho_so, updated_at) "
            + "select 'n' || lpad((7919 * i % 100)::text, 2, '0'), timestamp '2026-01-05 08:00:00' + i * interval '1 microsecond' "
            + "from generate_series(0, 99) i");
        var (records, _) = await ReadAllAsync(null, pageSize: 10);
        records.Select(record => record.Key).Distinct().Count().ShouldBe(100);
        records.Count.ShouldBe(100);
    }

    [Fact]
    public async Task A_fee_that_is_numeric_is_an_amount()
    {
        await Database.ExecuteAsync($"drop view {PermitDatabase.View}; alter table giay_phep alter column le_phi type numeric(12,2)");
        await Database.ExecuteAsync($"create view {PermitDatabase.View} as select * from giay_phep");
        await Database.ExecuteAsync(
            "insert into giay_phep (ma_ho_so, le_phi, updated_at) values ('a', 75000, timestamp '2026-01-05 08:00:00')");
        var record = (await Database.Connector().ReadAsync(null, Stop)).Value!.Records.Single();
        RecordReader.Map(record, row => new MapResult.Ignored($"{row.OptionalAmount("le_phi")}")).ShouldBe(new MapResult.Ignored("75000"));
    }

    [Theory]
    [InlineData("'NaN'::float8", "\"NaN\"")]
    [InlineData("'-Infinity'::real", "\"-Infinity\"")]
    [InlineData("85.7::real", "85.7")]
    [InlineData("time '08:15'", "\"08:15:00.0000000\"")]
    [InlineData("uuid '00000000-0000-0000-0000-000000000001'", "\"00000000-0000-0000-0000-000000000001\"")]
    [InlineData("'{\"a\":1}'::jsonb", "\"{\\\"a\\\": 1}\"")]
    [InlineData("array['a','b']", null)]
    [InlineData("inet '10.0.0.1'", null)]
    [InlineData("interval '1 hour'", "\"01:00:00\"")]
    [InlineData("interval '1 month'", null)]
    [InlineData("'NaN'::numeric", null)]
    [InlineData("1e40::numeric", null)]
    [InlineData("row(1, 2)", null)]
    public async Task A_value_arrives_as_it_is_or_its_column_is_named(string value, string? expected)
    {
        var reader = new SqlReader(SqlDatabase.Postgres(Permits.ConnectionString), new()
        {
            Query = $"select 'x' as ma_ho_so, '2026-01-05 08:00:00' as updated_at, {value} as v, @time, @key limit @limit",
            UndatedQuery = "select 'x' as ma_ho_so, null as updated_at where 1 = 0 limit @limit",
            TimeColumn = "updated_at",
            KeyColumn = "ma_ho_so",
        });
        var read = await reader.ReadAsync(null, Stop);
        if (expected is null)
            read.Fault.ShouldBeOfType<Fault.Drift>().Message.ShouldContain("'v'");
        else
            read.Value!.Records.Single().Content.ShouldContain($"\"v\":{expected},");
    }

    [Fact]
    public async Task Words_that_may_quote_a_value_are_not_repeated()
    {
        var reader = new SqlReader(SqlDatabase.Postgres(Permits.ConnectionString), new()
        {
            Query = "select 'x' as ma_ho_so, cast('canary 999000000001' as integer)::text as updated_at, @time, @key, @limit",
            UndatedQuery = "select 'x' as ma_ho_so, null as updated_at where 1 = 0 limit @limit",
            TimeColumn = "updated_at",
            KeyColumn = "ma_ho_so",
        });
        var fault = (await reader.ReadAsync(null, Stop)).Fault.ShouldBeOfType<Fault.Drift>();
        fault.Message.ShouldContain("22P02");
        fault.Message.ShouldNotContain("canary");
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
        var options = new ConstructionPermitsOptions { Engine = SqlEngine.Postgres, ConnectionString = builder.ConnectionString };
        var outcome = await new ConstructionPermitsConnector(options).ReadAsync(null, Stop);
        return (outcome.Value, outcome.Fault);
    }
}
