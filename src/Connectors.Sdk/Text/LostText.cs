using System.Text;
using System.Text.Json;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Finds text of which a decoder lost a character: it leaves U+FFFD where the bytes were none of its encoding.</summary>
internal static class LostText
{
    public const char Sign = '\uFFFD';

    /// <summary>Looks through the names and texts of a record.</summary>
    /// <returns>The refusal of the first that has lost something, or <see langword="null"/>.</returns>
    public static MapResult.Rejected? In(string content)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(content));
        var trail = new MemberTrail();
        while (reader.Read())
        {
            trail.Follow(ref reader);
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && reader.GetString()!.Contains(Sign))
                return trail.Member.Contains(Sign) ? Refusal("", "A member's name") : Refusal($"/{trail.Member}", $"'{trail.Member}'");
        }

        return null;
    }

    private static MapResult.Rejected Refusal(string pointer, string what) => new(
        "text-lost", pointer,
        $"{what} holds U+FFFD, the mark that a decoder leaves where it could not read the bytes. The connection must name the encoding "
        + "that the source's text is in, or the source must write it anew.");
}
