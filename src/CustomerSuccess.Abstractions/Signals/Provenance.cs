namespace CustomerSuccess.Signals;

/// <summary>Who caused a signal.</summary>
public enum Provenance
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The vendor: support staff who log in, a demonstration, an import.</summary>
    Vendor,

    /// <summary>A system: a scheduled job, an integration.</summary>
    System,
}
