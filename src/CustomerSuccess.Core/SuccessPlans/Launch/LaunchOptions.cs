namespace CustomerSuccess.SuccessPlans;

/// <summary>What a launch is judged by. Immutable.</summary>
public sealed record LaunchOptions
{
    /// <summary>Within how many calendar months of the start the first value is to come, above 0; 6 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not within 1 and 1,200.</exception>
    public int EarlyValueMonths { get; init => field = value is >= 1 and <= 1200 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "State 1 to 1200 months."); } = 6;

    /// <summary>A condition over the customer's facts that says it has not the means, for instance <see cref="FactCondition.Of"/> of a lambda; null for none.</summary>
    public FactCondition? CannotPay { get; init; }

    /// <summary>A condition that says it withholds them; null for none.</summary>
    public FactCondition? WillNotPay { get; init; }

    /// <summary>A condition that says it sees no value, beside what the plan shows; null for none.</summary>
    public FactCondition? SeesNoValue { get; init; }

    /// <summary>What the names mean that the conditions read; those of the plan's state where null. An expression brings its own.</summary>
    public Vocabulary<CustomerFacts>? Vocabulary { get; init; }
}
