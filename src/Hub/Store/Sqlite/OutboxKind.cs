namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>What a row of the outbox carries, as the ledger writes it.</summary>
internal static class OutboxKind
{
    public const int Dossier = 1;
    public const int Progress = 2;
}
