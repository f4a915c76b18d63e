namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>An object, kept twice: as it was sent, and sorted by UTF-16 code units as RFC 8785 asks.</summary>
internal sealed record Members : Value
{
    public Members(Member[] asSent)
    {
        AsSent = asSent;
        Sorted = [.. asSent];
        Array.Sort(Sorted, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
    }

    public Member[] AsSent { get; }

    public Member[] Sorted { get; }

    public override bool IsEmpty => Array.TrueForAll(AsSent, member => member.Value.IsEmpty);

    public Value? this[string name]
    {
        get
        {
            int low = 0, high = Sorted.Length - 1;
            while (low <= high)
            {
                var middle = (low + high) / 2;
                var order = string.CompareOrdinal(Sorted[middle].Name, name);
                if (order == 0)
                    return Sorted[middle].Value;
                if (order < 0)
                    low = middle + 1;
                else
                    high = middle - 1;
            }

            return null;
        }
    }

    /// <summary>The text of a member, or "" if it is absent or no text.</summary>
    public string TextOf(string name) => this[name] is Text text ? text.Content : "";

    public string? Repeated()
    {
        for (var i = 1; i < Sorted.Length; i++)
        {
            if (Sorted[i].Name == Sorted[i - 1].Name)
                return Sorted[i].Name;
        }

        return null;
    }
}
