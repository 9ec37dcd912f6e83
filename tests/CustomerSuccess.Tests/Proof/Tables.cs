using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Proof;

/// <summary>Small tables to judge.</summary>
internal static class Tables
{
    public static readonly DateTimeOffset Decision = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Customers with scores of 30 days before the decision: those who leave are lower by <paramref name="effect"/> of normal noise.</summary>
    public static (List<DatedScore> Scores, List<DatedOutcome> Outcomes) Customers(int left, int stayed, double effect, string? segment = null, double shift = 0)
    {
        var dice = new Dice(42 + (ulong)left);
        var (scores, outcomes) = (new List<DatedScore>(), new List<DatedOutcome>());
        for (var i = 0; i < left + stayed; i++)
        {
            var churned = i < left;
            var id = $"{segment}{i}";
            scores.Add(new(id, Decision.AddDays(-30), Math.Clamp(50 + shift + (10 * (Normal(dice) - (churned ? effect : 0))), 0, 100), segment));
            outcomes.Add(new(id, Decision, churned));
        }

        return (scores, outcomes);
    }

    public static ScoreProof Judge(int left, int stayed, double effect, JudgeOptions? options = null)
    {
        var (scores, outcomes) = Customers(left, stayed, effect);
        return ScoreJudge.Judge(scores, outcomes, options);
    }

    private static double Normal(Dice dice) => Enumerable.Range(0, 12).Sum(_ => dice.Share()) - 6;
}
