using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;

namespace IntegrationHub.Hub.Tests.Contracts.Schema;

/// <summary>
/// Generates the JSON Schemas of <c>contracts/schema</c>: shape from the records, words from their doc comments, data classes from
/// their attributes, bounds from <see cref="Bounds"/>.
/// </summary>
internal static class ContractSchemas
{
    private static readonly JsonSerializerOptions Indented = new(ContractJson.Options) { WriteIndented = true };

    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Annotate };

    /// <returns>The text of each schema by its file name.</returns>
    public static IReadOnlyDictionary<string, string> Generate() =>
        typeof(CanonicalRecord).GetCustomAttributes<JsonDerivedTypeAttribute>().ToDictionary(
            kind => FileOf(kind.DerivedType),
            kind => Whole(kind.DerivedType, (string)kind.TypeDiscriminator!).ToJsonString(Indented) + "\n");

    // Each kind is exported on its own, so that the exporter's references point into the schema they stand in.
    private static JsonObject Whole(Type type, string kind)
    {
        var exported = ContractJson.Options.GetJsonSchemaAsNode(type, Exporter).AsObject();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"https://integrationhub.example/contracts/{Envelope.CurrentContractVersion}/{FileOf(type)}",
            ["title"] = type.Name,
            ["description"] = XmlDocs.SummaryOf(type).Text,
            ["type"] = "object",
            ["properties"] = new JsonObject([Kind(kind), .. exported["properties"]!.AsObject().Select(Detached)]),
            ["required"] = new JsonArray(["kind", .. exported["required"]!.AsArray().Select(member => member!.DeepClone())]),
        };
        Bounds.OfRecord(type, schema);
        return schema;
    }

    private static string FileOf(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name) + ".schema.json";

    private static KeyValuePair<string, JsonNode?> Kind(string kind) => KeyValuePair.Create<string, JsonNode?>("kind", new JsonObject { ["const"] = kind });

    private static KeyValuePair<string, JsonNode?> Detached(KeyValuePair<string, JsonNode?> member) =>
        KeyValuePair.Create(member.Key, member.Value?.DeepClone());

    private static JsonObject Annotate(JsonSchemaExporterContext context, JsonNode node)
    {
        var schema = node as JsonObject ?? [];
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        Bounds.OfType(type, schema);
        if (context.PropertyInfo?.AttributeProvider is PropertyInfo member)
            return Described(member, schema);
        return schema;
    }

    private static JsonObject Described(PropertyInfo member, JsonObject schema)
    {
        var docs = XmlDocs.SummaryOf(member);
        Bounds.OfMember(member, schema);
        schema.Insert(0, "title", docs.OfficialField ?? member.Name);
        schema.Insert(1, "description", docs.Text);
        schema.Insert(2, "x-data-class", JsonNamingPolicy.CamelCase.ConvertName(member.GetCustomAttribute<DataAttribute>()!.Class.ToString()));
        return schema;
    }
}
