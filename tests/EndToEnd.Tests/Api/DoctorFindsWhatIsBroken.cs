using IntegrationHub.EndToEnd.Tests.Api.Support;
using IntegrationHub.Hub.Views;
using IntegrationHub.Server.Commands;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class DoctorFindsWhatIsBroken : IDisposable
{
    private static readonly string[] Target =
        ["Settlement:BaseAddress=https://tthc.example/", "Settlement:User=hub", "Settlement:Agency=H40", "Settlement:Password=env:PATH"];

    private readonly LedgerFile file = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_ledger_keeps_every_invariant() => (await Invariants.CheckAsync(file.Ledger)).ShouldBeEmpty();

    [Theory]
    [InlineData(
        "pragma ignore_check_constraints = on; update page_receipt set read = read + 1 where run_id = 1 and page_no = 1",
        "page-balance", "read 6, accounted for 5")]
    [InlineData("delete from outbox where id = 2", "outbox-balance", "construction-permits: accepted 3, in the outbox 2")]
    [InlineData("update outbox set run_id = 2 where id = 3", "run-balance", "run 1: accepted 3, in the outbox 2")]
    [InlineData("delete from quarantine", "quarantine-balance", "run 2: quarantined 1, in quarantine 0")]
    [InlineData(
        """
        insert into outbox select 9, number, connector, kind, row_hash, 999, range, origin, run_id, 2, 0, 0, 0, null, null, 0, 0
        from outbox where id = 1
        """,
        "versions-rise", "outbox 9 has version 999 after 1000")]
    [InlineData("update dossier set acked_version = 1001 where number = 'H40.13-260105-0001'", "versions-bounded", "at 1000, acknowledged 1001")]
    [InlineData(
        """
        insert into outbox select 9, number, connector, kind, row_hash, version + 1, range, origin, run_id, 0, 0, 0, 0, null, null, 0, 0
        from outbox where id = 3
        """,
        "one-open-row", "2 open rows")]
    [InlineData("delete from outbox where id = 4", "nothing-lost", "H40.15-260105-0003: version 3000")]
    [InlineData("update progress set acked_at = null", "no-progress-lost", "H40.13-260105-0001: a progress row")]
    [InlineData("update dossier set progress_count = 2 where number = 'H40.13-260105-0001'", "buckets", "recomputed are 1")]
    [InlineData("update connector_total set acknowledged = acknowledged + 1", "totals", "construction-permits: the totals kept")]
    [InlineData("update dossier set packet = replace(packet, 'ChuHoSo', 'ChuHoSp')", "packets", "H40.13-260105-0001: what is kept")]
    [InlineData("update progress set row = '{'", "packets", "H40.13-260105-0001: what is kept")]
    [InlineData("update bucket set count = count + 1 where rowid = (select min(rowid) from bucket)", "buckets", "the ledger keeps 2 dossiers")]
    public async Task A_planted_break_is_found_and_named(string planted, string invariant, string found)
    {
        file.Plant(planted);
        (await Invariants.CheckAsync(file.Ledger)).ShouldContain(v => v.Name == invariant && v.Found.Contains(found, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_invariant_has_a_planted_break()
    {
        var planted = typeof(DoctorFindsWhatIsBroken).GetMethod(nameof(A_planted_break_is_found_and_named))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(d => (string)d.Data[1]!).Distinct();
        planted.ShouldBe(Invariants.Names.Select(n => n.Name), ignoreOrder: true);
    }

    [Fact]
    public async Task The_verb_says_what_holds_and_fails_on_what_does_not()
    {
        var (sound, said) = await DoctorAsync([.. Target, $"Hub:Store=sqlite:{file.FilePath}"]);
        sound.ShouldBe(0, said);
        said.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.StartsWith("ok      ", StringComparison.Ordinal));
        foreach (var (name, meaning) in Invariants.Names)
            said.ShouldContain($"ok      {name} ({meaning})");

        file.Plant("delete from outbox where id = 2");
        var (broken, found) = await DoctorAsync([.. Target, $"Hub:Store=sqlite:{file.FilePath}"]);
        broken.ShouldBe(1);
        found.Split('\n').Count(line => line.StartsWith("BROKEN", StringComparison.Ordinal)).ShouldBe(2, found);
        found.ShouldContain("construction-permits: accepted 3, in the outbox 2");
    }

    [Fact]
    public async Task A_file_that_is_damaged_is_told_in_a_line()
    {
        file.Ledger.Dispose();
        var bytes = await System.IO.File.ReadAllBytesAsync(file.FilePath, Token);
        bytes[4096] ^= 0x10;
        await System.IO.File.WriteAllBytesAsync(file.FilePath, bytes, Token);

        var (exitCode, said) = await DoctorAsync([.. Target, $"Hub:Store=sqlite:{file.FilePath}"]);
        exitCode.ShouldBe(1);
        said.ShouldContain("BROKEN  file (the ledger's file is whole)");
        said.ShouldNotContain("page-balance");   // of what is damaged nothing can be said
    }

    [Fact]
    public async Task A_ledger_of_a_newer_version_is_noted_and_is_no_break()
    {
        file.Plant("insert into SchemaVersions (ScriptName, Applied) values ('x.Sqlite.Migrations.0099_later.sql', current_timestamp)");

        var (exitCode, said) = await DoctorAsync([.. Target, $"Hub:Store=sqlite:{file.FilePath}"]);
        exitCode.ShouldBe(0, said);
        said.ShouldContain("note    x.Sqlite.Migrations.0099_later.sql is of a newer version");
    }

    [Fact]
    public async Task Wrong_settings_do_not_keep_it_from_the_ledger_and_fail_too()
    {
        var (exitCode, said) = await DoctorAsync([$"Hub:Store=sqlite:{file.FilePath}"]);
        exitCode.ShouldBe(1);
        said.ShouldContain("BROKEN  settings");
        said.ShouldContain("ok      migrations");
    }

    [Fact]
    public async Task A_store_that_it_cannot_name_is_a_problem_and_not_a_crash() =>
        (await DoctorAsync([.. Target, "Hub:Store=x"])).ExitCode.ShouldBe(1);

    private static async Task<(int ExitCode, string Output)> DoctorAsync(params string[] settings)
    {
        var output = new StringWriter();
        string[] arguments = ["doctor", "--invariants", .. settings.SelectMany(s => (string[])["--set", s])];
        var exitCode = await HubServerCommand.Create().Parse(arguments).InvokeAsync(new() { Output = output }, Token);
        return (exitCode, output.ToString());
    }

    public void Dispose() => file.Dispose();
}
