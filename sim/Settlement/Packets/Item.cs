using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>One element of <c>data</c>: either well-formed, or with the sentence that says why not.</summary>
internal sealed record Item<T>(string MaHoSo, T? Packet, string Problem)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Packet))]
    public bool IsWellFormed => Packet is not null;
}
