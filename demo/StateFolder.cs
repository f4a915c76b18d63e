using System.Text.Json;
using IntegrationHub.Demo.Processes;

namespace IntegrationHub.Demo;

/// <summary>The folder that holds everything of one demo: the sources' data, the target's, the ledger, the logs.</summary>
internal sealed class StateFolder : IDisposable
{
    private sealed record Facts(int Dossiers, int Seed, string Settlement, string Profile);

    private readonly bool temporary;
    private readonly FileStream owned;
    private bool keepAnyway;

    private StateFolder(string path, bool temporary)
    {
        (Root, this.temporary) = (Directory.CreateDirectory(path).FullName, temporary);
        owned = Own(Path.Combine(Root, "in-use"));
    }

    public string Root { get; }
    public string Sources => In("sources");
    public string Settlement => In("settlement");
    public string Hub => In("hub");
    public string Logs => In("logs");

    /// <summary>Whether anything ran here that could be looked into.</summary>
    private bool HasLogs => Directory.Exists(Path.Combine(Root, "logs"));

    /// <summary>The counter took its dossiers in once; they are not written again.</summary>
    private string BaseMarker => Path.Combine(Root, "base-written");

    public bool BaseIsWritten => File.Exists(BaseMarker);

    public void MarkBaseWritten() => File.WriteAllText(BaseMarker, "");

    /// <summary>
    /// Opens the folder asked for. Without one a single run gets a folder that goes with it, and the live demo <c>.demo</c>, where
    /// <c>hub</c> looks for the token. A folder that was made for other data, or that another demo is using, is refused.
    /// </summary>
    public static StateFolder Open(Options options)
    {
        var folder = options switch
        {
            { State: { } path } => new StateFolder(path, temporary: false),
            { Once: false } => new StateFolder(Path.Combine(Programs.Root, ".demo"), temporary: false),
            _ => new StateFolder(Directory.CreateTempSubdirectory("hub-demo-").FullName, temporary: true),
        };
        try
        {
            folder.HoldAgainst(options);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Does the work; a folder that would go with it stays if the work fails or ends badly, for its logs say why.</summary>
    public async Task<int> KeptUnlessGoodAsync(Func<Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            var exit = await work();
            keepAnyway = exit != 0;
            return exit;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            keepAnyway = HasLogs;
            throw;
        }
    }

    private void HoldAgainst(Options options)
    {
        var facts = new Facts(options.Dossiers, options.Seed, options.Settlement?.ToString() ?? "simulated", options.Profile);
        var file = Path.Combine(Root, "demo.json");
        if (!File.Exists(file))
            WriteWhole(file, JsonSerializer.Serialize(facts));
        else if (Read(file) is var made && made != facts)
            throw new DemoException(
                $"{Root} was made with --dossiers {made.Dossiers} --seed {made.Seed}, settlement system {made.Settlement} "
                + $"({made.Profile}): give the same options, or another --state, or remove that folder.");
    }

    /// <summary>A demo that is killed in the middle leaves the whole file or none.</summary>
    private static void WriteWhole(string file, string text)
    {
        File.WriteAllText($"{file}.new", text);
        File.Move($"{file}.new", file, overwrite: true);
    }

    private static Facts Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Facts>(File.ReadAllText(file)) ?? throw new JsonException("null");
        }
        catch (JsonException)
        {
            throw new DemoException($"{file} does not say what this folder was made for: give another --state, or remove that folder.");
        }
    }

    private static FileStream Own(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsInUse(e))
        {
            throw new DemoException($"another demo is using {Path.GetDirectoryName(file)}: end it, or give another --state.");
        }
    }

    /// <summary>EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.</summary>
    private static bool IsInUse(IOException failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020);

    public void Dispose()
    {
        owned.Dispose();
        if (temporary && !keepAnyway)
            Directory.Delete(Root, recursive: true);
    }

    private string In(string name) => Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
}
