using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

internal sealed class DanhSachTomTat(DigestPages pages) : IService
{
    public string Name => "DanhSachTomTat";

    public Answer Handle(Call call, string account) => pages.Page(call, account, prefix: "");
}
