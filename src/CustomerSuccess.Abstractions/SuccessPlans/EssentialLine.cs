namespace CustomerSuccess.SuccessPlans;

/// <summary>One vote as it counts: evidence of a class. Immutable.</summary>
public sealed class EssentialLine
{
    /// <summary>The vote.</summary>
    public required EssentialVote Vote { get; init; }

    /// <summary>How old it is as of the instant, 0 or more.</summary>
    public required TimeSpan Age { get; init; }

    /// <summary>What it weighs before it fades: its voter's part of all weights, 0 to 1.</summary>
    public required double Weight { get; init; }

    /// <summary>What it weighs after decay, 0 to 1: weight · 0.5^(age ÷ half-life).</summary>
    public required double Decayed { get; init; }

    /// <summary>What it adds to the mean: decayed · vote ÷ all decayed. The lines sum to the mean within 1e-9.</summary>
    public required double Contribution { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Vote}, weighs {NumberText.Of(Decayed)}";
}
