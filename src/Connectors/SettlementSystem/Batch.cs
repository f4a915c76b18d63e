using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>Items that go in calls of one shape, one call after another, in their order.</summary>
/// <param name="service">The service that takes them.</param>
/// <param name="profile">The profile whose shape it is.</param>
/// <param name="items">Their places among all that is sent.</param>
internal sealed class Batch(string service, TargetProfile profile, IReadOnlyList<int> items)
{
    public string Service => service;

    public IReadOnlyList<int> Items => items;

    /// <summary><c>MaHoSo</c> of an item.</summary>
    public required Func<int, string> Number { get; init; }

    /// <summary>The packet or row of an item as it travels.</summary>
    public required Func<int, Spliced> Packet { get; init; }

    /// <summary>How many items a call may hold.</summary>
    public required Func<TargetCapabilities, int> Limit { get; init; }

    /// <summary><c>isUpdating</c>, for dossiers.</summary>
    public string? IsUpdating { get; init; }

    /// <summary>Only an extended target answers for each item; on a basic one the call's code is the items'.</summary>
    public bool AnswersItems => profile is TargetProfile.Extended;

    /// <summary>What the items of a part weigh on their way.</summary>
    public long Bytes(IReadOnlyList<int> part) => part.Sum(item => (long)Packet(item).Bytes);

    public SettlementCall Call(IReadOnlyList<int> part) =>
        new(service, CallKind.Write, IsUpdating is null ? [] : [("isUpdating", IsUpdating)])
        {
            Data = [.. part.Select(Packet)],
            For = profile,
        };

    /// <summary>Whether a refusal of a whole call tells about every one of its items: then halving would teach nothing.</summary>
    public bool HoldsForAll(Fault refusal, IReadOnlyList<int> part) =>
        part.Count == 1 || (refusal is Fault.OutOfOrder && part.All(item => Number(item) == Number(part[0])));
}
