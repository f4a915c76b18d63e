using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.EndToEnd.Tests.Api.Support;

/// <summary>Views that know the samples and nothing else.</summary>
internal sealed class FakeViews : IHubViews, IReadiness
{
    /// <summary>What every question fails with, if anything.</summary>
    public Exception? Failure { get; set; }

    /// <summary>How often runs were asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>What happens while a run is asked for.</summary>
    public Action? WhenAsked { get; set; }

    public string? NotReady { get; set; }

    public HubStatus Status { get; set; } = Samples.Status;

    public RunView Run { get; set; } = Samples.Run;

    public ReconciliationView Reconciliation { get; set; } = Samples.Reconciliation;

    public IReadOnlyList<DifferenceView> Differences { get; set; } = [];

    public PageRequest? LastPage { get; private set; }

    public QuarantineFilter? LastFilter { get; private set; }

    public Task<HubStatus> StatusAsync(CancellationToken cancellationToken) => Answer(Status);

    public Task<HubActivity> ActivityAsync(CancellationToken cancellationToken) => Answer(new HubActivity(2, 1, 1, 0, false, 7, 0, 0, false));

    public Task<IReadOnlyList<ConnectorView>> ConnectorsAsync(CancellationToken cancellationToken) => Answer<IReadOnlyList<ConnectorView>>([Samples.Connector]);

    public Task<ConnectorDetail?> ConnectorAsync(string id, CancellationToken cancellationToken) => Answer(id == Samples.Land ? Samples.Detail : null);

    public Task<Page<RunView>> RunsAsync(string? connector, PageRequest page, CancellationToken cancellationToken) => Page(page, Run);

    public Task<RunDetail?> RunAsync(long id, CancellationToken cancellationToken)
    {
        Asked++;
        WhenAsked?.Invoke();
        return Answer(id == Run.Id ? new RunDetail(Run, [new(1, Run.Counts, null, "s|17", Samples.At)], new(0, 2, 0, 0)) : null);
    }

    public Task<RecordPage> RecordsAsync(RecordFilter filter, CancellationToken cancellationToken) =>
        Answer(Samples.Number.StartsWith(filter.Number ?? filter.Prefix!, StringComparison.Ordinal)
            ? new RecordPage([Samples.Record], filter.Limit == 1 ? Samples.Number : null)
            : new([], null));

    public Task<RecordTrace?> TraceAsync(string number, CancellationToken cancellationToken) => Answer(number == Samples.Number ? Samples.Trace : null);

    public Task<Page<QuarantineEntry>> QuarantineAsync(QuarantineFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        LastFilter = filter;
        return Page(page, Samples.Entry);
    }

    public Task<QuarantineDetail?> QuarantineAsync(long id, CancellationToken cancellationToken) =>
        Answer(id == Samples.Entry.Id ? new QuarantineDetail(Samples.Entry, "c-1", [new() { Pointer = "/HoTen", Type = "text", Length = 12 }]) : null);

    public Task<Page<OutboxRow>> DeadAsync(DeadFilter filter, PageRequest page, CancellationToken cancellationToken) => Page(page, Samples.Dead);

    public Task<OutboxRow?> DeadAsync(long id, CancellationToken cancellationToken) => Answer(id == Samples.Dead.Id ? Samples.Dead : null);

    public Task<Page<ReconciliationView>> ReconciliationsAsync(PageRequest page, CancellationToken cancellationToken) => Page(page, Reconciliation);

    public Task<ReconciliationView?> ReconciliationAsync(long id, CancellationToken cancellationToken) =>
        Answer(id == Reconciliation.Id ? Reconciliation : null);

    public Task<Page<DifferenceView>> DifferencesAsync(long reconciliation, PageRequest page, CancellationToken cancellationToken) =>
        Page(page, [.. Differences]);

    public Task<string?> WhyNotAsync() => Task.FromResult(NotReady);

    private Task<Page<T>> Page<T>(PageRequest page, params T[] items)
    {
        LastPage = page;
        return Answer(new Page<T>(items, items.Length == page.Limit ? 99 : null));
    }

    private Task<T> Answer<T>(T answer) => Failure is null ? Task.FromResult(answer) : Task.FromException<T>(Failure);
}
