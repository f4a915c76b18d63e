using System.Reflection;
using IntegrationHub.Hub.Store.Sqlite;

namespace IntegrationHub.Hub.Tests.Store;

/// <summary>A statement that scans a growing table works in every test and stops the hub at a hundred thousand dossiers.</summary>
public sealed class HotStatementsUseAnIndex : IDisposable
{
    private readonly TestHub hub = new();

    public static TheoryData<string> Statements =>
    [
        .. Constants(typeof(HubSql)).Concat(Constants(typeof(SqliteDeliverStore))).Select(c => c.Name),
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public void None_scans_a_table(string name)
    {
        hub.Source();
        Plan(Constants(typeof(HubSql)).Concat(Constants(typeof(SqliteDeliverStore))).Single(c => c.Name == name).Sql).ShouldNotContain(step => Scans(step));
    }

    [Fact]
    public void A_statement_that_misses_its_partial_index_is_seen() =>
        Plan("select 1 from outbox where number = $1 and kind = 1 and state = 0").ShouldContain(step => Scans(step));

    // Many entries are open, few are due: by the order of ids or of connectors the first are walked to find the second.
    [Fact]
    public async Task What_is_due_in_quarantine_is_found_by_its_time()
    {
        await hub.Get<SqliteLedger>().WriteAsync(
            sql => sql.Run("create index if not exists quarantine_due on quarantine (due_at) where state = 'open'"), default);

        Plan(Constants(typeof(SqliteCollectStore)).Single(c => c.Name.EndsWith(".DueQuarantine", StringComparison.Ordinal)).Sql)
            .ShouldContain(step => step.StartsWith("SEARCH quarantine", StringComparison.Ordinal) && step.Contains("(due_at"));
    }

    private static bool Scans(string step) =>
        step.StartsWith("SCAN", StringComparison.Ordinal) && !new[] { "CONSTANT", "range", "json_each", "VIRTUAL TABLE", "subquery" }.Any(small => step.Contains(small, StringComparison.Ordinal));

    private List<string> Plan(string sql)
    {
        using var db = hub.Get<SqliteLedger>().OpenReader();
        using var command = db.CreateCommand();
        command.CommandText = $"explain query plan {sql}";
        for (var i = 1; i <= 20; i++)
            command.Parameters.AddWithValue($"${i}", 0L);
        foreach (var name in (string[])["@now", "@after", "@connectors", "@id", "@connector", "@code", "@limit"])
            command.Parameters.AddWithValue(name, 0L);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }

    private static IEnumerable<(string Name, string Sql)> Constants(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        .Where(f => f.IsLiteral && f.FieldType == typeof(string))
        .Select(f => ($"{type.Name}.{f.Name}", (string)f.GetRawConstantValue()!));

    public void Dispose() => hub.Dispose();
}
