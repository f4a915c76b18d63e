using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

internal sealed class DanhSachTomTatNhom(DigestPages pages) : IService
{
    public string Name => "DanhSachTomTatNhom";

    public Answer Handle(Call call, string account) => DigestRequest.Prefix(call, 1, 8) is { } prefix
        ? pages.Page(call, account, prefix)
        : Answer.Refused("tienTo is missing or not 1 to 8 lower-case hex digits");
}
