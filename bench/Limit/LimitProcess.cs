using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IntegrationHub.Bench.Processes;

namespace IntegrationHub.Bench.Limit;

/// <summary>The path without a ledger in a process of its own, as a hub would be; it tells its figures on standard output.</summary>
internal static class LimitProcess
{
    public static async Task<Figures> RunAsync(
        Options options, SourceProcess source, TargetProcess target, CancellationToken cancellationToken)
    {
        var start = Self.Start(
            "limit-once", source.Address.ToString(), target.Address.ToString(), source.Calendar.ToString(),
            options.TargetBatch.ToString(CultureInfo.InvariantCulture));
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start) ?? throw new BenchException("the limit's process cannot be started.");
        var told = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Figures>(told)!
            : throw new BenchException($"the limit's process ended with exit code {process.ExitCode}.");
    }
}
