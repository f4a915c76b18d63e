namespace IntegrationHub.Sim.Sources.Faces;

/// <summary>A procedure code comes bare or with either form of the agency.</summary>
internal static class Codes
{
    public static string Form(string procedure, int index) => (index % 5) switch
    {
        0 => procedure + ".000.00.00.H40",
        1 => procedure + ".H40",
        _ => procedure,
    };
}
