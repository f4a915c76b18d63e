using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Read;

/// <summary>A connector that is configured and ready to run.</summary>
internal sealed class Source(ConnectorManifest manifest, ISourceConnector connector, string schedule)
{
    public string Id => manifest.Id;

    public ConnectorManifest Manifest => manifest;

    public ISourceConnector Connector => connector;

    /// <summary>Its cron expression: the manifest's, or the setting that overrides it.</summary>
    public string Schedule => schedule;

    /// <summary>Whether its whole dossier replaces every member.</summary>
    public bool OwnsAll => manifest.Owns is ["*"];

    /// <summary>Normalises the record's text at the edge, and says whose record it is.</summary>
    public SourceRecord Clean(SourceRecord record) => SourceText.Clean(record, manifest.Text);

    public SourceRecord Name(SourceRecord record, string correlationId) =>
        record with { Origin = new(manifest.Id, manifest.Stream, correlationId) };
}
