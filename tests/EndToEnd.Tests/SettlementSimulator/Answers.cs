using System.Text.Json;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

internal static class Answers
{
    public static string Text(this JsonElement element, string member) => element.GetProperty(member).GetString()!;

    public static string Code(this JsonElement answer) => answer.Text("error_code");

    public static string Message(this JsonElement answer) => answer.Text("message");

    /// <summary>The codes of the items, in order.</summary>
    public static string ItemCodes(this JsonElement answer) =>
        string.Join(' ', answer.GetProperty("result").EnumerateArray().Select(item => item.Code()));

    public static JsonElement Item(this JsonElement answer, int index) => answer.GetProperty("result")[index];

    public static string Raw(this IEnumerable<JsonElement> rows) => string.Join('\n', rows.Select(row => row.GetRawText()));
}
