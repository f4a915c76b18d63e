using System.Collections;
using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Read;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationHub.Hub.Tests.Map;

/// <summary>Whatever a connector yields, a page goes on: one record waits, and the log tells the bug once, without a value.</summary>
public sealed class WhenAMappingHasABug
{
    private const string Personal = "999000000001";

    private static readonly DateTimeOffset Now = Make.Day.AddDays(1);

    private readonly Lines log = new();

    [Fact]
    public void What_cannot_be_rendered_is_refused_by_name_and_not_thrown()
    {
        var refusal = Judge(record => Mapped(record, whole => whole with { Papers = new Unwritable() }));
        refusal.Code.ShouldBe("rendering-failed");
        refusal.Message.ShouldContain(nameof(NotSupportedException));
        refusal.Message.ShouldNotContain(Personal);
    }

    [Fact]
    public void A_mapping_that_answers_nothing_is_refused_by_name_and_its_message_says_what_to_answer()
    {
        Judge(_ => new MapResult.Mapped()).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe("mapping-failed"), r => r.Message.ShouldContain("Ignored"));
        Judge(_ => null!).Code.ShouldBe("mapping-failed");
    }

    [Fact]
    public void What_the_rules_themselves_cannot_judge_is_refused_too() =>
        Judge(record => Mapped(record, whole => whole with { Procedure = null! })).Code.ShouldBe("rendering-failed");

    [Theory]
    [InlineData("9999-12-31T17:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public void An_empty_date_of_some_software_is_refused_by_the_contract(string promised) =>
        Judge(record => Mapped(record, whole => whole with { PromisedAt = At(promised) }))
            .Code.ShouldBe("date-range");

    [Fact]
    public void A_bug_is_logged_once_a_connector_and_kind_with_its_stack_and_without_its_message()
    {
        var mapper = Mapper();
        foreach (var connector in (string[])["alpha", "alpha", "beta"])
            foreach (var bug in (Exception[])[new InvalidOperationException(Personal), new FormatException(Personal)])
                Judge(_ => throw bug, mapper, connector).Code.ShouldBe("mapping-failed");

        log.All.Count.ShouldBe(4);
        log.All.ShouldAllBe(line => line.Contains(nameof(WhenAMappingHasABug)) && !line.Contains(Personal));
        log.All.ShouldContain(line => line.Contains("beta") && line.Contains("FormatException"));
    }

    [Fact]
    public void A_record_whose_event_alone_lies_ahead_comes_back_at_that_time()
    {
        var ahead = Now.AddHours(1);
        var refusal = Judge(record => Mapped(record, whole => whole with { Envelope = record.Envelope(ahead) }));
        (refusal.Code, refusal.DueAt).ShouldBe(("future-date", ahead));
    }

    // A callback that tells an end tells one moment twice: as its own time, and as the day processing ended.
    [Fact]
    public void A_record_all_of_whose_dates_are_of_that_moment_comes_back_then_too()
    {
        var ahead = Now.AddHours(1);
        Judge(record => Mapped(record, whole => whole with { Envelope = record.Envelope(ahead), FinishedAt = ahead }))
            .DueAt.ShouldBe(ahead);
    }

    [Fact]
    public void A_record_with_anything_else_wrong_waits_until_it_is_mended()
    {
        var ahead = Now.AddHours(1);
        Judge(record => Mapped(record, whole => whole with { Envelope = record.Envelope(ahead), Agency = "" })).DueAt.ShouldBeNull();
        Judge(record => Mapped(record, whole => whole with { ReceivedAt = ahead })).DueAt.ShouldBeNull();
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static MapResult.Mapped Mapped(SourceRecord record, Func<Dossier, Dossier> change) =>
        new(change(Make.Whole(record, "H40.13-260302-0001", DossierStatus.Received, "", Make.Day)));

    private RecordMapper Mapper() => new(new FakeTimeProvider(Now), log);

    private Refusal Judge(Func<SourceRecord, MapResult> map, RecordMapper? mapper = null, string connector = "alpha")
    {
        var source = new Source(
            new()
            {
                Id = connector,
                Title = "t",
                TitleVi = "t",
                Owner = "o",
                Stream = "dossiers",
                Produces = ["dossier"],
                ContractVersion = "1.0",
                Pattern = "sql-view",
                Cursor = "time",
                Schedule = "0 0 * * * ?",
                DataClasses = [],
            },
            new Mapping(map), "0 0 * * * ?");
        var record = source.Name(new() { Key = "k", Content = "{}" }, "correlation");
        return (mapper ?? Mapper()).Judge(source, record, present: null).Verdict.ShouldBeOfType<Verdict.Refused>().Refusal;
    }

    private sealed class Mapping(Func<SourceRecord, MapResult> map) : ISourceConnector
    {
        public Task<Outcome<SourcePage>> ReadAsync(Position? from, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public MapResult Map(SourceRecord record) => map(record);
    }

    /// <summary>A list that the rules can count and the writer cannot walk.</summary>
    /// <summary>Empty when the rules look at it, and not to be had when it is rendered.</summary>
    private sealed class Unwritable : IReadOnlyList<SubmittedPaper>
    {
        private int looks;

        public int Count => looks++;

        public SubmittedPaper this[int index] => throw new NotSupportedException(Personal);

        public IEnumerator<SubmittedPaper> GetEnumerator() => throw new NotSupportedException(Personal);

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Lines : ILogger<RecordMapper>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add($"{formatter(state, exception)}{exception}");
    }
}
