using IntegrationHub.Sim.Sources.Facts;

namespace IntegrationHub.Sim.Sources.Truth;

/// <summary>What the packets of all sources have in common.</summary>
internal static class Rendering
{
    public static IReadOnlyList<Identity> Identities(string number) => number.Length switch
    {
        12 => [new("1", number)],
        9 => [new("2", number)],
        _ => [],
    };

    public static IReadOnlyList<Submitted> Papers(IReadOnlyList<Paper> papers) =>
        [.. papers.Select(paper => new Submitted(paper.Id, paper.Name, "False", "", paper.Url))];
}
