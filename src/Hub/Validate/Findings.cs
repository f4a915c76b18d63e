using System.Text;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Hub.Validate;

/// <summary>Collects violations, and holds the checks that every record kind shares.</summary>
internal sealed class Findings(DateTimeOffset now)
{
    // Two offices' clocks are never quite the same; what lies further ahead is a wrong date.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private Stack<(string List, int Index)>? place;
    private List<Violation>? all;

    public IReadOnlyList<Violation> All => all ?? (IReadOnlyList<Violation>)[];

    /// <summary>Notes a violation.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="pointer">The member, as a pointer from the element that is looked at.</param>
    /// <param name="what">What is wrong with it and what to do; said after its pointer.</param>
    public void Add(string rule, string pointer, string what)
    {
        var whole = Whole(pointer);
        AddWhole(rule, whole, $"{whole} {what}");
    }

    /// <summary>Notes a violation of a record as a whole.</summary>
    public void AddWhole(string rule, string message) => AddWhole(rule, "", message);

    /// <summary>Looks at each element of a list; where it stands is put together only if something is wrong with it.</summary>
    public void Each<T>(IReadOnlyList<T> elements, string list, Action<T, Findings> check)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            (place ??= new()).Push((list, i));
            check(elements[i], this);
            place.Pop();
        }
    }

    /// <summary>A text that may be absent.</summary>
    public void Text(string? text, string pointer, int limit = int.MaxValue)
    {
        if (string.IsNullOrEmpty(text))
            return;

        if (!IsUnicode(text))
            Add("text-form", pointer, "holds half a surrogate pair or a zero character; decode it at the source.");
        else if (!VietnameseText.IsNfc(text))
            Add("text-nfc", pointer, "is not NFC; normalise it at the source's edge.");
        else if (text.Length > limit && text.EnumerateRunes().Count() is var length && length > limit)
            Add("length", pointer, $"has {length} characters where {limit} fit; shorten it at the source, the hub cuts nothing.");
    }

    /// <summary>A text that the profile does not let be empty.</summary>
    public void Required(string? text, string pointer, int limit = int.MaxValue, string rule = "required-empty")
    {
        if (string.IsNullOrWhiteSpace(text))
            Add(rule, pointer, "is empty and the settlement system asks for it; fill it at the source or map it.");
        else
            Text(text, pointer, limit);
    }

    /// <summary>An instant that may lie ahead, such as a promised date.</summary>
    public void Instant(DateTimeOffset? time, string pointer)
    {
        if (time is { } given && !Limits.Allow(given))
            OutOfRange(pointer);
    }

    /// <summary>A day that may be unknown.</summary>
    public void Day(DateOnly? day, string pointer)
    {
        if (day is { } given && !Limits.Allow(given))
            OutOfRange(pointer);
    }

    /// <summary>A date of which parts, or all of it, may be unknown.</summary>
    public void Day(PartialDate? date, string pointer)
    {
        if (date is { } given && !Limits.Allow(given))
            OutOfRange(pointer);
    }

    /// <summary>An instant of something that has happened.</summary>
    public void NotInFuture(DateTimeOffset? time, string pointer)
    {
        Instant(time, pointer);
        if (time is { } given && Limits.Allow(given) && given > now + ClockSkew)
            Add("future-date", pointer, "lies in the future; correct it at the source, or its time zone in the mapping.");
    }

    public void InOrder(DateTimeOffset? earlier, DateTimeOffset? later, string pointer, string earlierName)
    {
        if (earlier > later)
            Add("dates-order", pointer, $"lies before {earlierName}; correct one of them at the source.");
    }

    public void Known<T>(T? code, string pointer)
        where T : struct, Enum
    {
        if (code is { } given && !Enum.IsDefined(given))
            Add("code-unknown", pointer, $"is no {typeof(T).Name} of the contract; map it in the connector.");
    }

    private void OutOfRange(string pointer) =>
        Add("date-range", pointer, $"lies outside the years {Limits.FirstYear}-{Limits.LastYear}; map no date to null.");

    private void AddWhole(string rule, string pointer, string message) => (all ??= []).Add(new(rule, pointer, message));

    private string Whole(string pointer) =>
        place is null or { Count: 0 } ? pointer : $"{string.Concat(place.Reverse().Select(p => $"{p.List}/{p.Index}"))}{pointer}";

    private static bool IsUnicode(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var plain = rest.IndexOfAnyInRange('\ud800', '\udfff');
            if ((plain < 0 ? rest : rest[..plain]).Contains('\0'))
                return false;
            if (plain < 0)
                return true;
            if (Rune.DecodeFromUtf16(rest[plain..], out _, out var consumed) != System.Buffers.OperationStatus.Done)
                return false;
            rest = rest[(plain + consumed)..];
        }

        return true;
    }
}
