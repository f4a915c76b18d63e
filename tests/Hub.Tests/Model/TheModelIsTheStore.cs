using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Model;

/// <summary>Whatever is asked of the model and of the real store, both answer the same and come to hold the same.</summary>
public sealed class TheModelIsTheStore
{
    private const int Steps = 25;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task After_every_step(int seed)
    {
        using var real = Hub();
        using var imagined = Hub();
        var model = new ModelLedger(imagined.Clock);
        var store = new SeededStore(
            real, real.Get<ILedger>(), real.Get<ICollectQueries>(), real.Get<IDeliverQueries>(), real.Get<IReconcileQueries>(),
            real.Get<IOperatorQueries>());
        var twin = new SeededStore(imagined, model, model, model, model, model);

        for (var step = 1; step <= Steps; step++)
        {
            await store.StepAsync(seed);
            await twin.StepAsync(seed);

            store.Answer.ShouldBe(twin.Answer, $"seed {seed}, step {step}");
            (await store.DumpAsync()).ShouldBe(await twin.DumpAsync(), $"seed {seed}, step {step}");
        }
    }

    private static TestHub Hub()
    {
        var hub = new TestHub();
        hub.Source("owner");
        hub.Source("other", owns: false);
        return hub;
    }
}
