using CustomerSuccess.Segmentation;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Health;

/// <summary>
/// Says how the health of customers is formed of their facts: what is read, in which segments they fall, on which grid bands
/// are evaluated. Not safe to use from several threads.
/// </summary>
public sealed class CustomerHealthBuilder : VocabularyPart<CustomerFacts, CustomerHealthBuilder>
{
    internal CustomerHealthBuilder()
    {
    }

    internal VocabularyDraft<CustomerFacts> Facts => Draft;

    internal List<SegmentScheme> Schemes { get; } = [];

    internal List<(string? Segment, string? Stage, string Name, IHealthScoreStrategy Strategy, HealthStrategyOptions? Options)> Strategies { get; } = [];

    internal List<(string Name, IHealthScoreStrategy Strategy, TimeSpan? MaximumAge, double? UntilCoverage, HealthStrategyOptions? Options)> ColdStarts { get; } = [];

    /// <summary>All strategies by name, also that of new customers.</summary>
    internal IReadOnlyList<(string Name, IHealthScoreStrategy Strategy)> Named => [.. Strategies.Select(s => (s.Name, s.Strategy)), .. ColdStarts.Select(s => (s.Name, s.Strategy))];

    internal EvaluationGrid? EvaluationGrid { get; set; }

    internal Func<CustomerFacts, ManualOverride?>? Override { get; set; }

    internal Func<CustomerFacts, IEnumerable<UsageVerdict>>? Usage { get; set; }

    internal List<PlanTemplate> Plans { get; } = [];

    internal PlanOptions? PlanOptions { get; set; }

    internal IHealthHistory? History { get; set; }

    internal TimeSpan? Spacing { get; set; }

    internal (int Customers, int AtOnce)? Batches { get; set; }

    /// <summary>A scheme of segments. Schemes are asked in the order stated, those for growth potential first; a later one may read <c>segment.NAME</c> of those before it. The one for experience also chooses the strategy.</summary>
    public CustomerHealthBuilder SegmentedBy(SegmentScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        Schemes.Add(scheme);
        return this;
    }

    /// <summary>A template that customers' plans were made from: also one that no new plan is made from any more. Plans of other templates are unknown, and say so.</summary>
    public CustomerHealthBuilder PlannedBy(PlanTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        Plans.Add(template);
        return this;
    }

    /// <summary>The thresholds of plans; those of the definitions unless stated.</summary>
    public CustomerHealthBuilder PlansJudgedBy(PlanOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        PlanOptions = options;
        return this;
    }

    /// <summary>The scorecard that scores everyone, or the customers of one segment of the scheme for experience, of one lifecycle stage, or of both. The most specific wins: segment and stage, segment, stage, everyone.</summary>
    public CustomerHealthBuilder ScoredBy(Scorecard scorecard, string? forSegment = null, string? forStage = null)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        return ScoredBy(scorecard.Name, scorecard, forSegment, forStage: forStage);
    }

    /// <summary>The strategy that scores everyone, or the customers of one segment of the scheme for experience, of one lifecycle stage, or of both. The most specific wins: segment and stage, segment, stage, everyone.</summary>
    /// <param name="name">The strategy's name.</param>
    /// <param name="strategy">The strategy; used by several threads at once.</param>
    /// <param name="forSegment">The segment; null for everyone without a strategy of their own.</param>
    /// <param name="options">How to complete what the strategy states; null for the defaults.</param>
    /// <param name="forStage">The lifecycle stage in the host's words, compared ordinally; null for any.</param>
    public CustomerHealthBuilder ScoredBy(string name, IHealthScoreStrategy strategy, string? forSegment = null, HealthStrategyOptions? options = null, string? forStage = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(strategy);
        if (forStage is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(forStage);
        }

        Strategies.Add((forSegment, forStage, name, strategy, options));
        return this;
    }

    /// <summary>The scorecard that scores new customers, whatever their segment and stage.</summary>
    /// <inheritdoc cref="ColdStart(string, IHealthScoreStrategy, TimeSpan?, double?, HealthStrategyOptions?)" />
    public CustomerHealthBuilder ColdStart(Scorecard scorecard, TimeSpan? maximumAge = null, double? untilCoverage = null)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        return ColdStart(scorecard.Name, scorecard, maximumAge, untilCoverage);
    }

    /// <summary>
    /// The strategy that scores new customers, whatever their segment and stage. A customer is new until the first of the two comes,
    /// and never again: it has an age, or at a point of the grid the usual strategy scores it with a coverage.
    /// </summary>
    /// <param name="name">The strategy's name.</param>
    /// <param name="strategy">The strategy; used by several threads at once.</param>
    /// <param name="maximumAge">The age, above 0, since there is such a customer; null for whatever its age.</param>
    /// <param name="untilCoverage">The coverage of the usual score, above 0 up to 1; null for whatever is known.</param>
    /// <param name="options">How to complete what the strategy states; null for the defaults.</param>
    /// <exception cref="ArgumentException">Neither is stated.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is out of range.</exception>
    public CustomerHealthBuilder ColdStart(string name, IHealthScoreStrategy strategy, TimeSpan? maximumAge = null, double? untilCoverage = null, HealthStrategyOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(strategy);
        CheckColdStart(name, maximumAge, untilCoverage);
        ColdStarts.Add((name, strategy, maximumAge, untilCoverage, options));
        return this;
    }

    internal static void CheckColdStart(string name, TimeSpan? maximumAge, double? untilCoverage)
    {
        if (maximumAge is null && untilCoverage is null)
        {
            throw new ArgumentException($"'{name}' would score customers as new for ever. State maximumAge, untilCoverage, or both.", nameof(maximumAge));
        }

        if (maximumAge <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(maximumAge), maximumAge, "A customer is new up to an age above 0.");
        }

        if (untilCoverage is not null and not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(untilCoverage), untilCoverage, "Coverage is a share above 0 and up to 1: write 60 % as 0.6.");
        }
    }

    /// <summary>The grid on which bands and segments are evaluated: daily at midnight UTC unless stated.</summary>
    public CustomerHealthBuilder On(EvaluationGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        EvaluationGrid = grid;
        return this;
    }

    /// <summary>How to read a customer's manual override; null for none. It counts where it is in force as of the instant.</summary>
    public CustomerHealthBuilder OverriddenBy(Func<CustomerFacts, ManualOverride?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        Override = read;
        return this;
    }

    /// <summary>How to read the verdicts on a customer's usage. They count where they are in force as of the instant, for measures that are judged as usage.</summary>
    public CustomerHealthBuilder UsageJudgedBy(Func<CustomerFacts, IEnumerable<UsageVerdict>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        Usage = read;
        return this;
    }

    /// <summary>Where recorded scores are kept.</summary>
    public CustomerHealthBuilder RecordedIn(IHealthHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        History = history;
        return this;
    }

    /// <summary>The distance between the scores of a trend: at least the longest window that is read, which it is unless stated, and 28 days where that is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public CustomerHealthBuilder TrendOver(TimeSpan spacing)
    {
        Spacing = spacing > TimeSpan.Zero ? spacing : throw new ArgumentOutOfRangeException(nameof(spacing), spacing, "Scores of a trend are spaced by a time above 0.");
        return this;
    }

    /// <summary>How a portfolio is read: so many customers at a time (256 unless stated), so many batches at once (4 unless stated). Memory holds that many customers' facts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public CustomerHealthBuilder InBatches(int customers, int atOnce)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(customers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(atOnce, 1);
        Batches = (customers, atOnce);
        return this;
    }
}
