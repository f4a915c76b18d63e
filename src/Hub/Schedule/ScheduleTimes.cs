using Quartz;

namespace IntegrationHub.Hub.Schedule;

/// <summary>When a schedule is due, by Quartz' own reading of it.</summary>
internal static class ScheduleTimes
{
    public static DateTimeOffset? NextAfter(string schedule, DateTimeOffset moment) => new CronExpression(schedule).GetNextValidTimeAfter(moment);
}
