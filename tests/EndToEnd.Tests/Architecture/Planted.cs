// Breaches on purpose: each rule of this folder must catch its own. Nothing else uses these types.
namespace IntegrationHub.EndToEnd.Tests.Architecture.Planted.Flow
{
    public class Open;

    public abstract class Abstract;

    public sealed class Derived : Abstract;

    internal sealed class CallingFlow(HttpClient http)
    {
        public Uri? Address => http.BaseAddress;
    }

    internal sealed class KnowingFlow
    {
        public static int Count() => Connectors.Land.LandRules.Count;
    }
}

namespace IntegrationHub.EndToEnd.Tests.Architecture.Planted.Connectors.Land
{
    public static class LandRules
    {
        public static int Count => 1;
    }

    internal static class FileMapping
    {
        public static string Map(string key) => System.IO.File.ReadAllText(key);
    }
}

namespace IntegrationHub.EndToEnd.Tests.Architecture.Planted.Connectors.Permits
{
    internal static class ClockMapping
    {
        public static int Map() => Land.LandRules.Count + Root.Composition.Of(null).Count() + TimeProvider.System.GetUtcNow().Year;
    }
}

namespace IntegrationHub.EndToEnd.Tests.Architecture.Planted.Root
{
    public static class Composition
    {
        public static IEnumerable<Met> Of(string? name) => new Hidden(name).Empty ? [] : [new Met()];
    }

    public sealed class Met;

    public sealed record Hidden(string? Name)
    {
        public bool Empty => Name is null;
    }
}
