namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>A packet value: every scalar of the wire is text.</summary>
internal abstract record Value
{
    /// <summary>Whether the digest leaves it out: nothing is left of it once all empty parts are removed.</summary>
    public abstract bool IsEmpty { get; }
}

internal sealed record Text(string Content) : Value
{
    public override bool IsEmpty => Content.Length == 0;
}

internal sealed record Items(Value[] Elements) : Value
{
    public override bool IsEmpty => Array.TrueForAll(Elements, element => element.IsEmpty);
}

internal readonly record struct Member(string Name, Value Value);
