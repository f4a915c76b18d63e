using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Store;

/// <summary>What looking up a dossier at the target gave.</summary>
internal abstract record Base
{
    private Base()
    {
    }

    public sealed record Found(TargetDossier Dossier) : Base;

    public sealed record Absent : Base;

    public sealed record Unread(Fault Fault) : Base;
}
