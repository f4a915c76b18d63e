using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;

namespace IntegrationHub.Connectors.DrivingLicences;

/// <summary>The licence system's interface, in its own spelling. Both calls only read, though they are POSTs.</summary>
internal interface IDrivingLicencesApi
{
    [Post("/gplx/api/login")]
    Task<HttpResponseMessage> SignInAsync([Body] SignInRequest request, CancellationToken cancellationToken);

    [Post("/gplx/api/DanhSachHoSo")]
    Task<HttpResponseMessage> ListAsync([Body] ListRequest request, CancellationToken cancellationToken);
}

internal sealed record SignInRequest(
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("password")] string Password);

internal sealed record SignInAnswer(
    [property: JsonPropertyName("error_code"), JsonRequired] string ErrorCode,
    [property: JsonPropertyName("session")] string? Session);

/// <summary>Asks for the records last touched on the days <c>ngayNhan1</c> to <c>ngayNhan2</c> (yyyy-MM-dd, both inclusive).</summary>
internal sealed record ListRequest(
    [property: JsonPropertyName("session")] string Session,
    [property: JsonPropertyName("service")] string Service,
    [property: JsonPropertyName("donViXuLy")] string DonViXuLy,
    [property: JsonPropertyName("ngayNhan1")] string NgayNhan1,
    [property: JsonPropertyName("ngayNhan2")] string NgayNhan2,
    [property: JsonPropertyName("trang")] int Trang,
    [property: JsonPropertyName("soDong")] int SoDong);

/// <summary>A page; its records stay raw until they are mapped. With an error code neither total nor records need be there.</summary>
internal sealed record ListAnswer(
    [property: JsonPropertyName("error_code"), JsonRequired] string ErrorCode,
    [property: JsonPropertyName("total")] long? Total,
    [property: JsonPropertyName("data")] IReadOnlyList<ListedRecord>? Data)
{
    public static ListAnswer? Read(ReadOnlySpan<byte> json)
    {
        var answer = JsonSerializer.Deserialize(json, DrivingLicencesJson.Default.ListAnswer);
        foreach (var record in answer?.Data ?? [])
            record.TakeContent(json);
        return answer;
    }
}

[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SignInAnswer))]
[JsonSerializable(typeof(ListRequest))]
[JsonSerializable(typeof(ListAnswer))]
internal sealed partial class DrivingLicencesJson : JsonSerializerContext;
