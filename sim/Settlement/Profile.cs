namespace IntegrationHub.Sim.Settlement;

internal enum Profile
{
    Basic,
    Extended,
}
