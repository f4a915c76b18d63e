namespace IntegrationHub.Sim.Settlement.Wire;

/// <summary>The values of <c>error_code</c>.</summary>
internal static class Codes
{
    public const string Accepted = "0";
    public const string AcceptedToo = "00";
    public const string Refused = "1";
    public const string NotNow = "2";
    public const string Exists = "3";
    public const string Absent = "4";
    public const string Older = "5";
    public const string Conflict = "6";
    public const string SessionEnded = "401";
    public const string Forbidden = "403";
}
