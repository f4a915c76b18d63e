using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace IntegrationHub.Demo.Processes;

/// <summary>A program that the demo started: its address, its log file, and the news of its death.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const int LinesKept = 8;
    private const int WidthKept = 240;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);
    private readonly Process process;
    private readonly StreamWriter log;
    private readonly Queue<string> last = [];
    private readonly CountdownEvent talking = new(2); // standard output and standard error
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool stopping;

    private Child(string name, Process process, string logPath)
    {
        (Name, this.process) = (name, process);
        log = new StreamWriter(logPath, append: true) { AutoFlush = true };
        LogPath = logPath;
    }

    public string Name { get; }

    public int Id { get; private set; }

    public string LogPath { get; }

    public Uri Address => listening.Task.Result;

    /// <summary>Completes, as a failure, when the program ends although it was not told to.</summary>
    public Task Died => died.Task;

    public static async Task<Child> StartAsync(
        string name, ProcessStartInfo start, string logFolder, TimeSpan patience, CancellationToken cancellationToken)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        Directory.CreateDirectory(logFolder);
        var child = new Child(name, new Process { StartInfo = start, EnableRaisingEvents = true }, Path.Combine(logFolder, $"{name}.log"));
        child.Watch();
        child.process.Start();
        child.Id = child.process.Id;
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        try
        {
            var first = await Task.WhenAny(child.listening.Task, child.died.Task).WaitAsync(patience, cancellationToken);
            await first;
            return child;
        }
        catch (TimeoutException)
        {
            await child.DisposeAsync();
            throw new DemoException($"{name} (pid {child.Id}) does not listen after {patience.TotalSeconds:0} s; see {child.LogPath}");
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    private void Watch()
    {
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Exited += (_, _) =>
        {
            if (!stopping)
                died.TrySetException(new DemoException(Obituary()));
        };
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            talking.Signal();
            return;
        }
        lock (last)
        {
            log.WriteLine(line);
            last.Enqueue(line.Length > WidthKept ? $"{line[..WidthKept]}…" : line);
            if (last.Count > LinesKept)
                last.Dequeue();
        }
        if (!listening.Task.IsCompleted && AddressIn(line) is { } address)
            listening.TrySetResult(address);
    }

    private static Uri? AddressIn(string line)
    {
        if (!line.StartsWith("{\"listening\":", StringComparison.Ordinal))
            return null;
        using var document = JsonDocument.Parse(line);
        return new Uri(document.RootElement.GetProperty("listening").GetString()!.TrimEnd('/') + "/");
    }

    private string Obituary()
    {
        // Its death is known before its last words have come through the pipes.
        talking.Wait(TimeSpan.FromSeconds(2));
        lock (last)
            return $"{Name} (pid {Id}) died with exit code {process.ExitCode}. "
                + $"Its last words, all of them in {LogPath}:\n  {string.Join("\n  ", last)}";
    }

    /// <summary>The most memory it ever held, in MiB, as the kernel counted it.</summary>
    public double PeakMemoryMiB()
    {
        var status = $"/proc/{Id}/status";
        if (!File.Exists(status))
            return process.PeakWorkingSet64 / 1048576.0;
        var line = File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        if (line is null)
            return 0;
        var kibibytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return double.Parse(kibibytes, System.Globalization.CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Asks it to end, waits, and ends it if it does not. Answers with a sentence if it did not end well.</summary>
    public async Task<string?> StopAsync()
    {
        if (stopping)
            return null;
        stopping = true;
        if (process.HasExited)
            return process.ExitCode == 0 ? null : Obituary();
        process.StandardInput.Close();
        Terminate(Id);
        using var patience = new CancellationTokenSource(Grace);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 ? null : $"{Name} (pid {Id}), told to end, ended with exit code {process.ExitCode}; see {LogPath}";
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            return $"{Name} (pid {Id}), told to end, had to be killed after {Grace.TotalSeconds:0} s; see {LogPath}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
        lock (last)
            log.Dispose();
    }

    private static void Terminate(int id)
    {
        const int SIGTERM = 15;
        if (!OperatingSystem.IsWindows())
            _ = Kill(id, SIGTERM);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int id, int signal);
}
