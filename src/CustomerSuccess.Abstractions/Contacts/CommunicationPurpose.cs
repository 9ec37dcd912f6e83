namespace CustomerSuccess.Contacts;

/// <summary>What a message or a talk is for.</summary>
public enum CommunicationPurpose
{
    /// <summary>A next step on the way to the customer's success.</summary>
    NextStep,

    /// <summary>A status.</summary>
    Status,

    /// <summary>A review of what was reached.</summary>
    Review,

    /// <summary>An intervention: something is to be different.</summary>
    Intervention,

    /// <summary>Marketing to the customer.</summary>
    MarketingToCustomer,

    /// <summary>Marketing with the customer: a reference, a case study.</summary>
    MarketingWithCustomer,

    /// <summary>Internal: the customer does not see it.</summary>
    Internal,
}
