using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Measurement;

/// <summary>What one customer adds to a portfolio's vector. Immutable.</summary>
public sealed class PortfolioLine
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Its revenue at t − window.</summary>
    public required Money Revenue { get; init; }

    /// <summary>Its part of the revenue of all customers that have a line, 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>The vector that counts; of a customer that was lost it ends at 0.</summary>
    public required SuccessVector Vector { get; init; }

    /// <summary>Whether it was lost since.</summary>
    public required bool IsLost { get; init; }

    /// <summary>What it adds to the portfolio's smallest movement, in points: share · lower. The lines sum to it within 1e-9.</summary>
    public required double Lower { get; init; }

    /// <summary>What it adds to the portfolio's largest movement, in points: share · upper. The lines sum to it within 1e-9.</summary>
    public required double Upper { get; init; }

    /// <summary>What it adds to the portfolio's magnitude, in points; null where its vector is not known. Where all are known, the lines sum to the magnitude within 1e-9.</summary>
    public double? Contribution => Vector.Magnitude is null ? null : Lower;

    /// <inheritdoc />
    public override string ToString() => $"{CustomerId}: {SuccessMovement.Text(Lower, Upper, Contribution is not null, 0)}";
}
