using CustomerSuccess.Health;

namespace CustomerSuccess.Proof;

/// <summary>What would make a proof at a cut-off no proof.</summary>
internal static class CutOffCheck
{
    public static void Inputs(CustomerSources sources, CutOffOptions options)
    {
        if (options.At > DateTimeOffset.MaxValue - options.Horizon)
        {
            throw new ArgumentException($"The horizon of {options.Horizon.Days} days from {NumberText.Instant(options.At)} ends beyond the calendar. Take an earlier cut-off.", nameof(options));
        }

        if (options.OutcomesKnownAt < options.End)
        {
            throw new ArgumentException(
                $"The horizon ends at {NumberText.Instant(options.End)}, and outcomes are known at {NumberText.Instant(options.OutcomesKnownAt)}. Who has not decided yet has not stayed: wait, or take an earlier cut-off or a shorter horizon.",
                nameof(options));
        }

        if (sources.Outcomes is null)
        {
            throw new ArgumentException("There is no source of outcomes: what became of the customers is what a score is judged by.", nameof(sources));
        }

        if (options.RiskSet == RiskSet.RenewalDue && sources.Subscriptions is null)
        {
            throw new ArgumentException("There is no source of subscriptions, which tell whose renewal is due. Give one, or take RiskSet.AllActive.", nameof(sources));
        }
    }

    /// <summary>A score from a later instant than the cut-off may know the outcome.</summary>
    public static void Score(HealthScore? score, CutOffOptions options)
    {
        if (score is null)
        {
            throw new InvalidOperationException("The scorer gave a score that is null. Leave such customers out, or say that their score is unknown.");
        }

        if (score.AsOf > options.At || score.KnownAt > options.At)
        {
            throw new InvalidOperationException(
                $"The scorer looked ahead: the score of customer '{score.CustomerId}' is as of {NumberText.Instant(score.AsOf)}, as known at {NumberText.Instant(score.KnownAt)}, and the cut-off is {NumberText.Instant(options.At)}. Score as of the instant that is asked for.");
        }

        if (string.IsNullOrWhiteSpace(score.CustomerId) && score.State != HealthScoreState.Failed)
        {
            throw new InvalidOperationException($"A score of '{score.Definition.Strategy}' names no customer, so that nobody can say what became of it. Tell the scorer how the customer's id is read.");
        }
    }
}
