namespace CustomerSuccess.Customers;

/// <summary>What stands behind a reader of a trait.</summary>
/// <param name="Trait">The trait.</param>
/// <param name="ReadAs">What it is read as: a kind, or a currency.</param>
internal sealed record TraitSource(string Trait, string ReadAs);
