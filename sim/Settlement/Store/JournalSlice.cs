using IntegrationHub.Sim.Settlement.Digests;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>Where in the journal a packet's JSON stands: it is read when it is asked for, not kept in memory.</summary>
internal readonly record struct JournalSlice(long Offset, int Length);

/// <summary>A progress row as the ledger keeps it.</summary>
internal readonly record struct StoredRow(Digest Hash, JournalSlice Json);
