using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Demo.Wire;

namespace IntegrationHub.EndToEnd.Tests.Demo;

/// <summary>A settlement system that answers as a test writes it, and remembers what it was asked.</summary>
internal sealed class ScriptedTarget : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> signIns = [];
    private readonly Dictionary<string, Func<JsonNode, string>> services = [];

    public List<JsonNode> Calls { get; } = [];

    public int SignIns { get; private set; }

    public ServiceClient Client() => new(new(this) { BaseAddress = new("http://settlement.example/") }, new("hub", "secret"));

    /// <summary>What the next sign-ins meet; after them every one is let in.</summary>
    public ScriptedTarget AtSignIn(params Func<HttpResponseMessage>[] answers)
    {
        foreach (var answer in answers)
            signIns.Enqueue(answer);
        return this;
    }

    public ScriptedTarget At(string service, Func<JsonNode, string> answer)
    {
        services[service] = answer;
        return this;
    }

    public ScriptedTarget At(string service, string answer) => At(service, _ => answer);

    /// <summary>Answers the comparer's questions as a target that holds these dossiers, without progress.</summary>
    public ScriptedTarget Holding(params JsonObject[] dossiers) => this
        .At("TraCuuHoSo", asked => Answer("0", [.. dossiers.Where(one => $"{one["MaHoSo"]}" == $"{asked["mahoso"]}")]))
        .At("TraCuuTienDo", Answer("0"))
        .At("DanhSachTomTat", asked => Answer("0", $"{asked["sau"]}".Length == 0 ? dossiers : []));

    public static Func<HttpResponseMessage> Body(string text, HttpStatusCode status = HttpStatusCode.OK) =>
        () => new(status) { Content = new StringContent(text) };

    public static Func<HttpResponseMessage> Status(HttpStatusCode status) => () => new(status);

    public static string Answer(string code, params JsonNode[] rows) =>
        JsonSerializer.Serialize(new { error_code = code, message = "", result = rows });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        var answer = request.RequestUri!.AbsolutePath == "/auth" ? SignIn() : Serve(asked);
        var response = answer();
        response.Headers.RetryAfter ??= new(TimeSpan.Zero);
        return response;
    }

    private Func<HttpResponseMessage> SignIn()
    {
        SignIns++;
        return signIns.TryDequeue(out var answer) ? answer : Body("""{"error_code":"0","message":"","session":"s"}""");
    }

    private Func<HttpResponseMessage> Serve(JsonNode asked)
    {
        lock (Calls)
            Calls.Add(asked);
        return Body(services.TryGetValue($"{asked["service"]}", out var answer) ? answer(asked) : Answer("0"));
    }
}
