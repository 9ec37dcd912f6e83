using CustomerSuccess.Interventions;

namespace CustomerSuccess.Measurement;

/// <summary>Who acts first: the customer, a signal, or the plan.</summary>
public enum CaseKind
{
    /// <summary>The customer came, something broke, or notice was given.</summary>
    Reactive,

    /// <summary>An adverse signal was acted upon.</summary>
    Proactive,

    /// <summary>It was planned well ahead, and what is expected of it can be checked.</summary>
    Leading,

    /// <summary>Nothing says, or it was planned too late or without a result that can be checked.</summary>
    Unclassified,
}

/// <summary>A case of human work, its kind and the reason. Immutable.</summary>
public sealed class ClassifiedCase
{
    /// <summary>The case.</summary>
    public required InterventionCase Case { get; init; }

    /// <summary>Its kind.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Because { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Case.Key}: {Kind}, {Because}";
}
