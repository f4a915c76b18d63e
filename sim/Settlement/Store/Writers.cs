namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>Numbers the accounts that have written, in order of appearance, so that a dossier names them in one word.</summary>
internal sealed class Writers
{
    private const int Most = 64;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public int Number(string account)
    {
        if (numbers.TryGetValue(account, out var number))
            return number;
        if (numbers.Count == Most)
            throw new InvalidOperationException($"More than {Most} accounts have written.");

        numbers.Add(account, numbers.Count);
        return numbers.Count - 1;
    }

    public bool TryFind(string account, out int number) => numbers.TryGetValue(account, out number);
}
