using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>
/// Runs a strategy and completes what it states to a whole <see cref="HealthScore"/>: level, band with hysteresis, coverage,
/// bounds, lines that add up, configuration hash, manual override. A strategy that throws, or returns null, NaN or an
/// infinity, gives a failed score that says so; only cancellation flows. Safe to use from several threads, as far as the strategy is.
/// </summary>
public sealed class StrategyRunner
{
    private readonly IHealthScoreStrategy _strategy;
    private readonly HealthStrategyOptions _options;
    private readonly SignedDefinition _definition;

    /// <summary>Creates a runner.</summary>
    /// <param name="name">The strategy's name: it is on every score and in every reason. Not empty.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="options">How to complete what it states; the defaults of <see cref="HealthStrategyOptions"/> where null.</param>
    public StrategyRunner(string name, IHealthScoreStrategy strategy, HealthStrategyOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(strategy);
        (Name, _strategy, _options) = (name, strategy, options ?? new());
        var version = _options.Version ?? (strategy as IVersionedHealthStrategy)?.Version;
        _definition = new(readers => StrategyHash.Of(name, version, readers, _options));
        IsOfScorecards = CompositeStrategy.Leaves(strategy).All(l => l is Scorecard);
    }

    /// <summary>The strategy's name.</summary>
    public string Name { get; }

    /// <summary>Whether only scorecards score, of which the value does not depend on the band before.</summary>
    internal bool IsOfScorecards { get; }

    /// <summary>Scores one customer.</summary>
    /// <param name="context">What the strategy may read. A previous band that is none of the strategy's bands counts as a first evaluation.</param>
    /// <exception cref="OperationCanceledException">The strategy was cancelled: cancellation flows.</exception>
    public HealthScore Score(HealthScoreContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var facts = new RecordingFacts(context.Facts);
        var result = Run(Contexts.With(context, facts), out var failure);
        return result?.Score is { } whole
            ? ScoreCompletion.Whole(whole, context)
            : ScoreCompletion.Stated(result, failure, facts.Read, DefinitionFor(ReaderSignature.Of(context.Facts)), context);
    }

    /// <summary>A failed score of a customer whose context could not be read.</summary>
    internal HealthScore Failed(string reason, string? customerId, DateTimeOffset asOf, ReaderSignature readers, DateTimeOffset? knownAt = null) => ScoreCompletion.Stated(
        null, reason, [], DefinitionFor(readers), new HealthScoreContext { Facts = NoFacts.Instance, AsOf = asOf, KnownAt = knownAt ?? asOf, CustomerId = customerId });

    internal ScoreDefinition DefinitionFor(ReaderSignature readers) => _strategy switch
    {
        Scorecard scorecard => scorecard.Definition,
        CompositeStrategy composite => composite.DefinitionFor(readers),
        _ => _definition.For(readers),
    };

    /// <summary>Whether its scorecards weigh the customers of two segments alike.</summary>
    internal bool WeighsAlike(string? one, string? other) =>
        CompositeStrategy.Leaves(_strategy).OfType<Scorecard>().All(s => s.SegmentIndex(one) == s.SegmentIndex(other));

    private HealthResult? Run(HealthScoreContext context, out string? failure)
    {
        try
        {
            var result = _strategy.Score(context);
            failure = result is null ? $"strategy '{Name}' returned null" : Invalid(result);
            return failure is null ? result : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure = $"strategy '{Name}' threw {e.GetType().Name}: {e.Message}";
            return null;
        }
    }

    private string? Invalid(HealthResult result)
    {
        if (result.Score is not null)
        {
            return null;
        }

        if (result.State == HealthScoreState.Failed)
        {
            return $"strategy '{Name}': {result.Reason}";
        }

        if (result.State == HealthScoreState.Scored && !double.IsFinite(result.Value))
        {
            return $"strategy '{Name}' returned {(double.IsNaN(result.Value) ? "NaN" : "an infinity")}";
        }

        var wrong = result.Contributions.FirstOrDefault(c => c.Points is { } points && !(Math.Abs(points) <= CurveCheck.LargestPoints));
        return wrong is null ? null : string.Create(CultureInfo.InvariantCulture, $"strategy '{Name}' stated {wrong.Points} points for '{wrong.Name}', which is no number within ±{CurveCheck.LargestPoints}");
    }
}
