using System.Text.Json;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Whose value a JSON reader stands at, followed token by token: a text in a list is of the list's own member.</summary>
internal sealed class MemberTrail
{
    private readonly Stack<string> outer = new();

    /// <summary>The member's name; empty outside every object.</summary>
    public string Member { get; private set; } = "";

    public void Follow(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Member = reader.GetString()!;
                break;
            case JsonTokenType.StartObject:
                outer.Push(Member);
                break;
            case JsonTokenType.EndObject:
                Member = outer.Pop();
                break;
        }
    }
}
