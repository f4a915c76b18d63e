using System.Text;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.EndToEnd.Tests.Api.Support;

/// <summary>A source that calls: takes any body but "refuse me".</summary>
internal sealed class FakeSource : ISourceConnector, ICallback
{
    public CallbackAnswer Unavailable => new(503, """{"Result":0,"Message":"again"}""");

    public CallbackVerdict Receive(CallbackRequest request)
    {
        var body = Encoding.UTF8.GetString(request.Body.Span);
        return body == "refuse me"
            ? new CallbackVerdict.Refuse("wrong secret", new(401, """{"Result":0,"Message":"no"}"""))
            : new CallbackVerdict.Accept(new(request.Name, "key", body), new(200, """{"Result":1,"Message":""}"""));
    }

    public Task<Outcome<SourcePage>> ReadAsync(Position? from, CancellationToken cancellationToken) => throw new NotSupportedException();

    public MapResult Map(SourceRecord record) => throw new NotSupportedException();
}

/// <summary>A source that is polled.</summary>
internal sealed class PolledSource : ISourceConnector
{
    public Task<Outcome<SourcePage>> ReadAsync(Position? from, CancellationToken cancellationToken) => throw new NotSupportedException();

    public MapResult Map(SourceRecord record) => throw new NotSupportedException();
}

/// <summary>An inbox that keeps what it is given, as slowly or badly as the test wants.</summary>
internal sealed class FakeInbox : ICallbackInbox
{
    public List<CallbackEntry> Entries { get; } = [];

    public Func<Task<bool>> Durable { get; set; } = () => Task.FromResult(true);

    public async Task<bool> JournalAsync(string connector, CallbackEntry entry, CancellationToken cancellationToken)
    {
        var durable = await Durable();
        if (durable)
            Entries.Add(entry);
        return durable;
    }
}
