using System.Text.Json;

namespace IntegrationHub.Demo;

/// <summary>The folder that holds everything of one demo: the sources' data, the target's, the ledger, the logs.</summary>
internal sealed class StateFolder : IDisposable
{
    private sealed record Facts(int Dossiers, int Seed, string Settlement, string Profile);

    private readonly bool temporary;

    private StateFolder(string path, bool temporary) => (Root, this.temporary) = (path, temporary);

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

    /// <summary>Opens the folder; one that was made for other data is refused.</summary>
    public static StateFolder Open(Options options)
    {
        var folder = options.State is { } path ? new StateFolder(path, false) : new StateFolder(Directory.CreateTempSubdirectory("hub-demo-").FullName, true);
        var facts = new Facts(options.Dossiers, options.Seed, options.Settlement?.ToString() ?? "simulated", options.Profile);
        var file = Path.Combine(Directory.CreateDirectory(folder.Root).FullName, "demo.json");
        if (!File.Exists(file))
            File.WriteAllText(file, JsonSerializer.Serialize(facts));
        else if (JsonSerializer.Deserialize<Facts>(File.ReadAllText(file)) is { } made && made != facts)
            throw new DemoException($"{folder.Root} was made with --dossiers {made.Dossiers} --seed {made.Seed}, settlement system {made.Settlement} ({made.Profile}): give the same options, or another --state.");
        return folder;
    }

    public void Dispose()
    {
        if (temporary && !KeepAnyway)
            Directory.Delete(Root, recursive: true);
    }

    private string In(string name) => Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
}
