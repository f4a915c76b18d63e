using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Demo.Wire;

/// <summary>The hub, as any operator's program sees it: over its API, with its token.</summary>
internal sealed class HubApi(HttpClient http)
{
    private const int PageSize = 500;

    public Task<HubStatus> StatusAsync(CancellationToken cancellationToken) =>
        GetAsync("v1/status", HubApiJson.Default.HubStatus, cancellationToken);

    public Task<HubActivity> ActivityAsync(CancellationToken cancellationToken) =>
        GetAsync("v1/activity", HubApiJson.Default.HubActivity, cancellationToken);

    public Task<IReadOnlyList<ConnectorView>> ConnectorsAsync(CancellationToken cancellationToken) =>
        GetAsync("v1/connectors", HubApiJson.Default.IReadOnlyListConnectorView, cancellationToken);

    /// <summary>Starts a run, or answers nothing while another one of that connector is under way.</summary>
    public async Task<RunView?> TryStartRunAsync(string connector, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(
            "v1/runs", new StartRunRequest(connector), HubApiJson.Default.StartRunRequest, cancellationToken);
        return response.StatusCode == HttpStatusCode.Conflict
            ? null
            : await ReadAsync(response, "v1/runs", HubApiJson.Default.RunView, cancellationToken);
    }

    public async Task<RunView> RunAsync(long id, CancellationToken cancellationToken) =>
        (await GetAsync($"v1/runs/{id}", HubApiJson.Default.RunDetail, cancellationToken)).Run;

    public async Task<ReconciliationView> ReconcileAsync(CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(
            "v1/reconciliations", new(Repair: true), HubApiJson.Default.StartReconciliationRequest, cancellationToken);
        return await ReadAsync(response, "v1/reconciliations", HubApiJson.Default.ReconciliationView, cancellationToken);
    }

    public Task<ReconciliationView> ReconciliationAsync(long id, CancellationToken cancellationToken) =>
        GetAsync($"v1/reconciliations/{id}", HubApiJson.Default.ReconciliationView, cancellationToken);

    public IAsyncEnumerable<QuarantineEntry> OpenQuarantineAsync(CancellationToken cancellationToken) =>
        PagesAsync("v1/quarantine?state=open&", HubApiJson.Default.PageQuarantineEntry, cancellationToken);

    /// <summary>The dossier of an entry that names none itself, read from what the hub shows of its source record.</summary>
    public async Task<string?> NumberOfAsync(long entry, CancellationToken cancellationToken)
    {
        var detail = await GetAsync($"v1/quarantine/{entry}", HubApiJson.Default.QuarantineDetail, cancellationToken);
        return detail.Source.FirstOrDefault(member => member.Pointer.Split('/')[^1] is "MaHoSo" or "SoBienNhan" or "ma_ho_so")?.Value;
    }

    public IAsyncEnumerable<OutboxRow> DeadAsync(CancellationToken cancellationToken) =>
        PagesAsync("v1/dead?", HubApiJson.Default.PageOutboxRow, cancellationToken);

    private async IAsyncEnumerable<T> PagesAsync<T>(
        string list, JsonTypeInfo<Page<T>> type,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long? after = 0; after is not null;)
        {
            var page = await GetAsync($"{list}limit={PageSize}&after={after}", type, cancellationToken);
            foreach (var item in page.Items)
                yield return item;
            after = page.Next;
        }
    }

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(path, cancellationToken);
        return await ReadAsync(response, path, type, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(
        HttpResponseMessage response, string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync(type, cancellationToken)
                ?? throw new DemoException($"hub-server answers {path} with nothing.")
            : throw new DemoException(
                $"hub-server answers {path} with HTTP {(int)response.StatusCode}: "
                + $"{await response.Content.ReadAsStringAsync(cancellationToken)}");
}
