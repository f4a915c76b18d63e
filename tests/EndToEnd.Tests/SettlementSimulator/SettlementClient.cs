using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

/// <summary>Speaks the wire of the profile with nothing of ours between: what it sends and sees is JSON.</summary>
internal sealed class SettlementClient : IDisposable
{
    private readonly HttpClient http;
    private string session = "";

    private SettlementClient(Uri address) => http = new HttpClient { BaseAddress = address };

    public string MaDonVi { get; set; } = "H40.01";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<SettlementClient> SignInAsync(Uri address, string account, string password)
    {
        var client = new SettlementClient(address);
        await client.SignInAgainAsync(account, password);
        return client;
    }

    public async Task<JsonElement> SignInAgainAsync(string account, string password)
    {
        using var response = await http.PostAsJsonAsync("/auth", new { username = account, password }, Cancelled);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        session = answer.GetProperty("session").GetString()!;
        return answer;
    }

    /// <summary>A call whose answer must be HTTP 200 and the envelope.</summary>
    public async Task<JsonElement> CallAsync(string service, JsonObject? members = null)
    {
        using var response = await SendAsync(service, members);
        ((int)response.StatusCode).ShouldBe(200);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        answer.GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Array);
        return answer;
    }

    public Task<HttpResponseMessage> SendAsync(string service, JsonObject? members = null, CancellationToken cancellationToken = default)
    {
        var body = members?.DeepClone().AsObject() ?? [];
        body["session"] = session;
        body["madonvi"] = MaDonVi;
        body["service"] = service;
        return SendTextAsync(body.ToJsonString(), cancellationToken);
    }

    public async Task<JsonElement> CallTextAsync(string body)
    {
        using var response = await SendTextAsync(body.Replace("SESSION", session, StringComparison.Ordinal));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }

    public Task<JsonElement> WriteAsync(string isUpdating, params JsonNode[] dossiers) =>
        CallAsync("DongBoHoSoMC", new JsonObject { ["isUpdating"] = isUpdating, ["data"] = Copies(dossiers) });

    public Task<JsonElement> WriteRowsAsync(params JsonNode[] rows) =>
        CallAsync("CapNhatTienDoHoSoMC", new JsonObject { ["data"] = Copies(rows) });

    public async Task<JsonElement[]> ReadAsync(string service, JsonObject members)
    {
        var answer = await CallAsync(service, members);
        answer.Code().ShouldBe("0");
        return [.. answer.GetProperty("result").EnumerateArray()];
    }

    public Task<JsonElement[]> ReadDossierAsync(string maHoSo) => ReadAsync("TraCuuHoSo", new JsonObject { ["mahoso"] = maHoSo });

    public Task<JsonElement[]> ListAsync(string nguon = "") => ReadAsync(
        "DanhSachTomTat", new JsonObject { ["sau"] = "", ["soLuong"] = "5000", ["nguon"] = nguon });

    public Task<JsonElement[]> GroupsAsync(string tienTo = "", string nguon = "") => ReadAsync(
        "TomTatNhom", new JsonObject { ["tienTo"] = tienTo, ["nguon"] = nguon });

    public async Task<JsonElement> StatsAsync() => await http.GetFromJsonAsync<JsonElement>("/sim/stats", Cancelled);

    public async Task<int> ControlAsync(string path, JsonObject body)
    {
        using var response = await http.PostAsJsonAsync(path, body, Cancelled);
        return (int)response.StatusCode;
    }

    public void Dispose() => http.Dispose();

    private Task<HttpResponseMessage> SendTextAsync(string body, CancellationToken cancellationToken = default) => http.PostAsync(
        "/service",
        new StringContent(body, Encoding.UTF8, "application/json"),
        cancellationToken == default ? Cancelled : cancellationToken);

    private static JsonArray Copies(JsonNode[] items) => [.. items.Select(item => item.DeepClone())];
}
