namespace CustomerSuccess.Interventions;

/// <summary>Something that failed, and did not stop the rest. Immutable.</summary>
/// <param name="CustomerId">The customer; null where it is about none.</param>
/// <param name="Rule">The rule; null where it is about none.</param>
/// <param name="Because">What failed, in words, without personal data.</param>
public sealed record InterventionProblem(string? CustomerId, string? Rule, string Because)
{
    /// <inheritdoc />
    public override string ToString() => $"{CustomerId ?? "all"}{(Rule is null ? "" : $", rule '{Rule}'")}: {Because}";
}
