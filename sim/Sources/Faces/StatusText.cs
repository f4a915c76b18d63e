using IntegrationHub.Sim.Sources.Facts;

namespace IntegrationHub.Sim.Sources.Faces;

/// <summary>The free text in which a department's clerks write a status: any case, either Unicode form, stray spaces.</summary>
internal static class StatusText
{
    public static readonly IReadOnlyList<string> Known =
    [
        "mới đăng ký", "đã tiếp nhận", "không tiếp nhận", "đang thẩm định", "yêu cầu bổ sung", "chờ nộp lệ phí",
        "chủ đầu tư rút hồ sơ", "dừng xử lý", "đã ký giấy phép", "đã trả giấy phép",
    ];

    public static readonly IReadOnlyList<string> Unknown = ["chuyển phòng khác", "đang chờ ý kiến", "???", "treo", "hồ sơ mẫu"];

    public static string Of(int status, Dice dice) => AsTyped(Known[status - 1], dice);

    public static string AsTyped(string text, Dice dice)
    {
        text = Case(text, dice.Below(4));
        if (dice.Chance(0.10)) text = text.Replace(" ", "  ", StringComparison.Ordinal);
        if (dice.Chance(0.15)) text = " " + text;
        if (dice.Chance(0.15)) text += "  ";
        return dice.Chance(0.25) ? text.Decomposed() : text;
    }

    private static string Case(string text, int how) => how switch
    {
        0 => text.ToUpperInvariant(),
        1 => char.ToUpperInvariant(text[0]) + text[1..],
        _ => text,
    };
}
