using IntegrationHub.Hub.Store.Sqlite;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Store;

/// <summary>A statement that scans a growing table works in every test and stops the hub at a hundred thousand dossiers.</summary>
public sealed class HotStatementsUseAnIndex(HotStatementsUseAnIndex.Ledger ledger) : IClassFixture<HotStatementsUseAnIndex.Ledger>
{
    /// <summary>Scans that stay small whatever the ledger holds.</summary>
    private static readonly string[] Small =
    [
        "CONSTANT ROW", "json_each", "VIRTUAL TABLE", "subquery",
        "SCAN range", "SCAN arrival", "SCAN sqlite_sequence", "SCAN reconciliation", "SCAN node", "SCAN connector_total", "SCAN stream",
        "SCAN list", "SCAN known", "SCAN unknown", "SCAN written",
        // Only what is open.
        "SCAN quarantine USING INDEX quarantine_open", "SCAN quarantine USING INDEX quarantine_due",
        "SCAN quarantine USING COVERING INDEX quarantine_due",
        "SCAN outbox USING INDEX outbox_dead", "SCAN a USING INDEX attempt_open",
        "SCAN run USING COVERING INDEX run_running", "SCAN r USING COVERING INDEX run_running",
    ];

    private static readonly Dictionary<string, string> All = HotStatements.Of(typeof(SliceSql), typeof(SqliteSql));

    public static TheoryData<string> Statements => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Statements))]
    public void None_scans_a_table(string name) => Plan(All[name]).ShouldNotContain(step => Scans(step));

    [Fact]
    public void A_statement_that_misses_its_index_is_seen() =>
        Plan("select 1 from outbox where version = $1 and state = 0").ShouldContain(step => Scans(step));

    // Many entries are open, few are due: by the order of ids or of connectors the first are walked to find the second.
    [Fact]
    public void What_is_due_in_quarantine_is_found_by_its_time() =>
        Plan(HotStatements.In(typeof(SqliteCollectQueries)).Single(c => c.Name.EndsWith(".DueQuarantine", StringComparison.Ordinal)).Sql)
            .ShouldContain(step => step.StartsWith("SEARCH quarantine", StringComparison.Ordinal) && step.Contains("(due_at"));

    private static bool Scans(string step) =>
        step.StartsWith("SCAN", StringComparison.Ordinal) && !Small.Any(small => step.Contains(small, StringComparison.Ordinal));

    private List<string> Plan(string sql)
    {
        using var db = ledger.Hub.Get<SqliteLedger>().OpenReader();
        using var command = db.CreateCommand();
        command.CommandText = $"explain query plan {sql}";
        for (var i = 1; i <= 20; i++)
            command.Parameters.AddWithValue($"${i}", 0L);
        foreach (var name in new[] { "@now", "@id", "@number", "@from", "@to", "@limit", "@after", "@connector", "@connectors", "@code", "@state", "@fault" })
            command.Parameters.AddWithValue(name, 0L);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }

    /// <summary>An empty one does: SQLite plans by its indexes alone.</summary>
    public sealed class Ledger : IDisposable
    {
        internal TestHub Hub { get; } = new(TestEngine.Sqlite);

        public void Dispose() => Hub.Dispose();
    }
}
