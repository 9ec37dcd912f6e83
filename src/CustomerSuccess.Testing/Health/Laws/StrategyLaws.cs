using CustomerSuccess.Health;

namespace CustomerSuccess.Testing;

/// <summary>
/// Checks what every health strategy promises, on customers drawn from a seed. No test framework is needed:
/// <c>StrategyLaws.Check(new RetentionModel(-3, 0.2), x => x.Number("logins", 0, 60).RaisesWith("logins")).ThrowIfBroken();</c>
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Answers: on no customer does it throw, return null, or fail.</item>
/// <item>Pure: a context built anew from the same facts gives the same result, part by part: at once, after other customers,
/// while other threads score, and, where it can be made anew, from a fresh strategy.</item>
/// <item>Bounded: a value stated lies from 0 to 100, bounds stated hold it, points are numbers, lines of a whole score add up.</item>
/// <item>Unknown-honest: take a customer's facts, all fresh, and make one that the strategy reads unknown. The result does not
/// fail. Where it is unknown, it names a cause. A completion gives every fact that is not known a fresh value, and counts
/// where the strategy then reaches the highest coverage that it ever reaches: the bounds, as the engine completes them, hold
/// the score of every completion tried. Where a score is stated with a coverage of 1 (a whole score counts weights instead),
/// no completion tried has another score.</item>
/// <item>Monotone, where declared: of two values of the fact, all else and all that is missing being the same, the larger
/// gives no lower score (or no higher one). Values without a score are left out. Comparisons allow 1e-9.</item>
/// </list>
/// </remarks>
public static class StrategyLaws
{
    /// <summary>Checks a strategy.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="declares">Which facts to try it on, and what it declares of itself; null to find that out.</param>
    public static StrategyLawsReport Check(IHealthScoreStrategy strategy, Action<StrategySamples>? declares = null)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        return Check(strategy, null, declares);
    }

    /// <summary>Checks a strategy that can be made anew, so that what it remembers between customers shows too.</summary>
    /// <param name="make">Makes the strategy.</param>
    /// <param name="declares">Which facts to try it on, and what it declares of itself; null to find that out.</param>
    public static StrategyLawsReport Check(Func<IHealthScoreStrategy> make, Action<StrategySamples>? declares = null)
    {
        ArgumentNullException.ThrowIfNull(make);
        return Check(make(), make, declares);
    }

    private static StrategyLawsReport Check(IHealthScoreStrategy strategy, Func<IHealthScoreStrategy>? fresh, Action<StrategySamples>? declares)
    {
        var samples = new StrategySamples();
        declares?.Invoke(samples);
        var trial = new StrategyTrial(strategy, fresh, samples);
        trial.Discover();
        var violations = new List<StrategyLawViolation>();
        foreach (var law in Laws(samples))
        {
            Try(law, trial, violations);
        }

        return new StrategyLawsReport(samples.CaseCount, [.. samples.Facts.Keys], violations.AsReadOnly());
    }

    private static IEnumerable<Law> Laws(StrategySamples samples) =>
    [
        new AnswersLaw(),
        new PureLaw(),
        new ThreadSafeLaw(),
        new BoundedLaw(),
        .. samples.Facts.Keys.Select(f => new UnknownHonestLaw(f)),
        .. samples.Rising.Select(r => new MonotoneLaw(r.Key, r.Value)),
    ];

    private static void Try(Law law, StrategyTrial trial, List<StrategyLawViolation> violations)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(trial.Samples.CaseCount, law.MostCases); i++)
        {
            var sample = FactSampling.Case(trial.Samples, i);
            if (law.Broken(trial, sample) is { } finding && kinds.Add(finding.Kind))
            {
                (sample, finding) = CaseShrinking.Shrink(law, trial, sample, finding);
                violations.Add(new StrategyLawViolation
                {
                    Law = law.Which,
                    Fact = law.Fact,
                    What = finding.What,
                    Counterexample = sample.Words(trial.Read(sample)),
                    Context = sample.Context(),
                });
            }
        }
    }
}
