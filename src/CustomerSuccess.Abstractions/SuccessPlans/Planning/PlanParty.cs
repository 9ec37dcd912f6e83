namespace CustomerSuccess.SuccessPlans;

/// <summary>Who owes an accountability.</summary>
public enum PlanParty
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The vendor: the host's own company.</summary>
    Vendor,
}

/// <summary>Where an accountability is done.</summary>
public enum PlanPlace
{
    /// <summary>In the product: the engine can see it.</summary>
    InProduct,

    /// <summary>Outside the product: someone says so.</summary>
    OutsideProduct,
}
