namespace IntegrationHub.Hub.Store;

/// <summary>A range of delivery in somebody's hands.</summary>
/// <param name="Number">The range.</param>
/// <param name="Lease">The lease that it is worked under; null where nobody else can be.</param>
internal sealed record DeliveryRange(int Number, Lease? Lease = null);
