using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Hub.Tests.Support;

/// <summary>A PostgreSQL of a test's own, that it may kill.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("hub-pg-").FullName;
    private readonly string programs;
    private bool runs;

    private PostgresServer(string programs)
    {
        this.programs = programs;
        Port = FreePort();
    }

    public int Port { get; }

    public string Connection => $"Host=127.0.0.1;Port={Port};Username=hub;Database=postgres;Pooling=False";

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(home, "data");

    /// <summary>Makes one and starts it; the test is skipped where PostgreSQL is not installed.</summary>
    public static PostgresServer Start()
    {
        var found = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        Assert.SkipWhen(found is null, "PostgreSQL is not installed in /usr/lib/postgresql.");
        var server = new PostgresServer(Path.Combine(found, "bin"));
        if (IsRoot)
            Run("chown", "postgres", server.home);
        server.AsOwner("initdb", "-D", server.Data, "-U", "hub", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        server.Begin();
        return server;
    }

    /// <summary>Ends it at once, as a crash does, and starts it again.</summary>
    public Task CrashAsync()
    {
        AsOwner("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Begin();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        if (runs)
            AsOwner("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(home, recursive: true);
    }

    private void Begin()
    {
        AsOwner(
            "pg_ctl", "-D", Data, "-l", Path.Combine(home, "log.txt"), "-w", "-o",
            $"-c listen_addresses=127.0.0.1 -c port={Port} -c unix_socket_directories={home} -c fsync=off", "start");
        runs = true;
    }

    // PostgreSQL refuses to run as root.
    private void AsOwner(string program, params string[] arguments)
    {
        var path = Path.Combine(programs, program);
        if (IsRoot)
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else
            Run(path, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // What it starts goes on and would keep a pipe open, so nothing is read from it.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments])
        {
            WorkingDirectory = "/",
        })!;
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
