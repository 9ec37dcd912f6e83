namespace CustomerSuccess.Health;

/// <summary>Which side an edge belongs to.</summary>
public enum EdgeConvention
{
    /// <summary>75 is in the band that starts at 75. The default.</summary>
    LowerIncluded,

    /// <summary>75 is in the band that ends at 75. The lowest band includes its floor.</summary>
    LowerExcluded,
}
