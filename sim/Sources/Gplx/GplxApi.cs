using System.Globalization;
using IntegrationHub.Sim.Sources.Faces;
using IntegrationHub.Sim.Sources.Facts;
using IntegrationHub.Sim.Sources.Store;
using IntegrationHub.Sim.Sources.Waves;

namespace IntegrationHub.Sim.Sources.Gplx;

internal sealed record LoginRequest(string? username, string? password);

internal sealed record LoginAnswer(string error_code, string message, string session);

internal sealed record ListRequest(
    string? session, string? service, string? donViXuLy, string? ngayNhan1, string? ngayNhan2, int trang, int soDong);

internal sealed record ListAnswer(string error_code, string message, int total, IReadOnlyList<LicenceRecord> data)
{
    public static ListAnswer No(string code, string message) => new(code, message, 0, []);
}

/// <summary>The driving-licence feed as others see it.</summary>
internal static class GplxApi
{
    private const string Service = "DanhSachHoSo";
    private const int MostRows = 1000;

    public static void MapGplx(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/gplx/api/login", (LoginRequest request, Sessions sessions) => Results.Json(Login(request, sessions), Wire.Json));
        routes.MapPost("/gplx/api/DanhSachHoSo", (ListRequest request, Sessions sessions, Simulation simulation) =>
            Results.Json(List(request, sessions, simulation), Wire.Json));
    }

    private static LoginAnswer Login(LoginRequest request, Sessions sessions) =>
        sessions.Begin(request.username, request.password) is { } session
            ? new("0", "", session)
            : new("1", "Sai tên đăng nhập hoặc mật khẩu", "");

    private static ListAnswer List(ListRequest request, Sessions sessions, Simulation simulation)
    {
        if (!sessions.Spend(request.session)) return ListAnswer.No("401", "Phiên làm việc đã hết hạn");
        if (request.service != Service) return ListAnswer.No("1", "Dịch vụ không tồn tại");
        if (request.donViXuLy != LicenceFacts.Agency) return ListAnswer.No("1", "Đơn vị không tồn tại");
        if (Day(request.ngayNhan1) is not { } from || Day(request.ngayNhan2) is not { } to) return ListAnswer.No("1", "Ngày không hợp lệ");
        if (request.trang < 1 || request.soDong is < 1 or > MostRows) return ListAnswer.No("1", "Trang không hợp lệ");
        return Page(simulation, from.Iso(), to.AddDays(1).Iso(), (request.trang - 1) * request.soDong, request.soDong);
    }

    /// <summary>One snapshot: the wave and the rows that it shows.</summary>
    private static ListAnswer Page(Simulation simulation, string from, string before, int skip, int take)
    {
        using var reader = simulation.State.Reader();
        using var snapshot = reader.BeginTransaction(deferred: true);
        var (wave, total) = (reader.Wave(), reader.LicenceCount(from, before));
        var seed = simulation.World.Census.Seed;
        return new("0", "", total, [.. reader.LicencePage(from, before, skip, take)
            .Select(index => LicenceFace.Of(simulation.World.Licence(index), wave, seed))]);
    }

    private static DateTime? Day(string? text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
