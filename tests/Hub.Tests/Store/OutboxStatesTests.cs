using System.Reflection;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Store;

/// <summary>Every event meets every row; the table says what it makes of it, and what is not in the table changes nothing.</summary>
public sealed class OutboxStatesTests
{
    private const long Now = 1000;
    private const int Width = 21;

    private static readonly (string Name, OutboxEvent Event)[] Events =
    [
        ("acknowledged", new OutboxEvent.Acknowledged(Now)),
        ("waits", new OutboxEvent.Waits(2000, new Fault.Transient("503"), QueryFirst: false, Counted: true)),
        ("waits, in doubt", new OutboxEvent.Waits(2000, new Fault.UnknownOutcome("cut"), QueryFirst: true, Counted: true)),
        ("waits, not counted", new OutboxEvent.Waits(2000, new Fault.Transient("503"), QueryFirst: false, Counted: false)),
        ("doubted", new OutboxEvent.Doubted()),
        ("doubted, not before", new OutboxEvent.Doubted(NotBefore: 2000)),
        ("put off", new OutboxEvent.PutOff(2000)),
        ("put off, earlier", new OutboxEvent.PutOff(10)),
        ("freed", new OutboxEvent.Freed(Now)),
        ("renumbered", new OutboxEvent.Renumbered(8)),
        ("superseded", new OutboxEvent.Superseded(Now)),
        ("died", new OutboxEvent.Died(Now, new Fault.Rejected("1", "no"))),
        ("died with dossier", new OutboxEvent.DiedWithDossier(Now)),
        ("revived", new OutboxEvent.Revived(Now, 8)),
        ("revived with dossier", new OutboxEvent.RevivedWithDossier(Now)),
    ];

    private static readonly OutboxRow Pending = new()
    {
        Id = 1,
        Number = "H40.13-260302-0001",
        Connector = "alpha",
        Kind = OutboxKind.Dossier,
        Version = 7,
        Range = 3,
        Origin = "source",
        Run = 2,
        DueAt = 20,
        CreatedAt = 4,
    };

    private static readonly (string Name, OutboxRow Row)[] Rows =
    [
        ("pending", Pending),
        ("pending, in doubt", Pending with { Attempts = 2, DueAt = 1500, QueryFirst = true, Fault = "UnknownOutcome", Message = "cut" }),
        ("acknowledged", Pending with { State = OutboxState.Acknowledged, Attempts = 1, SettledAt = 5 }),
        ("superseded", Pending with { State = OutboxState.Superseded, SettledAt = 5 }),
        ("dead", Pending with { State = OutboxState.Dead, Attempts = 3, SettledAt = 5, Fault = "Rejected", Message = "no" }),
        ("dead with dossier", Pending with { State = OutboxState.Dead, SettledAt = 5, Fault = "OutOfOrder", Message = "refused" }),
    ];

    [Fact]
    public void What_becomes_of_a_row_is_as_approved() => Approved.Text("OutboxStates", string.Join("\n", Lines()) + "\n");

    [Fact]
    public void No_event_is_left_out() => typeof(OutboxEvent).GetNestedTypes().Where(type => type.IsSealed)
        .ShouldBe(Events.Select(e => e.Event.GetType()).Distinct(), ignoreOrder: true);

    [Fact]
    public void No_state_is_left_out() => Enum.GetValues<OutboxState>().ShouldBe(Rows.Select(r => r.Row.State).Distinct(), ignoreOrder: true);

    private static IEnumerable<string> Lines() =>
        from one in Events
        from kind in Enum.GetValues<OutboxKind>()
        from before in Rows
        let row = before.Row with { Kind = kind, Version = kind is OutboxKind.Dossier ? before.Row.Version : 0 }
        let after = row.After(one.Event)
        where after != row
        select $"{one.Name,-Width} {kind,-9} {before.Name,-18} {Changes(row, after)}";

    private static string Changes(OutboxRow before, OutboxRow after) => string.Join(
        ", ",
        from member in typeof(OutboxRow).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where member.CanWrite && !Equals(member.GetValue(before), member.GetValue(after))
        select $"{member.Name} {Text(member.GetValue(after))}");

    private static string Text(object? value) => value switch
    {
        null => "none",
        string { Length: > 20 } text => $"\"{text[..17]}...\"",
        string text => $"\"{text}\"",
        _ => $"{value}",
    };
}
