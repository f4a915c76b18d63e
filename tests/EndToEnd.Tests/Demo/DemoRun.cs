using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<string, TaskCompletionSource<(int Id, Uri Address)>> programs = [];
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

    /// <summary>A program's process and address, as soon as the demo tells them.</summary>
    public Task<(int Id, Uri Address)> ProgramAsync(string name, CancellationToken cancellationToken) =>
        Program(name).Task.WaitAsync(Patience, cancellationToken);

    private TaskCompletionSource<(int Id, Uri Address)> Program(string name) =>
        programs.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

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
        if (ProgramLine().Match(line) is { Success: true, Groups: var told })
            Program(told[1].Value).TrySetResult((int.Parse(told[2].ValueSpan, CultureInfo.InvariantCulture), new(told[3].Value)));
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    [GeneratedRegex("^([a-z-]+) is process ([0-9]+) at (.+)$")]
    private static partial Regex ProgramLine();
}
