using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Hub.Views;

/// <summary>
/// Shows a source record without what is personal in it: a value is open only where its member is known to be technical and the
/// value does not look like an identity number; of the rest, type and length are shown.
/// </summary>
internal static partial class Masking
{
    private const int LongestOpenValue = 60;

    // Names as sources spell them, lower case and without underscores.
    private static readonly HashSet<string> Technical =
    [
        "mahoso", "sobiennhan", "matthc", "malinhvuc", "trangthai", "trangthaihoso", "tentrangthaihoso", "matrangthai", "trangthaiketthuc",
        "kenhthuchien", "loaidoituong", "hinhthuc", "hinhthucnhankq", "maxa", "updatedat", "ngaycapnhat", "ngaynophoso", "ngayguihoso",
        "ngaytiepnhan", "ngayhentra", "ngayhentramoi", "ngayketthuc", "ngayketthucxuly", "ngaytra", "ngaychuyen", "ngaychobosung",
        "ngaynhanbosung", "ngaythongbao", "hanxuly", "thoidiem", "batdau", "hanggplx", "latamdung", "loaithue", "id", "callback",
    ];

    public static IReadOnlyList<MaskedMember> Mask(string json)
    {
        var members = new List<MaskedMember>();
        using var document = JsonDocument.Parse(json);
        Walk(document.RootElement, "", "", members);
        return members;
    }

    private static void Walk(JsonElement value, string pointer, string name, List<MaskedMember> members)
    {
        if (pointer.Length > 0)
            members.Add(Show(value, pointer, name));
        if (value.ValueKind == JsonValueKind.Object)
            foreach (var member in value.EnumerateObject())
                Walk(member.Value, $"{pointer}/{Escape(member.Name)}", member.Name, members);
        else if (value.ValueKind == JsonValueKind.Array)
            foreach (var (index, item) in value.EnumerateArray().Index())
                Walk(item, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index}"), name, members);
    }

    private static MaskedMember Show(JsonElement value, string pointer, string name) => value.ValueKind switch
    {
        JsonValueKind.String => Member(pointer, "text", value.GetString()!.Length, Open(name, value.GetString()!)),
        JsonValueKind.Number => Member(pointer, "number", value.GetRawText().Length, Open(name, value.GetRawText())),
        JsonValueKind.True or JsonValueKind.False => Member(pointer, "boolean", 1, value.GetRawText()),
        JsonValueKind.Array => Member(pointer, "list", value.GetArrayLength(), null),
        JsonValueKind.Object => Member(pointer, "object", value.GetPropertyCount(), null),
        _ => Member(pointer, "null", 0, null),
    };

    private static MaskedMember Member(string pointer, string type, int length, string? value) => new() { Pointer = pointer, Type = type, Length = length, Value = value };

    private static string? Open(string name, string value) =>
        value.Length <= LongestOpenValue && Technical.Contains(Plain(name)) && !LooksPersonal(value) ? value : null;

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    // Nine digits or more in a row are an identity number, a phone or an account, unless they are a time of the packets (yyyyMMddHHmmss).
    private static bool LooksPersonal(string value) =>
        LongNumber().IsMatch(value) && !DateTime.TryParseExact(value, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"[0-9]{9}", RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();
}
