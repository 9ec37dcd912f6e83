using CustomerSuccess.Segmentation;

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

    internal List<(string? Segment, string Name, IHealthScoreStrategy Strategy, HealthStrategyOptions? Options)> Strategies { get; } = [];

    internal EvaluationGrid? EvaluationGrid { get; set; }

    internal Func<CustomerFacts, ManualOverride?>? Override { get; set; }

    internal Func<CustomerFacts, IEnumerable<UsageVerdict>>? Usage { get; set; }

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

    /// <summary>The scorecard that scores everyone, or the customers of one segment of the scheme for experience.</summary>
    public CustomerHealthBuilder ScoredBy(Scorecard scorecard, string? forSegment = null)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        return ScoredBy(scorecard.Name, scorecard, forSegment);
    }

    /// <summary>The strategy that scores everyone, or the customers of one segment of the scheme for experience.</summary>
    /// <param name="name">The strategy's name.</param>
    /// <param name="strategy">The strategy; used by several threads at once.</param>
    /// <param name="forSegment">The segment; null for everyone without a strategy of their own.</param>
    /// <param name="options">How to complete what the strategy states; null for the defaults.</param>
    public CustomerHealthBuilder ScoredBy(string name, IHealthScoreStrategy strategy, string? forSegment = null, HealthStrategyOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(strategy);
        Strategies.Add((forSegment, name, strategy, options));
        return this;
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
