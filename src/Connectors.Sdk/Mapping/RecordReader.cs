using System.Globalization;
using System.Text.Json;
using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// Reads the members of a source record by name and remembers the first thing that is wrong, so that a mapping reads as one list
/// of members and still never throws. After a problem the readers return defaults, and what was built of them is thrown away.
/// </summary>
public sealed class RecordReader
{
    private const int Root = 0;
    private readonly JsonIndex json;
    private readonly int element;
    private readonly Problem problem;
    private readonly (RecordReader Outer, string Member, int? Index)? place;
    private int after;

    private RecordReader(JsonIndex json, int element, Problem problem, (RecordReader Outer, string Member, int? Index)? place = null) =>
        (this.json, this.element, this.problem, this.place, after) = (json, element, problem, place, element + 1);

    // Only a rejection needs to know it.
    private string Path => place switch
    {
        null => "",
        (var outer, var member, null) => outer.Pointer(member),
        (var outer, var member, { } index) => string.Create(CultureInfo.InvariantCulture, $"{outer.Pointer(member)}/{index}"),
    };

    private delegate bool TryRead<T>(string text, out T value);

    /// <summary>
    /// Maps a record: opens its content, lets <paramref name="map"/> read it; the first problem takes the place of the result.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="map">The mapping proper.</param>
    /// <returns>The mapping's result, or the rejection.</returns>
    public static MapResult Map(SourceRecord record, Func<RecordReader, MapResult> map)
    {
        if (record.Unreadable is { } unreadable)
            return unreadable;

        using var json = JsonIndex.Open(record.Content);
        if (json?.KindOf(Root) is not JsonTokenType.StartObject)
            return Unreadable;
        var problem = new Problem();
        var result = map(new RecordReader(json, Root, problem));
        return (problem.First ?? result) is MapResult.Rejected rejected ? rejected with { Number = problem.Number } : result;
    }

    /// <summary>The pointer to a member of this object, for a rejection of the mapping's own.</summary>
    /// <param name="member">The member.</param>
    /// <returns>A JSON pointer.</returns>
    public string Pointer(string member) =>
        $"{Path}/{member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>Notes a problem; the first one counts.</summary>
    /// <param name="code">A stable kebab-case code.</param>
    /// <param name="member">The culprit.</param>
    /// <param name="message">What is wrong and what to do; no personal value.</param>
    public void Reject(string code, string member, string message) => problem.First ??= new(code, Pointer(member), message);

    /// <summary>Reads the number of the dossier that the record is about; it must be there, and a rejection names it.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The number as it stands.</returns>
    public string Number(string member)
    {
        IsAbout(member);
        return Text(member);
    }

    /// <summary>Names the dossier that the record is about, where it says so, to whoever looks at its rejection.</summary>
    /// <param name="member">The member with the number; what is longer than 50 characters is none.</param>
    public void IsAbout(string member) => problem.Number = OptionalText(member) is { Length: <= Limits.Number } number ? number : null;

    /// <summary>Reads text that may be missing: absent, null and blank are all <see langword="null"/>.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The text as it stands, or <see langword="null"/>.</returns>
    public string? OptionalText(string member)
    {
        if (Find(member) is not (>= 0 and var value))
            return null;

        var text = json.KindOf(value) switch
        {
            JsonTokenType.String => WellFormed(member, value),
            JsonTokenType.Number => json.Text(value),
            JsonTokenType.Null => null,
            _ => NotText(member),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>Reads text that must be there.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The text as it stands.</returns>
    public string Text(string member)
    {
        var text = OptionalText(member);
        if (text is null)
            Reject(
                "value-missing", member,
                $"'{member}' is empty or missing, and the settlement system needs it. The source must fill it in; "
                + "the record is read again when it changes.");
        return text ?? "";
    }

    /// <summary>Reads a point in time that may be missing.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The point in time, or <see langword="null"/>.</returns>
    public DateTimeOffset? OptionalInstant(string member) =>
        UsualDates.TryReadInstant(Plain(member), out var usual) ? usual : Optional<DateTimeOffset>(member, WireDates.TryReadInstant);

    /// <summary>Reads a point in time that may be missing; a day alone stands for its first moment.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The point in time, or <see langword="null"/>.</returns>
    public DateTimeOffset? OptionalInstantOrDay(string member) =>
        Plain(member) is var text && (UsualDates.TryReadInstant(text, out var usual) || UsualDates.TryReadDay(text, out usual))
            ? usual
            : Optional<DateTimeOffset>(member, WireDates.TryReadInstantOrDay);

    /// <summary>Reads a date of which parts may be unknown, or all of it.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The date, or <see langword="null"/>.</returns>
    public PartialDate? OptionalPartialDate(string member) => Optional<PartialDate>(member, WireDates.TryReadPartial);

    /// <summary>Reads a date of which another member says which parts are known; what that one calls unknown is not taken over.</summary>
    /// <param name="member">The member.</param>
    /// <param name="kindMember">The member with the kind (<c>loaiNgaySinh</c>): 0 full, 1 year, 2 year and month.</param>
    /// <returns>The date, or <see langword="null"/>.</returns>
    public PartialDate? OptionalPartialDate(string member, string kindMember)
    {
        if (OptionalText(member) is not { } text)
            return null;
        var kind = Code(kindMember, WireDates.KindOf, "date-kind-unknown", "0 is a full date, 1 a year, 2 year and month; ask the source.");
        return ReadDate(member, text, (string written, out PartialDate date) => WireDates.TryReadPartial(written, kind, out date));
    }

    /// <summary>Reads a point in time that must be there.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The point in time.</returns>
    public DateTimeOffset Instant(string member) =>
        UsualDates.TryReadInstant(Plain(member), out var usual) ? usual : Required<DateTimeOffset>(member, WireDates.TryReadInstant);

    /// <summary>Reads a point in time that must be there and must say its zone.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The point in time.</returns>
    public DateTimeOffset ZonedInstant(string member) => Required<DateTimeOffset>(member, WireDates.TryReadZoned);

    /// <summary>Reads a point in time that may be missing but must say its zone.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The point in time, or <see langword="null"/>.</returns>
    public DateTimeOffset? OptionalZonedInstant(string member) => Optional<DateTimeOffset>(member, WireDates.TryReadZoned);

    /// <summary>
    /// Reads an amount of money in đồng that may be missing: whole and not negative; a fraction of zeros (75000.00) is none. In a text
    /// a point with three digits behind it parts thousands as Vietnam writes them, or does not: "75.000" is refused, not guessed.
    /// </summary>
    /// <param name="member">The member.</param>
    /// <returns>The amount, or <see langword="null"/>.</returns>
    public decimal? OptionalAmount(string member)
    {
        if (OptionalText(member) is not { } text)
            return null;
        if (Amounts.TryRead(text, json.KindOf(Find(member)) is JsonTokenType.Number, out var amount))
            return amount;
        Reject(
            "amount-unreadable", member,
            $"'{member}' is not a whole, non-negative amount in đồng without separators of thousands. The source must correct it.");
        return null;
    }

    /// <summary>Reads a code that must be there and be known.</summary>
    /// <typeparam name="T">What the code stands for.</typeparam>
    /// <param name="member">The member.</param>
    /// <param name="find">Finds what a code stands for; <see langword="null"/> when it is not known.</param>
    /// <param name="problemCode">The rejection's code when it is not known.</param>
    /// <param name="whatToDo">What to do then: one sentence.</param>
    /// <returns>What the code stands for; the default when it is not known.</returns>
    public T Code<T>(string member, Func<string, T?> find, string problemCode, string whatToDo)
        where T : struct
    {
        var found = OptionalText(member) is { } text ? find(text) : null;
        if (found is null)
            Reject(problemCode, member, $"'{member}' holds no known code. {whatToDo}");
        return found ?? default;
    }

    /// <summary>Reads a code that must be there and be in a list.</summary>
    /// <typeparam name="T">What the code stands for.</typeparam>
    /// <param name="member">The member.</param>
    /// <param name="find">Finds what a code stands for; <see langword="null"/> when it is not known.</param>
    /// <param name="problemCode">The rejection's code when it is not known.</param>
    /// <param name="whatToDo">What to do then: one sentence.</param>
    /// <returns>What the code stands for; <see langword="null"/> when it is not known.</returns>
    public T? Entry<T>(string member, Func<string, T?> find, string problemCode, string whatToDo)
        where T : class
    {
        var found = OptionalText(member) is { } text ? find(text) : null;
        if (found is null)
            Reject(problemCode, member, $"'{member}' holds no known code. {whatToDo}");
        return found;
    }

    /// <summary>Reads the code of a procedure, with or without an agency suffix, and finds it in the register.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The procedure with its official names; <see langword="null"/> when it is not in the register.</returns>
    public Procedure? Procedure(string member) =>
        Entry(
            member, CodeLists.ProcedureOf, "procedure-unknown",
            "Add the procedure to the code list procedures.csv with its source, or have the source correct it.");

    /// <summary>Reads a list of objects; absent and null are the empty list.</summary>
    /// <typeparam name="T">What each becomes.</typeparam>
    /// <param name="member">The member.</param>
    /// <param name="read">Reads one object.</param>
    /// <returns>What they became, in order.</returns>
    public IReadOnlyList<T> List<T>(string member, Func<RecordReader, T> read)
    {
        if (Find(member) is not (>= 0 and var list) || json.KindOf(list) is JsonTokenType.Null)
            return [];
        if (json.CountObjects(list) is not (>= 0 and var count))
        {
            Reject("member-form", member, $"'{member}' is not a list of objects. The source's form has changed; the mapping must follow.");
            return [];
        }

        var items = count == 0 ? [] : new T[count];
        for (var (i, item) = (0, list + 1); i < count; i++, item = json.Next(item))
            items[i] = read(new(json, item, problem, (this, member, i)));
        return items;
    }

    /// <summary>Goes down into an object that must be there.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The reader of the object.</returns>
    public RecordReader Object(string member)
    {
        var value = Find(member);
        var there = value >= 0 && json.KindOf(value) is JsonTokenType.StartObject;
        if (!there)
            Reject("member-form", member, $"'{member}' is not an object. The source's form has changed; the mapping must follow.");
        return there ? new(json, value, problem, (this, member, null)) : this;
    }

    private static MapResult.Rejected Unreadable => new(
        "content-unreadable", "",
        "The record is not a well-formed JSON object. The source must send it again; the raw text is kept with the quarantine entry.");

    private int Find(string member) => json.Find(element, member, ref after);

    private ReadOnlySpan<byte> Plain(string member) =>
        Find(member) is >= 0 and var value && json.KindOf(value) is JsonTokenType.String ? json.Plain(value) : default;

    private T? Optional<T>(string member, TryRead<T> read)
        where T : struct =>
        OptionalText(member) is { } text ? ReadDate(member, text, read) : null;

    private T Required<T>(string member, TryRead<T> read)
        where T : struct =>
        Text(member) is { Length: > 0 } text ? ReadDate(member, text, read) ?? default : default;

    private T? ReadDate<T>(string member, string text, TryRead<T> read)
        where T : struct
    {
        if (read(text, out var value))
            return value;
        Reject(
            "date-impossible", member,
            $"'{member}' is not a date of the calendar in an agreed form. The source must correct it; the hub never guesses a date.");
        return null;
    }

    private string? WellFormed(string member, int value)
    {
        try
        {
            return json.Text(value);
        }
        catch (InvalidOperationException)
        {
            Reject("text-malformed", member, $"'{member}' holds half a Unicode character. The source must send it again.");
            return null;
        }
    }

    private string? NotText(string member)
    {
        Reject("member-form", member, $"'{member}' is neither text nor a number. The source's form has changed; the mapping must follow.");
        return null;
    }

    private sealed class Problem
    {
        public MapResult.Rejected? First { get; set; }

        public string? Number { get; set; }
    }
}
