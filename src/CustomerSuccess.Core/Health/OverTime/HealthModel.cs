using CustomerSuccess.Customers;
using CustomerSuccess.Segmentation;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Health;

/// <summary>How health is formed of facts: readers, segments, strategies, overrides, grid. Immutable.</summary>
internal sealed class HealthModel
{
    public required FactsModel Facts { get; init; }

    /// <summary>The templates of plans, and how plans are judged.</summary>
    public required PlanReader Plans { get; init; }

    public required StrategyTable Strategies { get; init; }

    public required EvaluationGrid Grid { get; init; }

    public Func<CustomerFacts, ManualOverride?>? Override { get; init; }

    public Func<CustomerFacts, IEnumerable<UsageVerdict>>? Usage { get; init; }

    /// <summary>Whether anything reads what was recorded before.</summary>
    public required bool LooksBack { get; init; }

    /// <summary>Scores facts of which everything left of health is there.</summary>
    public HealthScore Score(CustomerFacts facts, string? previousBand, StrategySelection selection, bool overridden = true)
    {
        var runner = selection.Runner;
        ManualOverride? manual = null;
        IReadOnlyList<UsageVerdict> usage;
        var reading = "the manual override";
        try
        {
            manual = overridden ? Override?.Invoke(facts) : null;
            reading = "the verdicts on usage";
            usage = Usage is null ? [] : [.. Usage(facts) ?? []];
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return runner.Failed($"{reading} could not be read: {e.GetType().Name}: {e.Message}", facts.CustomerId, facts.AsOf, Facts.Vocabulary.Signature, facts.KnownAt);
        }

        return runner.Score(new HealthScoreContext
        {
            Facts = Facts.Vocabulary.Read(facts, facts.AsOf),
            AsOf = facts.AsOf,
            KnownAt = facts.KnownAt,
            CustomerId = facts.CustomerId,
            Segment = facts.Segments.Experience?.Segment,
            LifecycleStage = facts.Account.Version?.LifecycleStage,
            Selection = selection.Because,
            PreviousBand = previousBand,
            Override = manual,
            Usage = usage,
        });
    }

    /// <summary>The strategy that scores a customer of these facts that is not new.</summary>
    public StrategySelection UsualFor(CustomerFacts facts) => Strategies.For(facts.Segments.Experience?.Segment, facts.Account.Version?.LifecycleStage);
}
