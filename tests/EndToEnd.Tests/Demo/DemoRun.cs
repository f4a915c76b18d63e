using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationHub.EndToEnd.Tests.Demo;

/// <summary>One run of the demo program as a person would start it.</summary>
internal sealed partial class DemoRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);
    private readonly Process process;
    private readonly List<string> talk = [];
    private readonly TaskCompletionSource<(int Id, Uri Address)> hub = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string lastLine = "";

    private DemoRun(Process process) => this.process = process;

    public static DemoRun Start(string state, params string[] options) => Start(state, new Dictionary<string, string>(), options);

    public static DemoRun Start(string state, IReadOnlyDictionary<string, string> environment, params string[] options)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(own.Parent!.Parent!.FullName, "IntegrationHub.Demo", own.Name, "demo.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", program, "--once", "--json", "--state", state, .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var run = new DemoRun(new Process { StartInfo = start });
        run.process.OutputDataReceived += (_, line) => run.lastLine = line.Data ?? run.lastLine;
        run.process.ErrorDataReceived += (_, line) => run.Hear(line.Data);
        run.process.Start();
        run.process.BeginOutputReadLine();
        run.process.BeginErrorReadLine();
        return run;
    }

    /// <summary>The hub's process and address, as the demo tells them.</summary>
    public Task<(int Id, Uri Address)> HubAsync(CancellationToken cancellationToken) => hub.Task.WaitAsync(Patience, cancellationToken);

    public async Task<(int Exit, string Talk, JsonElement Json)> EndAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        lock (talk)
            return (process.ExitCode, string.Join('\n', talk), lastLine.Length > 0 ? JsonDocument.Parse(lastLine).RootElement : default);
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (talk)
            talk.Add(line);
        if (HubLine().Match(line) is { Success: true } match)
            hub.TrySetResult((int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), new(match.Groups[2].Value)));
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    [GeneratedRegex("^hub-server is process ([0-9]+) at (.+)$")]
    private static partial Regex HubLine();
}
