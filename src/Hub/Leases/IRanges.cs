using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Leases;

/// <summary>The ranges of delivery that are this node's.</summary>
internal interface IRanges
{
    /// <summary>Whether a range is this node's.</summary>
    bool Has(int range);

    /// <summary>Takes a range into work.</summary>
    /// <returns>The range; null when it is not this node's, or is at work already.</returns>
    DeliveryRange? Enter(int range);

    void Leave(DeliveryRange range);
}
