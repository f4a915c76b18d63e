using System.Net.Mime;

namespace IntegrationHub.Sim.Settlement.Wire;

internal static class Reply
{
    private const string Json = MediaTypeNames.Application.Json + "; charset=utf-8";

    public static Task SendAsync(HttpContext http, ReadOnlyMemory<byte> json, int status = StatusCodes.Status200OK) =>
        SendAsync(http, json, json.Length, Json, status);

    public static Task SendHtmlAsync(HttpContext http, ReadOnlyMemory<byte> page) =>
        SendAsync(http, page, page.Length, MediaTypeNames.Text.Html, StatusCodes.Status200OK);

    /// <summary>Promises the whole body, sends half of it and drops the connection.</summary>
    public static async Task SendCutAsync(HttpContext http, ReadOnlyMemory<byte> json)
    {
        await SendAsync(http, json[..(json.Length / 2)], json.Length, Json, StatusCodes.Status200OK);
        await http.Response.Body.FlushAsync(CancellationToken.None);
        http.Abort();
    }

    private static async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> body, int promised, string type, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        http.Response.ContentLength = promised;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
