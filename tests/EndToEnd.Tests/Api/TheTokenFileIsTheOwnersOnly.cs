using IntegrationHub.Server.Security;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class TheTokenFileIsTheOwnersOnly : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-token-").FullName;

    private string File => Path.Combine(folder, "new", "hub.token");

    [Fact]
    public void The_first_start_makes_a_token_that_only_its_owner_reads_and_the_next_start_keeps_it()
    {
        ApiToken.LoadOrCreate(File);
        var token = System.IO.File.ReadAllText(File).Trim();

        token.Length.ShouldBe(4 + 43);
        if (!OperatingSystem.IsWindows())
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        ApiToken.LoadOrCreate(File).Matches(token).ShouldBeTrue();
        ApiToken.LoadOrCreate(File).Matches(token + " ").ShouldBeFalse();
    }

    [Fact]
    public void An_empty_file_is_no_token()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, "\n");
        Should.Throw<InvalidOperationException>(() => ApiToken.LoadOrCreate(File)).Message.ShouldContain("delete the file");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
