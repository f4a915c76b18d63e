using IntegrationHub.Hub.Validate;
using static IntegrationHub.Hub.Tests.Contracts.Sample;

namespace IntegrationHub.Hub.Tests.Contracts.Validate;

public sealed class ContractRulesTests
{
    private static readonly Breach[] Known =
    [
        new("number-form", "/number", Whole with { Number = "H40.21–0041" }),
        new("number-form", "/number", Whole with { Number = "" }),
        new("number-form", "/number", Whole with { Number = "H40\n" }),
        new("number-form", "/number", Change with { Number = new('1', 51) }),
        new("number-form", "/number", Progress with { Number = "hồ-sơ" }),
        new("required-empty", "/envelope/source", Whole with { Envelope = Origin with { Source = "" } }),
        new("required-empty", "/envelope/correlationId", Progress with { Envelope = Origin with { CorrelationId = " " } }),
        new("length", "/envelope/sourceKey", Change with { Envelope = Origin with { SourceKey = new('k', 201) } }),
        new("future-date", "/envelope/eventTime", Change with { Envelope = Origin with { EventTime = Tomorrow } }),
        new("contract-version", "/envelope/contractVersion", Whole with { Envelope = Origin with { ContractVersion = "2.0" } }),
        new("procedure-code", "/procedure/code", Whole with { Procedure = Whole.Procedure with { Code = "1.002820.H40" } }),
        new("required-empty", "/procedure/name", Whole with { Procedure = Whole.Procedure with { Name = "" } }),
        new("required-empty", "/procedure/sectorCode", Whole with { Procedure = Whole.Procedure with { SectorCode = "" } }),
        new("required-empty", "/procedure/sectorName", Whole with { Procedure = Whole.Procedure with { SectorName = "" } }),
        new("required-empty", "/abstract", Whole with { Abstract = " " }),
        new("agency-missing", "/agency", Whole with { Agency = "" }),
        new("code-unknown", "/status", Whole with { Status = (DossierStatus)12 }),
        new("code-unknown", "/status", Change with { Status = 0 }),
        new("code-unknown", "/status", Progress with { Status = (DossierStatus)11 }),
        new("code-unknown", "/condition/unless", Change with { Condition = new() { Unless = [(DossierStatus)11] } }),
        new("code-unknown", "/handover", Whole with { Handover = (Handover)2 }),
        new("code-unknown", "/applicant/kind", Whole with { Applicant = Whole.Applicant with { Kind = 0 } }),
        new("code-unknown", "/later/channel", Whole with { Later = new() { Channel = (Channel)4 } }),
        new("length", "/abstract", Whole with { Abstract = new('a', 1001) }),
        new("length", "/note", Whole with { Note = new('a', 501) }),
        new("length", "/note", Change with { Note = new('a', 501) }),
        new("length", "/officer", Progress with { Officer = new('a', 51) }),
        new("length", "/applicant/name", Whole with { Applicant = Whole.Applicant with { Name = new('a', 501) } }),
        new("length", "/papers/0/name", Whole with { Papers = [Whole.Papers[0] with { Name = new('a', 4001) }] }),
        new("length", "/results/1/name", Whole with { Results = [Whole.Results[0], Whole.Results[0] with { Name = new('a', 2001) }] }),
        new("text-form", "/agency", Whole with { Agency = "Sở \ud83d Xây dựng" }),
        new("text-form", "/note", Change with { Note = "\0" }),
        new("text-nfc", "/applicant/name", Whole with { Applicant = Whole.Applicant with { Name = "Mẫu".Normalize(System.Text.NormalizationForm.FormD) } }),
        new("received-missing", "/receivedAt", Whole with { ReceivedAt = null }),
        new("finished-missing", "/finishedAt", Whole with { FinishedAt = null }),
        new("finished-missing", "/finishedAt", Whole with { FinishedAt = null, ReturnedAt = null, Status = DossierStatus.Processed }),
        new("returned-missing", "/returnedAt", Whole with { ReturnedAt = null }),
        new("dates-order", "/finishedAt", Whole with { FinishedAt = Whole.ReceivedAt!.Value.AddSeconds(-1) }),
        new("dates-order", "/returnedAt", Whole with { ReturnedAt = Whole.FinishedAt!.Value.AddSeconds(-1) }),
        new("dates-order", "/returnedAt", Whole with { Status = DossierStatus.Stopped, FinishedAt = null, ReturnedAt = Whole.ReceivedAt.Value.AddSeconds(-1) }),
        new("dates-order", "/returnedAt", Change with { FinishedAt = Now, ReturnedAt = Now.AddSeconds(-1) }),
        new("future-date", "/receivedAt", Bare with { ReceivedAt = Tomorrow }),
        new("future-date", "/finishedAt", Bare with { FinishedAt = Tomorrow }),
        new("future-date", "/returnedAt", Bare with { ReturnedAt = Tomorrow }),
        new("future-date", "/later/filedAt", Bare with { Later = new() { FiledAt = Tomorrow } }),
        new("future-date", "/at", Progress with { At = Tomorrow }),
        new("future-date", "/supplements/0/requestedAt", Whole with { Supplements = [Whole.Supplements[0] with { RequestedAt = Tomorrow }] }),
        new("date-range", "/promisedAt", Bare with { PromisedAt = DateTimeOffset.MaxValue }),
        new("date-range", "/promisedAt", Change with { PromisedAt = DateTimeOffset.MaxValue }),
        new("date-range", "/receivedAt", Bare with { ReceivedAt = DateTimeOffset.MinValue }),
        new("date-range", "/finishedAt", Change with { FinishedAt = DateTimeOffset.MinValue }),
        new("date-range", "/returnedAt", Change with { ReturnedAt = DateTimeOffset.MaxValue }),
        new("date-range", "/later/filedAt", Bare with { Later = new() { FiledAt = DateTimeOffset.MinValue } }),
        new("date-range", "/later/refusedAt", Bare with { Later = new() { RefusedAt = DateTimeOffset.MaxValue } }),
        new("date-range", "/at", Progress with { At = DateTimeOffset.MinValue }),
        new("date-range", "/startedAt", Progress with { StartedAt = DateTimeOffset.MinValue }),
        new("date-range", "/dueAt", Progress with { DueAt = DateTimeOffset.MaxValue }),
        new("date-range", "/envelope/eventTime", Change with { Envelope = Origin with { EventTime = DateTimeOffset.MinValue } }),
        new("date-range", "/supplements/0/requestedAt", With(Whole.Supplements[0] with { RequestedAt = DateTimeOffset.MinValue })),
        new("date-range", "/supplements/0/receivedAt", With(Whole.Supplements[0] with { ReceivedAt = DateTimeOffset.MaxValue })),
        new("date-range", "/supplements/0/promisedBefore", With(Whole.Supplements[0] with { PromisedBefore = DateTimeOffset.MinValue })),
        new("date-range", "/supplements/0/promisedAfter", With(Whole.Supplements[0] with { PromisedAfter = DateTimeOffset.MaxValue })),
        new("date-range", "/applicant/birthDate", WithBirthDate("0001-01-01")),
        new("date-range", "/applicant/birthDate", WithBirthDate("1753")),
        new("date-range", "/results/0/issuedOn", Whole with { Results = [Whole.Results[0] with { IssuedOn = DateOnly.MinValue }] }),
        new("date-range", "/results/0/issuedOn", Change with { Results = [Whole.Results[0] with { IssuedOn = DateOnly.MaxValue }] }),
        new("result-without-document", "/results/0/file/address", Whole with { Results = [new() { Name = "Giấy phép", Id = "12/GPXD" }] }),
        new("result-without-document", "/results/0/file/address", Change with { Results = [Whole.Results[0] with { File = new() { Address = " " } }] }),
        new("code-unknown", "/papers/0/reuse", Whole with { Papers = [Whole.Papers[0] with { Reuse = (PaperReuse)3 }] }),
        new("required-empty", "/later/databases/1", Bare with { Later = new() { Databases = ["1", ""] } }),
        new("identity-form", "/applicant/identities/0/number", WithIdentity(IdentityKind.PersonalNumber, "99908700004")),
        new("identity-form", "/applicant/identities/0/number", WithIdentity(IdentityKind.PersonalNumber, "٩٩٩٠٨٧٠٠٠٠٤١")),
        new("identity-form", "/applicant/identities/0/number", WithIdentity(IdentityKind.OldIdentityCard, "999087000041")),
        new("fee-negative", "/fees/0/amount", Whole with { Fees = [Whole.Fees[0] with { Amount = -1 }] }),
        new("fee-fraction", "/fees/0/amount", Change with { Fees = [Whole.Fees[0] with { Amount = 135.5m }] }),
        new("count-negative", "/otherAttachments/0/count", Whole with { OtherAttachments = [Whole.OtherAttachments[0] with { Count = -1 }] }),
        new("hash-form", "/papers/0/file/sha256", Whole with { Papers = [Whole.Papers[0] with { File = new() { Sha256 = "ABC" } }] }),
        new("change-empty", "", Change with { Status = null }),
        new("unless-empty", "/condition/unless", Change with { Condition = new() { Unless = [] } }),
    ];

    public static TheoryData<Breach> Breaches => [.. Known];

    public static IEnumerable<string> Rules => Known.Select(breach => breach.Rule).Distinct();

    private static DateTimeOffset Tomorrow => Now.AddDays(1);

    [Theory]
    [MemberData(nameof(Breaches))]
    public void A_breach_is_named_with_its_rule_and_place(Breach breach)
    {
        var violation = ContractRules.Check(breach.Record, Now).ShouldHaveSingleItem();
        (violation.Rule, violation.Pointer).ShouldBe((breach.Rule, breach.Pointer));
        violation.Message.ShouldEndWith(".");
    }

    [Fact]
    public void Records_that_keep_the_contract_have_no_violation()
    {
        foreach (var record in (CanonicalRecord[])[Whole, Bare, Change, Progress])
            ContractRules.Check(record, Now).ShouldBeEmpty();
    }

    [Fact]
    public void All_violations_are_told_at_once() =>
        ContractRules.Check(Whole with { Number = "", Agency = "", ReturnedAt = null }, Now)
            .Select(violation => violation.Rule).ShouldBe(["number-form", "agency-missing", "returned-missing"]);

    [Theory]
    [InlineData(DossierStatus.Filed)]
    [InlineData(DossierStatus.Refused)]
    public void A_dossier_that_was_never_received_needs_no_date_of_receipt(DossierStatus status) =>
        ContractRules.Check(Bare with { Status = status }, Now).ShouldBeEmpty();

    [Theory]
    [InlineData(DossierStatus.Received)]
    [InlineData(DossierStatus.InProcess)]
    [InlineData(DossierStatus.SupplementRequested)]
    [InlineData(DossierStatus.PaymentRequested)]
    [InlineData(DossierStatus.Withdrawn)]
    [InlineData(DossierStatus.Stopped)]
    public void Any_other_dossier_needs_one(DossierStatus status)
    {
        ContractRules.Check(Bare with { Status = status }, Now).ShouldHaveSingleItem().Rule.ShouldBe("received-missing");
        ContractRules.Check(Bare with { Status = status, ReceivedAt = Now }, Now).ShouldBeEmpty();
    }

    [Fact]
    public void Promised_and_due_dates_may_lie_ahead_and_clocks_may_differ_a_little()
    {
        ContractRules.Check(Bare with { PromisedAt = Tomorrow }, Now).ShouldBeEmpty();
        ContractRules.Check(Progress with { DueAt = Tomorrow }, Now).ShouldBeEmpty();
        ContractRules.Check(Progress with { At = Now.AddMinutes(5) }, Now).ShouldBeEmpty();
        ContractRules.Check(Progress with { At = Now.AddMinutes(5).AddTicks(1) }, Now).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_text_is_measured_in_characters_not_in_code_units() =>
        ContractRules.Check(Whole with { Note = string.Concat(Enumerable.Repeat("😀", 500)) }, Now).ShouldBeEmpty();

    [Fact]
    public void No_message_holds_a_value_of_the_record()
    {
        const string planted = "Nguyễn Thị Bí Mật";
        var leaky = Whole with
        {
            Number = planted,
            Abstract = planted + new string('a', 1000),
            Applicant = Whole.Applicant with { Name = planted + "\0", Identities = [new() { Kind = IdentityKind.PersonalNumber, Number = planted }] },
        };
        var violations = ContractRules.Check(leaky, Now);
        violations.Count.ShouldBe(4);
        violations.ShouldAllBe(violation => !violation.Message.Contains("Bí Mật") && !violation.Pointer.Contains("Bí Mật"));
    }

    [Fact]
    public void The_years_1900_to_2200_are_in_range_to_their_last_moment()
    {
        ContractRules.Check(Bare with { PromisedAt = new(2200, 12, 31, 23, 59, 59, TimeSpan.Zero) }, Now).ShouldBeEmpty();
        ContractRules.Check(Bare with { ReceivedAt = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero) }, Now).ShouldBeEmpty();
        ContractRules.Check(Bare with { PromisedAt = new(2201, 1, 1, 0, 0, 0, TimeSpan.Zero) }, Now).ShouldNotBeEmpty();
        ContractRules.Check(Bare with { ReceivedAt = new(1899, 12, 31, 23, 59, 59, TimeSpan.Zero) }, Now).ShouldNotBeEmpty();
    }

    private static Dossier With(SupplementRound round) => Whole with { Supplements = [round] };

    private static Dossier WithBirthDate(string date) =>
        Whole with { Applicant = Whole.Applicant with { BirthDate = PartialDate.TryParse(date, out var born) ? born : default } };

    private static Dossier WithIdentity(IdentityKind kind, string number) =>
        Whole with { Applicant = Whole.Applicant with { Identities = [new() { Kind = kind, Number = number }] } };

    public sealed record Breach(string Rule, string Pointer, CanonicalRecord Record)
    {
        public override string ToString() => $"{Rule} at {Pointer}";
    }
}
