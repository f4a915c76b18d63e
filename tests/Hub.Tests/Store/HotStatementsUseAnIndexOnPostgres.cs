using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using IntegrationHub.Hub.Store.Postgres;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Store;

/// <summary>The same on PostgreSQL, whose planner goes by what a table holds, with the plan that it makes for whatever is asked.</summary>
public sealed partial class HotStatementsUseAnIndexOnPostgres(FilledPostgres ledger) : IClassFixture<FilledPostgres>
{
    /// <summary>Tables that stay small whatever the ledger holds.</summary>
    private static readonly string[] Small = ["connector_total", "stream", "reconciliation", "bucket", "lease", "node", "ledger_value", "commit_mark"];

    /// <summary>Indexes of what is open only.</summary>
    private static readonly string[] Open =
    [
        "quarantine_open", "quarantine_number", "quarantine_due", "outbox_open", "outbox_pending", "outbox_dead", "attempt_open", "run_running",
    ];

    private static readonly Dictionary<string, string> All = HotStatements.Of(typeof(SliceSql), typeof(PostgresSql))
        .Where(s => !s.Value.StartsWith("copy ", StringComparison.Ordinal))
        .ToDictionary();

    public static TheoryData<string> Statements => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Statements))]
    public void None_scans_a_table(string name) => Scans(All[name]).ShouldBeEmpty();

    [Theory]
    [InlineData("select 1 from outbox where version = $1")]
    [InlineData("select number from outbox where version = $1 order by id")]
    public void A_statement_that_misses_its_index_is_seen(string sql) => Scans(sql).ShouldNotBeEmpty();

    private IEnumerable<string> Scans(string sql)
    {
        using var db = ledger.Open();
        var names = Name().Matches(sql).Select(match => match.Value).Distinct().ToList();
        var positional = Name().Replace(sql, name => $"${names.IndexOf(name.Value) + 1}");
        db.Execute("set plan_cache_mode = force_generic_plan");
        db.Execute($"prepare asked as {positional}");
        var count = db.QuerySingle<int>("select cardinality(parameter_types) from pg_prepared_statements where name = 'asked'");
        var values = count == 0 ? "" : $"({string.Join(", ", Enumerable.Repeat("null", count))})";
        var plan = JsonDocument.Parse(db.QuerySingle<string>($"explain (format json) execute asked{values}"));
        return Nodes(plan.RootElement[0].GetProperty("Plan")).Where(Scans).Select(node => node.GetRawText());
    }

    private static bool Scans(JsonElement node) => node.GetProperty("Node Type").GetString() switch
    {
        "Seq Scan" => !Small.Contains(Text(node, "Relation Name")),
        "Index Scan" or "Index Only Scan" =>
            Text(node, "Index Cond") is null && !Open.Contains(Text(node, "Index Name")) && !Small.Contains(Text(node, "Relation Name")),
        "Bitmap Index Scan" => Text(node, "Index Cond") is null && !Open.Contains(Text(node, "Index Name")),
        _ => false,
    };

    private static string? Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<JsonElement> Nodes(JsonElement node) =>
        node.TryGetProperty("Plans", out var below) ? below.EnumerateArray().SelectMany(Nodes).Append(node) : [node];

    [GeneratedRegex("@[a-z]+")]
    private static partial Regex Name();
}
