using System.Text.Json;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>One call: sent once, its answer read and named. A time-out is thrown, for it ends the attempt.</summary>
internal static class HttpAttempt
{
    public static async Task<Outcome<HttpAnswer<T>>> MakeAsync<T>(
        Func<CancellationToken, Task<HttpResponseMessage>> call, JsonReading<T> reading, TimeProvider clock, string where,
        CancellationToken cancellationToken)
    {
        try
        {
            using var response = await call(cancellationToken);
            if (HttpFaults.Of(response, clock, where) is { } fault)
                return fault;

            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return Read(bytes, reading, where) is var read && read.Succeeded(out var body, out var unreadable)
                ? new HttpAnswer<T>(body, response.Headers.Date)
                : unreadable;
        }
        catch (Exception failure)
            when (!cancellationToken.IsCancellationRequested && HttpFailure.Cause(failure) is { } cause and not OperationCanceledException)
        {
            return NoAnswer(cause, where);
        }
    }

    public static Fault.Transient NoAnswer(Exception cause, string where) =>
        new($"{where} did not answer ({HttpFailure.Describe(cause)}). Check that it runs and that the hub may reach it.");

    private static Outcome<T> Read<T>(byte[] bytes, JsonReading<T> reading, string where)
    {
        try
        {
            return reading(bytes) is { } body ? body : Changed(where, "$");
        }
        catch (JsonException changed) when (IsJson(bytes))
        {
            return Changed(where, changed.Path);
        }
        catch (JsonException)
        {
            return new Fault.Transient(
                $"{where} answered with something that is not JSON, or was cut short. "
                + "A proxy or an error page may stand in the way.");
        }
    }

    private static bool IsJson(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Fault.Drift Changed(string where, string? path) =>
        new($"{where} answered in another form than agreed, at {path ?? "$"}. Ask its owner what changed, then change the connector.");
}
