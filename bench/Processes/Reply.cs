namespace IntegrationHub.Bench.Processes;

/// <summary>How the bench's servers answer: JSON whose length is known beforehand.</summary>
internal static class Reply
{
    public static async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> json, int status = StatusCodes.Status200OK)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = json.Length;
        await http.Response.Body.WriteAsync(json);
    }
}
