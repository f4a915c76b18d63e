namespace IntegrationHub.Hub.Store;

/// <summary>Which status steps are refused. Sources that are polled skip steps, so for them only what cannot be true is refused.</summary>
internal static class StatusGuard
{
    private static readonly Dictionary<int, int[]> Steps = new()
    {
        [1] = [2, 3, 5, 7],
        [2] = [4, 5, 6, 7, 8, 9],
        [4] = [5, 6, 7, 8, 9],
        [5] = [2, 3, 4, 7, 8],
        [6] = [4, 7, 8, 9],
        [8] = [4],
        [9] = [4, 10],
    };

    /// <summary>
    /// Whether the step is refused.
    /// The first sight of a dossier (<paramref name="from"/> 0) and the same status again never are.
    /// </summary>
    public static bool Refuses(int from, int to, bool everyStep)
    {
        if (from == 0 || from == to)
            return false;
        if (IsFinal(from) || to == 1)
            return true;
        return everyStep && !(Steps.TryGetValue(from, out var next) && next.Contains(to));
    }

    public static bool IsFinal(int status) => status is 3 or 7 or 10;
}
