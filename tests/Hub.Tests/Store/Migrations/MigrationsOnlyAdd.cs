using System.Text.RegularExpressions;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Store.Migrations;

/// <summary>The version before works on what this one makes of the schema, so nothing that it knows may go or change its meaning.</summary>
public sealed partial class MigrationsOnlyAdd
{
    public static TheoryData<string> Scripts =>
        [.. typeof(LedgerDatabase).Assembly.GetManifestResourceNames().Where(name => name.Contains(".Migrations.", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Each_statement_adds_something(string script)
    {
        using var text = new StreamReader(typeof(LedgerDatabase).Assembly.GetManifestResourceStream(script)!);
        Taken(text.ReadToEnd()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("drop table run;")]
    [InlineData("create table x (y int);\nalter table run drop column fault;")]
    [InlineData("alter table run rename column fault to failure;")]
    [InlineData("alter table run alter column fault set not null;")]
    [InlineData("alter table run add column z int not null;")]
    [InlineData("-- Away with it.\ndelete from run;")]
    public void One_that_takes_something_away_is_seen(string script) => Taken(script).ShouldNotBeEmpty();

    [Theory]
    [InlineData("alter table run add column z int;")]
    [InlineData("alter table run add column z int not null default 0;")]
    [InlineData("create trigger t after insert on run begin update run set z = 1; delete from x; end;")]
    public void One_that_adds_is_none(string script) => Taken(script).ShouldBeEmpty();

    private static IEnumerable<string> Taken(string script) =>
        from statement in Comment().Replace(Body().Replace(script, ""), "").Split(
            ';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        where !Adds().IsMatch(statement)
        select statement;

    [GeneratedRegex(
        @"^(create (table|index|unique index|sequence|trigger) |insert into |alter table \w+ add column (?!.*not null(?!.*default)))",
        RegexOptions.Singleline)]
    private static partial Regex Adds();

    [GeneratedRegex("--[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bbegin\b.*?\bend\b", RegexOptions.Singleline)]
    private static partial Regex Body();
}
