namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>One processing step of an officer. Once written it never changes.</summary>
internal readonly record struct OfficeStep(Officer Officer, string Task, int Status, DateTime At, DateTime? Began, DateTime? Due);

internal static class LicenceSteps
{
    public static IEnumerable<OfficeStep> Of(LicenceFacts facts, int wave)
    {
        var number = 0;
        DateTime? before = null, promised = null;
        foreach (var step in facts.Steps.Where(step => step.Wave <= wave))
        {
            promised = step.Promised ?? promised;
            if (step.Status <= Status.Registered) continue;
            var officer = facts.Officers[number++ % facts.Officers.Count];
            yield return new(officer, Status.Name(step.Status), step.Status, step.At, before, promised?.AddHours(17));
            before = step.At;
        }
    }
}
