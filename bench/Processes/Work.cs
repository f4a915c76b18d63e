using System.Diagnostics;

namespace IntegrationHub.Bench.Processes;

/// <summary>
/// What the processes have worked so far: processor time, theirs and the kernel's for them. Unlike the wall it tells the same whoever
/// else uses the machine.
/// </summary>
internal readonly record struct Work(TimeSpan Hub, TimeSpan Source, TimeSpan Target)
{
    public static Work operator -(Work now, Work then) => new(now.Hub - then.Hub, now.Source - then.Source, now.Target - then.Target);

    public static TimeSpan Of(int process)
    {
        using var running = Process.GetProcessById(process);
        return running.TotalProcessorTime;
    }
}
