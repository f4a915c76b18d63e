namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>
/// One thing that happened to a dossier of a polled source: it happened <c>At</c>, was written down at <c>Recorded</c>
/// (what the source shows as its time of change) and can be seen from <c>Wave</c> on. Status 0: only something else was touched.
/// </summary>
internal readonly record struct Step(int Status, DateTime At, DateTime Recorded, int Wave, DateTime? Promised);

/// <summary>What a source knows of a dossier after some of its steps.</summary>
internal readonly record struct Standing(
    int Status, DateTime Submitted, DateTime? Received, DateTime? Promised, DateTime? Finished, DateTime? HandedOver,
    DateTime Updated, int Steps)
{
    public static Standing At(IReadOnlyList<Step> steps, int wave)
    {
        var standing = new Standing(0, steps[0].At, null, null, null, null, default, 0);
        foreach (var step in steps)
            if (step.Wave <= wave)
                standing = standing.After(step);
        return standing;
    }

    private Standing After(Step step) => this with
    {
        Status = step.Status == 0 ? Status : step.Status,
        Received = step.Status == Facts.Status.Received ? step.At : Received,
        Promised = step.Promised ?? Promised,
        Finished = step.Status is Facts.Status.Finished or Facts.Status.Withdrawn ? step.At : Finished,
        HandedOver = step.Status == Facts.Status.HandedOver ? step.At : HandedOver,
        Updated = step.Recorded,
        Steps = Steps + 1,
    };
}
