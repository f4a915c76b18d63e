namespace IntegrationHub.Hub.Read;

/// <summary>What a run began by.</summary>
internal static class Triggers
{
    public const string Schedule = "schedule";
    public const string Callback = "callback";
    public const string Manual = "manual";
    public const string Release = "release";

    /// <summary>Whether it began by itself, and no person asked for it.</summary>
    public static bool ByItself(string trigger) => trigger is Schedule or Callback;
}
