using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Connectors.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Http;

public sealed class StallingAnswerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The time limit covers the body too: a source that stalls in it would hold the run for ever.</summary>
    [Fact(Timeout = 30_000)]
    public async Task An_answer_that_stalls_in_its_body_is_no_whole_answer_in_time()
    {
        var calls = 0;
        await using var source = await ServeAsync(async context =>
        {
            calls++;
            await context.Response.WriteAsync("""{"a":"1",""", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var fault = (await ReadAsync(source, TestContext.Current.CancellationToken)).Fault.ShouldBeOfType<Fault.Transient>();

        fault.Message.ShouldContain("The source did not answer (no whole answer in time)");
        calls.ShouldBe(1);
    }

    private static async Task<Outcome<HttpAnswer<JsonElement>>> ReadAsync(WebApplication source, CancellationToken stop)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("source").ForOneHost(new(source.Urls.First()), TimeSpan.FromSeconds(1));
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("source");
        var reads = new HttpReads(TimeProvider.System, "The source");
        return await reads.ReadAsync(
            // As Refit makes a call: the answer is handed on as soon as its headers are there.
            token => client.GetAsync(new Uri("/", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, token),
            StallingJson.Default.JsonElement, stop);
    }

    private static async Task<WebApplication> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(Stop);
        return app;
    }
}

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class StallingJson : JsonSerializerContext;
