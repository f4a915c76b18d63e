using System.Runtime.InteropServices;

namespace IntegrationHub.Bench.Target;

/// <summary>What the target has taken since it was last emptied.</summary>
/// <param name="Dossiers">Distinct dossiers.</param>
/// <param name="Items">Dossiers sent, repetitions too.</param>
/// <param name="Refused">Those of another or an older version that it refused.</param>
/// <param name="Steps">Progress rows.</param>
/// <param name="Calls">Calls that wrote.</param>
/// <param name="Unknown">Calls of services that it does not have.</param>
/// <param name="PacketBytes">The length of all dossiers sent, as they came.</param>
internal sealed record Taken(long Dossiers, long Items, long Refused, long Steps, long Calls, long Unknown, long PacketBytes);

/// <summary>The dossiers that the target holds: of each its version and what its content comes to, not the content.</summary>
internal sealed class Held
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (long Version, int Content)> dossiers = [];
    private Taken taken = new(0, 0, 0, 0, 0, 0, 0);

    public Taken Taken
    {
        get
        {
            lock (gate)
                return taken with { Dossiers = dossiers.Count };
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            dossiers.Clear();
            taken = new(0, 0, 0, 0, 0, 0, 0);
        }
    }

    /// <summary>Takes the items of a call, in order, and answers with the code of each.</summary>
    public string[] Take(IReadOnlyList<Item> items)
    {
        lock (gate)
        {
            var codes = items.Select(Take).ToArray();
            taken = taken with
            {
                Calls = taken.Calls + 1,
                Items = taken.Items + items.Count,
                Refused = taken.Refused + codes.Count(code => code != "0"),
                PacketBytes = taken.PacketBytes + items.Sum(item => (long)item.Bytes),
            };
            return codes;
        }
    }

    public void TakeSteps(int count)
    {
        lock (gate)
            taken = taken with { Calls = taken.Calls + 1, Steps = taken.Steps + count };
    }

    public void Miss()
    {
        lock (gate)
            taken = taken with { Unknown = taken.Unknown + 1 };
    }

    private string Take(Item item)
    {
        ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(dossiers, item.Number, out var known);
        if (known && held.Version > item.Version)
            return "5";
        if (known && held.Version == item.Version && held.Content != item.Content)
            return "6";
        held = (item.Version, item.Content);
        return "0";
    }
}
