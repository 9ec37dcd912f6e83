namespace CustomerSuccess.SuccessPlans;

/// <summary>What evidence is made of.</summary>
public enum EvidenceKind
{
    /// <summary>Something happened: in the product, in another system.</summary>
    Event,

    /// <summary>A contact of the customer says so, by name.</summary>
    Attestation,

    /// <summary>A document shows it.</summary>
    Document,

    /// <summary>An expression over the customer's facts holds. It is followed by the engine and never recorded by hand.</summary>
    Expression,
}

/// <summary>How long a milestone or accountability stays completed.</summary>
public enum EvidenceMode
{
    /// <summary>For good, from the first instant at which its evidence held; only taking back a recorded piece of evidence undoes it.</summary>
    Latched,

    /// <summary>While its evidence holds: it is completed since the start of the present unbroken run.</summary>
    Held,
}

/// <summary>Of what kind a milestone is.</summary>
public enum MilestoneKind
{
    /// <summary>Something that the customer gains.</summary>
    Outcome,

    /// <summary>A stage of the vendor's own process: the contract is signed.</summary>
    ContractSigned,

    /// <summary>A stage of the vendor's own process: the kick-off was held.</summary>
    KickOffHeld,

    /// <summary>A stage of the vendor's own process: training was delivered.</summary>
    TrainingDelivered,

    /// <summary>Another stage of the vendor's own process.</summary>
    VendorStage,
}
