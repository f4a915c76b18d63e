using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.LandRegistry;

/// <summary>Takes the registry's callbacks in, and reads them back from the journal in their order of arrival.</summary>
internal sealed class LandRegistryConnector(string id, ICallbackJournal journal, LandRegistryOptions options) : ISourceConnector, ICallback
{
    private static readonly CallbackAnswer Taken = new(200, """{"Result":1,"Message":""}""");
    private static readonly CallbackAnswer Foreign = new(401, """{"Result":0,"Message":"SecurityCode is missing or wrong"}""");
    private static readonly CallbackAnswer Unreadable = new(400, """{"Result":0,"Message":"The body is not a JSON object in UTF-8"}""");

    public CallbackAnswer Unavailable { get; } = new(503, """{"Result":0,"Message":"Not taken, please call again"}""");

    public async Task<Outcome<SourcePage>> ReadAsync(Position? from, CancellationToken cancellationToken) =>
        await journal.ReadPageAsync(id, from, options.PageSize, cancellationToken);

    public MapResult Map(SourceRecord record) => LandRegistryMapping.Map(record);

    public CallbackVerdict Receive(CallbackRequest request) => CallbackBody.Open(request, "SecurityCode", options.Secret!) switch
    {
        CallbackBody.Genuine genuine => new CallbackVerdict.Accept(genuine.Entry, Taken),
        CallbackBody.Foreign => new CallbackVerdict.Refuse("the secret is missing or wrong", Foreign),
        _ => new CallbackVerdict.Refuse("the body is not a JSON object in UTF-8", Unreadable),
    };
}
