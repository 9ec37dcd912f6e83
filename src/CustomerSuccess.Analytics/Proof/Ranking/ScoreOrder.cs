namespace CustomerSuccess.Proof;

/// <summary>
/// Turns scores into whole numbers that stand in the same order, riskiest lowest. Scores are rounded to 9 decimals first, half to
/// even, as <see cref="Math.Round(double, int)"/> does: mathematically equal scores are then equal, whatever order their sums ran in.
/// </summary>
internal readonly struct ScoreOrder
{
    /// <summary>Above it neighbouring billionths would not all be different doubles.</summary>
    private const double LargestInBillionths = 4e6;

    private const double Billion = 1e9;
    private const int Decimals = 9;

    private readonly bool _inBillionths;
    private readonly ulong _first;

    private ScoreOrder(double lowest, double highest, bool highIsRisk)
    {
        Sign = highIsRisk ? -1 : 1;
        _inBillionths = lowest >= -LargestInBillionths && highest <= LargestInBillionths;
        var (from, to) = highIsRisk ? (highest, lowest) : (lowest, highest);
        _first = Place(from);
        Bits = 64 - (int)ulong.LeadingZeroCount(Place(to) - _first);
    }

    /// <summary>What a score is multiplied by so that low is risky.</summary>
    public double Sign { get; }

    /// <summary>How many bits the keys have at most.</summary>
    public int Bits { get; }

    /// <summary>Looks at all scores.</summary>
    /// <exception cref="ArgumentException">A score is NaN or infinite; the message names its place.</exception>
    public static ScoreOrder Of(ReadOnlySpan<double> scores, bool highIsRisk)
    {
        if (scores.IsEmpty)
        {
            return default;
        }

        var (lowest, highest) = (scores[0], scores[0]);
        for (var i = 0; i < scores.Length; i++)
        {
            var score = scores[i];
            if (!double.IsFinite(score))
            {
                throw new ArgumentException(FormattableString.Invariant($"scores[{i}] is {score}. Leave out rows without a score."), nameof(scores));
            }

            lowest = Math.Min(lowest, score);
            highest = Math.Max(highest, score);
        }

        return new(lowest, highest, highIsRisk);
    }

    /// <summary>The score as it is ranked and put into bands.</summary>
    public static double Rounded(double score) => Math.Round(score, Decimals);

    /// <summary>The key of a score: equal for equal scores, lower for riskier ones, 0 for the riskiest of all.</summary>
    public ulong KeyOf(double score) => Place(score) - _first;

    private ulong Place(double score)
    {
        var health = score * Sign;
        return _inBillionths ? (ulong)(long)Math.Round(health * Billion) : InOrder(Rounded(health));
    }

    // The bits of doubles stand in their order once those of negative ones are turned over. A negative zero is a zero.
    private static ulong InOrder(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number + 0.0);
        return (ulong)(bits ^ ((bits >> 63) | long.MinValue));
    }
}
