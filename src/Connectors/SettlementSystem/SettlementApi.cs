using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>
/// The target's two endpoints. Answers come as they are, for what they mean is decided in <see cref="SettlementFaults"/>;
/// packets travel as <see cref="SettlementContent"/>, their own text untouched.
/// </summary>
internal interface ISettlementApi
{
    [Post("/{**path}")]
    Task<HttpResponseMessage> SignInAsync(string path, [Body(buffered: true)] SignInRequest request, CancellationToken cancellationToken);

    [Post("/{**path}")]
    Task<HttpResponseMessage> CallAsync(string path, [Body] HttpContent request, CancellationToken cancellationToken);
}

/// <summary>The body of <c>/auth</c>. A class, not a record: nothing may print it.</summary>
internal sealed class SignInRequest
{
    [JsonPropertyName("username")]
    public required string UserName { get; init; }

    [JsonPropertyName("password")]
    public required string Password { get; init; }

    [JsonPropertyName("dstcode"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DstCode { get; init; }
}

/// <summary>The row of <c>KhaNang</c>.</summary>
internal sealed record KhaNangRow(
    [property: JsonPropertyName("profile")] string Profile,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("heThong")] string HeThong,
    [property: JsonPropertyName("moiTruong")] string MoiTruong,
    [property: JsonPropertyName("maxDossiers")] string MaxDossiers,
    [property: JsonPropertyName("maxProgress")] string MaxProgress);

/// <summary>The answer for one item of a call. Its words are read apart: broken ones must not spoil the fates of all the others.</summary>
internal sealed record ItemRow(
    string MaHoSo,
    [property: JsonPropertyName("error_code")] string ErrorCode,
    [property: JsonPropertyName("message")] JsonElement Message);

/// <summary>A row of <c>TomTatNhom</c>.</summary>
internal sealed record TomTatNhomRow(
    [property: JsonPropertyName("tienTo")] string TienTo,
    [property: JsonPropertyName("soLuong")] string SoLuong,
    [property: JsonPropertyName("tomTat")] string TomTat);

/// <summary>A row of <c>DanhSachTomTatNhom</c>.</summary>
internal sealed record TomTatRow(string MaHoSo, string PhienBan, string TomTat, string TrangThaiHoSo, string SoTienDo, string TomTatTienDo);

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(KhaNangRow[]))]
[JsonSerializable(typeof(ItemRow[]))]
[JsonSerializable(typeof(TomTatNhomRow[]))]
[JsonSerializable(typeof(TomTatRow[]))]
internal sealed partial class SettlementJson : JsonSerializerContext;
