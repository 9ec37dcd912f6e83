namespace CustomerSuccess.SuccessPlans;

/// <summary>Finds from votes whether a customer finds what it bought essential, nice to have or no longer needed.</summary>
public static class Essential
{
    private const double Tolerance = 1e-9;
    private const string UsageAlone = "usage alone does not say whether it is needed";

    /// <summary>
    /// Finds the class. Of several votes of one voter the latest counts, of several at one instant the smallest. Votes after the
    /// instant, those of voters that weigh 0, and those that have faded to 0 count nowhere. Usage alone gives no class; votes 2 apart give at most nice to have.
    /// </summary>
    /// <param name="votes">The votes, in any order. Of none the class is unknown.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="options">Weights, half-life and edges; those of the definition where null.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static EssentialFinding Of(IEnumerable<EssentialVote> votes, DateTimeOffset asOf, EssentialOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(votes);
        options ??= new();
        options.Check();
        return Of(votes, asOf, options, []);
    }

    internal static EssentialFinding Of(IEnumerable<EssentialVote> votes, DateTimeOffset asOf, EssentialOptions options, IReadOnlyList<UnknownCause> missing)
    {
        EssentialVote[] counting = [.. votes
            .Where(v => v.At <= asOf && options.WeightOf(v.Voter) > 0)
            .GroupBy(v => v.Voter)
            .Select(g => g.OrderByDescending(v => v.At).ThenBy(v => v.Value).ThenBy(v => v.Evidence, StringComparer.Ordinal).First())
            .Where(v => Decayed(v, asOf, options) > 0)
            .OrderBy(v => v.Voter)];
        double[] decayed = [.. counting.Select(v => Decayed(v, asOf, options))];
        var present = Sum(decayed);
        double[] parts = [.. counting.Select((v, i) => decayed[i] * v.Value / present)];
        var mean = counting.Length > 0 ? Math.Clamp(Sum(parts), 0, 2) : (double?)null;
        var spread = counting.Length == 0 ? 0 : counting.Max(v => v.Value) - counting.Min(v => v.Value);
        var reason = counting.Length == 0 ? "nobody has said"
            : counting.All(v => v.Voter == EssentialVoter.Usage) ? UsageAlone
            : null;
        return new()
        {
            Class = reason is null ? Class(mean!.Value, spread == 2, options) : EssentialClass.Unknown,
            Mean = mean,
            Confidence = Math.Clamp(present, 0, 1) * (1 - (spread / 2.0)),
            HasConflict = spread == 2,
            Reason = reason,
            Lines = Array.AsReadOnly([.. counting.Select((v, i) => new EssentialLine { Vote = v, Age = asOf - v.At, Weight = Weight(v.Voter, options), Decayed = decayed[i], Contribution = parts[i] })]),
            Missing = missing,
            AsOf = asOf.ToUniversalTime(),
            Options = options,
        };
    }

    private static EssentialClass Class(double mean, bool hasConflict, EssentialOptions options) =>
        mean >= options.EssentialFrom - Tolerance && !hasConflict ? EssentialClass.Essential
        : mean >= options.NiceFrom - Tolerance ? EssentialClass.NiceToHave
        : EssentialClass.NoLongerNeeded;

    private static double Weight(EssentialVoter voter, EssentialOptions options) =>
        options.WeightOf(voter) / (options.CsmWeight + options.SurveyWeight + options.UsageWeight);

    private static double Decayed(EssentialVote vote, DateTimeOffset asOf, EssentialOptions options) =>
        Weight(vote.Voter, options) * EngineMath.HalfToThe((asOf - vote.At) / options.HalfLife);

    private static double Sum(double[] parts)
    {
        var sum = 0d;
        foreach (var part in parts)
        {
            sum += part;
        }

        return sum;
    }
}
