using System.Text.Json;
using IntegrationHub.Demo.Processes;

namespace IntegrationHub.Demo;

/// <summary>The folder that holds everything of one demo: the sources' data, the target's, the ledger, the logs.</summary>
internal sealed class StateFolder : IDisposable
{
    private sealed record Facts(int Dossiers, int Seed, string Settlement, string Profile);

    private readonly bool temporary;
    private readonly FileStream owned;

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
    public bool KeepAnyway { get; set; }

    /// <summary>Whether anything ran here that could be looked into.</summary>
    public bool HasLogs => Directory.Exists(Path.Combine(Root, "logs"));

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

    private void HoldAgainst(Options options)
    {
        var facts = new Facts(options.Dossiers, options.Seed, options.Settlement?.ToString() ?? "simulated", options.Profile);
        var file = Path.Combine(Root, "demo.json");
        if (!File.Exists(file))
            File.WriteAllText(file, JsonSerializer.Serialize(facts));
        else if (JsonSerializer.Deserialize<Facts>(File.ReadAllText(file)) is { } made && made != facts)
            throw new DemoException(
                $"{Root} was made with --dossiers {made.Dossiers} --seed {made.Seed}, settlement system {made.Settlement} "
                + $"({made.Profile}): give the same options, or another --state, or remove that folder.");
    }

    private static FileStream Own(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new DemoException($"another demo is using {Path.GetDirectoryName(file)}: end it, or give another --state.");
        }
    }

    public void Dispose()
    {
        owned.Dispose();
        if (temporary && !KeepAnyway)
            Directory.Delete(Root, recursive: true);
    }

    private string In(string name) => Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
}
