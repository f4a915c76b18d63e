using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts;

/// <summary>
/// How canonical records are written as JSON: camelCase, code lists by their English words, what is unknown left out, the record's
/// kind in <c>kind</c>. The schemas in <c>contracts/schema</c> describe exactly this form. It is not the settlement packet.
/// </summary>
public static class ContractJson
{
    /// <summary>
    /// The options for reading and writing <see cref="CanonicalRecord"/>. A member that this version does not know is passed over, so
    /// that a minor version can add one.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Build();

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            AllowOutOfOrderMetadataProperties = true,
            AllowDuplicateProperties = false,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
