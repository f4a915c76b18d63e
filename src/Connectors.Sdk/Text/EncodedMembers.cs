using System.Text;
using System.Text.Json;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// The members of a record that may be TCVN3. One program writes a row: what a member does not tell of its encoding by itself
/// ("Lô Hoa" is a name either way), the others tell.
/// </summary>
internal sealed class EncodedMembers
{
    private readonly IReadOnlyList<string> names;
    private readonly TextEvidence otherwise;

    public EncodedMembers(string content, IReadOnlyList<string> names)
    {
        this.names = names;
        var found = names.Count == 0 ? [] : Found(content);
        Mixed = found.Find(member => member.Evidence == TextEvidence.Mixed).Name;
        var told = found.Select(member => member.Evidence).ToHashSet();
        otherwise = told.Contains(TextEvidence.Unicode) && !told.Contains(TextEvidence.Tcvn3) ? TextEvidence.Unicode : TextEvidence.Tcvn3;
    }

    /// <summary>The first member that is neither one nor the other, if there is one.</summary>
    public string? Mixed { get; }

    public string Read(string member, string text) =>
        names.Contains(member) ? VietnameseText.FromTcvn3(text, Evidence.Of(text), otherwise)! : VietnameseText.Nfc(text);

    private List<(string Name, TextEvidence Evidence)> Found(string content)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(content));
        var (trail, found) = (new MemberTrail(), new List<(string, TextEvidence)>());
        while (reader.Read())
        {
            trail.Follow(ref reader);
            if (reader.TokenType == JsonTokenType.String && names.Contains(trail.Member))
                found.Add((trail.Member, Evidence.Of(reader.GetString()!)));
        }

        return found;
    }
}
