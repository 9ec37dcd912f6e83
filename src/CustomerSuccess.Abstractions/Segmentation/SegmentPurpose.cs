namespace CustomerSuccess.Segmentation;

/// <summary>What a scheme of segments is for.</summary>
public enum SegmentPurpose
{
    /// <summary>Which experience is appropriate. Only this purpose steers touches.</summary>
    Experience,

    /// <summary>What the customer is worth today.</summary>
    EconomicTier,

    /// <summary>What kind of customer it is.</summary>
    Persona,

    /// <summary>What the customer may become: an axis of its own.</summary>
    GrowthPotential,

    /// <summary>Something else.</summary>
    Other,
}
