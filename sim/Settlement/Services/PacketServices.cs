namespace IntegrationHub.Sim.Settlement.Services;

internal static class PacketServices
{
    public static IServiceCollection AddPacketServices(this IServiceCollection services) => services
        .AddSingleton<Dispatcher>()
        .AddSingleton<ItemAnswers>()
        .AddSingleton<DigestPages>()
        .AddSingleton<IService, KhaNang>()
        .AddSingleton<IService, TraCuuHoSo>()
        .AddSingleton<IService, DongBoHoSoMC>()
        .AddSingleton<IService, CapNhatTienDoHoSoMC>()
        .AddSingleton<IService, TraCuuTienDo>()
        .AddSingleton<IService, DanhSachTomTat>()
        .AddSingleton<IService, TomTatNhom>()
        .AddSingleton<IService, DanhSachTomTatNhom>();
}
