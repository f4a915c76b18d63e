using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Hub.Tests.Contracts.Schema;

/// <summary>What the schemas say beyond the shape: patterns, lengths, official codes, and which date a status asks for.</summary>
internal static class Bounds
{
    private const string NotBlank = @"\S";

    private static readonly Dictionary<(Type, string), Action<JsonObject>> Members = new()
    {
        [(typeof(CanonicalRecord), nameof(CanonicalRecord.Number))] = Pattern(@"^[0-9A-Za-z.\-_/]{1,50}$"),
        [(typeof(Envelope), nameof(Envelope.Source))] = Pattern(NotBlank),
        [(typeof(Envelope), nameof(Envelope.Stream))] = Pattern(NotBlank),
        [(typeof(Envelope), nameof(Envelope.SourceKey))] = Pattern(NotBlank) + Length(Limits.SourceKey),
        [(typeof(Envelope), nameof(Envelope.CorrelationId))] = Pattern(NotBlank),
        [(typeof(Envelope), nameof(Envelope.ContractVersion))] = Pattern(@"^1(\.|$)"),
        [(typeof(Procedure), nameof(Procedure.Code))] = Pattern(@"^[0-9]\.[0-9]{6}$"),
        [(typeof(Procedure), nameof(Procedure.Name))] = Pattern(NotBlank),
        [(typeof(Procedure), nameof(Procedure.SectorCode))] = Pattern(NotBlank) + Length(Limits.SectorCode),
        [(typeof(Procedure), nameof(Procedure.SectorName))] = Pattern(NotBlank) + Length(Limits.SectorName),
        [(typeof(Party), nameof(Party.Name))] = Length(Limits.ApplicantName),
        [(typeof(Party), nameof(Party.Email))] = Length(Limits.Email),
        [(typeof(Party), nameof(Party.Phone))] = Length(Limits.Phone),
        [(typeof(Party), nameof(Party.IdentityNumber))] = Length(Limits.IdentityNumber),
        [(typeof(Dossier), nameof(Dossier.Abstract))] = Pattern(NotBlank) + Length(Limits.Abstract),
        [(typeof(Dossier), nameof(Dossier.Agency))] = Pattern(NotBlank),
        [(typeof(Dossier), nameof(Dossier.Note))] = Length(Limits.Note),
        [(typeof(DossierChange), nameof(DossierChange.Note))] = Length(Limits.Note),
        [(typeof(StatusCondition), nameof(StatusCondition.Unless))] = Set("minItems", 1),
        [(typeof(DossierProgress), nameof(DossierProgress.Officer))] = Length(Limits.Officer),
        [(typeof(SubmittedPaper), nameof(SubmittedPaper.Name))] = Length(Limits.PaperName),
        [(typeof(ResultPaper), nameof(ResultPaper.Name))] = Length(Limits.ResultName),
        [(typeof(FileReference), nameof(FileReference.Sha256))] = Pattern("^[0-9a-f]{64}$"),
        [(typeof(Fee), nameof(Fee.Amount))] = Set("type", "integer") + Set("minimum", 0),
        [(typeof(OtherAttachment), nameof(OtherAttachment.Count))] = Set("minimum", 0),
    };

    public static void OfMember(PropertyInfo member, JsonObject schema)
    {
        if (Members.TryGetValue((member.DeclaringType!, member.Name), out var bound))
            bound(schema);
    }

    public static void OfType(Type type, JsonObject schema)
    {
        if (type.IsEnum)
            schema["x-codes"] = new JsonObject(Enum.GetValues(type).Cast<Enum>().Select(value =>
                KeyValuePair.Create<string, JsonNode?>(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), value.ToString("D"))));
        if (type == typeof(PartialDate))
            (Set("type", new JsonArray("string", "null")) + Pattern("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"))(schema);
        if (type == typeof(Identity))
            schema["allOf"] = Array(
                """{"if":{"properties":{"kind":{"const":"personalNumber"}}},"then":{"properties":{"number":{"pattern":"^[0-9]{12}$"}}}}""",
                """{"if":{"properties":{"kind":{"const":"oldIdentityCard"}}},"then":{"properties":{"number":{"pattern":"^[0-9]{9}$"}}}}""");
    }

    public static void OfRecord(Type type, JsonObject schema)
    {
        if (type == typeof(Dossier))
            schema["allOf"] = Array(
                Asks("receivedAt", """{"not":{"enum":["filed","refused"]}}"""),
                Asks("finishedAt", """{"enum":["processed","returned"]}"""),
                Asks("returnedAt", """{"const":"returned"}"""));
        if (type == typeof(DossierChange))
            schema["anyOf"] = Array([.. schema["properties"]!.AsObject().Select(member => member.Key)
                .Except(["kind", "envelope", "number", "condition"])
                .Select(name => """{"required":["NAME"],"properties":{"NAME":{"not":{"type":"null"}}}}""".Replace("NAME", name))]);
    }

    private static string Asks(string member, string status) =>
        """{"if":{"properties":{"status":STATUS}},"then":{"required":["NAME"],"properties":{"NAME":{"type":"string"}}}}"""
            .Replace("STATUS", status).Replace("NAME", member);

    private static JsonArray Array(params string[] schemas) => new([.. schemas.Select(schema => JsonNode.Parse(schema))]);

    private static Action<JsonObject> Pattern(string pattern) => Set("pattern", pattern);

    private static Action<JsonObject> Length(int limit) => Set("maxLength", limit);

    private static Action<JsonObject> Set(string keyword, JsonNode value) => schema => schema[keyword] = value.DeepClone();
}
