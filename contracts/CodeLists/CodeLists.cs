namespace IntegrationHub.Contracts;

/// <summary>
/// The code lists that the hub ships (<c>contracts/lists/*.csv</c>): read once, when first asked for. Where no day is given,
/// what holds with no known end is meant.
/// </summary>
public static class CodeLists
{
    private static readonly Lazy<IReadOnlyList<CodeEntry>> AllStatuses = new(() => EmbeddedList.Entries("statuses"));
    private static readonly Lazy<IReadOnlyList<CodeEntry>> AllChannels = new(() => EmbeddedList.Entries("channels"));
    private static readonly Lazy<IReadOnlyList<CodeEntry>> AllSubjectKinds = new(() => EmbeddedList.Entries("subject-kinds"));
    private static readonly Lazy<IReadOnlyList<CodeEntry>> AllHandovers = new(() => EmbeddedList.Entries("handovers"));
    private static readonly Lazy<IReadOnlyList<CodeEntry>> AllEssentialServices = new(() => EmbeddedList.Entries("essential-services"));
    private static readonly Lazy<IReadOnlyList<CodeEntry>> AllSectors = new(() => EmbeddedList.Entries("sectors"));
    private static readonly Lazy<IReadOnlyList<CodeEntry>> AllProcedures = new(() => EmbeddedList.Entries("procedures"));
    private static readonly Lazy<IReadOnlyList<UnconfirmedCode>> AllUnconfirmed = new(FindUnconfirmed);
    private static readonly Lazy<ProcedureRegister> ProcedureRegister =
        new(() => new(EmbeddedList.Rows("procedures"), Sectors));
    private static readonly Lazy<UnitRegister> UnitRegister = new(() => new());

    /// <summary>The ten statuses, <see cref="DossierStatus"/>.</summary>
    public static IReadOnlyList<CodeEntry> Statuses => AllStatuses.Value;

    /// <summary>How a dossier is filed, <see cref="Channel"/>.</summary>
    public static IReadOnlyList<CodeEntry> Channels => AllChannels.Value;

    /// <summary>Who applies, <see cref="SubjectKind"/>.</summary>
    public static IReadOnlyList<CodeEntry> SubjectKinds => AllSubjectKinds.Value;

    /// <summary>How a result is handed over, <see cref="Handover"/>.</summary>
    public static IReadOnlyList<CodeEntry> Handovers => AllHandovers.Value;

    /// <summary>The essential services of Đề án 06 as far as they are known: 1-43 of 53.</summary>
    public static IReadOnlyList<CodeEntry> EssentialServices => AllEssentialServices.Value;

    /// <summary>The sectors (<i>lĩnh vực</i>); their codes are illustrative.</summary>
    public static IReadOnlyList<CodeEntry> Sectors => AllSectors.Value;

    /// <summary>The procedures.</summary>
    public static IReadOnlyList<CodeEntry> Procedures => AllProcedures.Value;

    /// <summary>
    /// The codes that travel in packets and that nobody has confirmed: <see cref="Confidence.InUse"/> or <see cref="Confidence.Assumed"/>.
    /// Before a target is real they must be held against the official text, and the assumed ones replaced by the national register's.
    /// </summary>
    public static IReadOnlyList<UnconfirmedCode> Unconfirmed => AllUnconfirmed.Value;

    /// <summary>Finds a procedure with its official names.</summary>
    /// <param name="code">
    /// Its code, with or without an agency suffix: <c>1.013227</c>, <c>1.013227.000.00.00.H40</c>, <c>1.013227.H40</c>.
    /// </param>
    /// <returns>The procedure under its base code, or <see langword="null"/> if the list does not have it.</returns>
    public static Procedure? ProcedureOf(string? code) => ProcedureOf(code, DateOnly.MaxValue);

    /// <summary>Finds a procedure as it was on a day.</summary>
    /// <param name="code">Its code, with or without an agency suffix.</param>
    /// <param name="on">The day.</param>
    /// <returns>The procedure under its base code, or <see langword="null"/> if the list does not have it on that day.</returns>
    public static Procedure? ProcedureOf(string? code, DateOnly on) => ProcedureRegister.Value.Find(code, on);

    /// <summary>Says what the code of an administrative unit means now.</summary>
    /// <param name="code">The code.</param>
    /// <returns>
    /// What it means. A code that is in force and once meant something else is ambiguous by itself: where it is known when the code was
    /// written, say so.
    /// </returns>
    public static UnitLookup UnitOf(string? code) => UnitOf(code, DateOnly.MaxValue);

    /// <summary>Says what the code of an administrative unit means on a day.</summary>
    /// <param name="code">The code.</param>
    /// <param name="on">The day on which the answer must hold.</param>
    /// <returns>What it means on that day.</returns>
    public static UnitLookup UnitOf(string? code, DateOnly on) => UnitRegister.Value.Find(code, on);

    /// <summary>Says what a code that was written on one day means on a later one.</summary>
    /// <param name="code">The code.</param>
    /// <param name="on">The day on which the answer must hold.</param>
    /// <param name="writtenOn">The day on which the code was written.</param>
    /// <returns>
    /// What the unit that was meant then is called, or became, on that day. A code that no unit had when it was written is taken for an
    /// older one, as systems write that still have the old list.
    /// </returns>
    public static UnitLookup UnitOf(string? code, DateOnly on, DateOnly writtenOn) => UnitRegister.Value.Find(code, on, writtenOn);

    private static IReadOnlyList<UnconfirmedCode> FindUnconfirmed()
    {
        (string List, IReadOnlyList<CodeEntry> Entries)[] sent =
        [
            ("statuses", Statuses), ("channels", Channels), ("subject-kinds", SubjectKinds), ("handovers", Handovers),
            ("sectors", Sectors), ("procedures", Procedures),
        ];
        return [.. sent.SelectMany(list => list.Entries.Where(IsUnconfirmed).Select(entry => new UnconfirmedCode(list.List, entry)))];
    }

    private static bool IsUnconfirmed(CodeEntry entry) => entry.Confidence is Confidence.InUse or Confidence.Assumed;
}
