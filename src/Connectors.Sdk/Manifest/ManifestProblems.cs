using System.Text;
using System.Text.Json;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Collects what is wrong with a manifest and finds the line it stands on.</summary>
internal sealed class ManifestProblems(string file, string json)
{
    private readonly List<ManifestProblem> all = [];
    private Dictionary<string, int>? lines;

    public IReadOnlyList<ManifestProblem> All => all;

    public void Add(string pointer, string message) =>
        all.Add(new(file, pointer, (lines ??= Lines()).TryGetValue(pointer, out var line) ? line : null, message));

    // Members only, by their names' lines; a list's problems are told at the list.
    private Dictionary<string, int> Lines()
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var path = new Stack<string>();
        var member = "";
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    member = reader.GetString()!;
                    found.TryAdd(
                        $"{string.Concat(path.Reverse())}/{member}",
                        1 + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n'));
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    path.Push(path.Count == 0 && member.Length == 0 ? "" : $"/{member}");
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    path.Pop();
                    break;
            }
        }

        return found;
    }
}
