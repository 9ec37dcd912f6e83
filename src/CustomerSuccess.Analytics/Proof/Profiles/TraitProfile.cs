namespace CustomerSuccess.Proof;

/// <summary>What became of the customers that share a value of a trait. Immutable.</summary>
public sealed class TraitProfile
{
    /// <summary>The trait.</summary>
    public required string Trait { get; init; }

    /// <summary>The value, or the bin of values: <c>50 to below 100</c>.</summary>
    public required string Value { get; init; }

    /// <summary>How many decided customers have it.</summary>
    public required int Decided { get; init; }

    /// <summary>How many of these stayed.</summary>
    public required int Retained { get; init; }

    /// <summary>The share that stayed, with Wilson's interval.</summary>
    public required ProportionInterval Rate { get; init; }

    /// <summary>The share that stayed ÷ the share of all decided customers that did; null where none did.</summary>
    public required double? Lift { get; init; }

    /// <summary>Fisher's exact test, two-sided, against the decided customers that have another value of the trait: how probable at least so large a difference is by chance. 1 where all have this value.</summary>
    public required double Probability { get; init; }

    /// <summary>The probability, adjusted for how many values were looked at (Benjamini and Hochberg).</summary>
    public required double Adjusted { get; init; }

    /// <summary>Whether the adjusted probability is at most the stated rate of false discoveries.</summary>
    public required bool IsSignificant { get; init; }

    /// <summary><c>plan pro: 80.0 % of 200 stayed (73.9 % to 85.0 %), 1.1 times as many as of all</c>.</summary>
    public override string ToString() =>
        $"{Trait} {Value}: {Numbers.Percent(Rate.Estimate)} of {Numbers.Count(Decided)} stayed ({Numbers.PercentRange(Rate)}){(Lift is { } lift ? $", {lift.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)} times as many as of all" : "")}";
}
