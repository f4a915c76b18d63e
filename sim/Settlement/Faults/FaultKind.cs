namespace IntegrationHub.Sim.Settlement.Faults;

internal enum FaultKind
{
    None,
    Latency,
    Throttled,
    Http500,
    CutBody,
    Html,
    SessionExpired,
    TimeoutBeforeCommit,
    TimeoutAfterCommit,
    Unavailable,
    NotNow,
}
