namespace IntegrationHub.Sim.Sources.Facts;

/// <summary><c>TrangThaiHoSo</c>, 1 to 10.</summary>
internal static class Status
{
    public const int Registered = 1;
    public const int Received = 2;
    public const int Refused = 3;
    public const int Processing = 4;
    public const int Supplement = 5;
    public const int Payment = 6;
    public const int Withdrawn = 7;
    public const int Stopped = 8;
    public const int Finished = 9;
    public const int HandedOver = 10;

    private static readonly string[] Names =
    [
        "", "Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý", "Yêu cầu bổ sung giấy tờ",
        "Yêu cầu thực hiện nghĩa vụ tài chính", "Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đã xử lý xong", "Đã trả kết quả",
    ];

    public static string Name(int status) => Names[status];

    public static bool IsFinal(int status) => status is Refused or Withdrawn or HandedOver;

    public static int Next(int status) => status switch
    {
        Registered => Received,
        Processing => Finished,
        Finished => HandedOver,
        _ => Processing,
    };
}
