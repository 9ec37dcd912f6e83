using CustomerSuccess.Health;

namespace CustomerSuccess.Interventions;

/// <summary>
/// The facts of one customer at instants, all as known at one: what rules see. Each is formed once. Not safe to use from several threads.
/// </summary>
/// <param name="model">How health is formed.</param>
/// <param name="history">What was read of the customer.</param>
/// <param name="knownAt">As known at when.</param>
/// <param name="memory">What conditions came to at points of grids; null where nothing is kept.</param>
internal sealed class CustomerMoments(HealthModel model, CustomerHistory history, DateTimeOffset knownAt, GridMemory? memory = null)
{
    private readonly Dictionary<DateTimeOffset, Moment?> _moments = [];

    // What stood before an instant that has come is seen with what is known now: late or in time, a cycle sees the same. One timeline serves them all.
    private HealthTimeline? _past;

    // Rule after rule asks of the same instant.
    private (DateTimeOffset Instant, Moment? Moment)? _lastMoment;
    private (DateTimeOffset Instant, DateTimeOffset? Next)? _lastVersion;

    public string CustomerId => history.CustomerId;

    public CustomerHistory History => history;

    public DateTimeOffset KnownAt => knownAt;

    /// <summary>What conditions came to at points of grids; null where nothing is kept.</summary>
    public GridMemory? Memory => memory;

    /// <summary>The grid of health.</summary>
    public EvaluationGrid Grid => model.Grid;

    /// <summary>The facts at an instant; null where, then, there was no such customer, or it was closed.</summary>
    public Moment? At(DateTimeOffset instant)
    {
        if (_lastMoment is { } last && last.Instant == instant)
        {
            return last.Moment;
        }

        if (!_moments.TryGetValue(instant, out var moment))
        {
            _moments[instant] = moment = IsActive(instant) ? new(model, TimelineAt(instant).RuleFactsAt(instant)) : null;
        }

        _lastMoment = (instant, moment);
        return moment;
    }

    /// <summary>When another version of the customer takes effect; null for never.</summary>
    public DateTimeOffset? NextVersionAfter(DateTimeOffset instant)
    {
        if (_lastVersion is not { } last || last.Instant != instant)
        {
            _lastVersion = last = (instant, history.NextVersionAfter(instant, knownAt));
        }

        return last.Next;
    }

    private HealthTimeline TimelineAt(DateTimeOffset instant) => instant <= knownAt
        ? _past ??= new(model, history, new ScoreInstant(knownAt), rescored: true)
        : new(model, history, new ScoreInstant(instant, knownAt));

    /// <summary>Whether there is such a customer at an instant, and it is not closed.</summary>
    public bool IsActive(DateTimeOffset instant) => history.Records.Versions is null
        ? history.FirstFact(instant, knownAt, asLived: false) is not null
        : history.Records.At(instant, knownAt).Version is { IsActive: true };
}

/// <summary>The facts of a customer at an instant, and how conditions read them.</summary>
internal sealed class Moment(HealthModel model, CustomerFacts facts)
{
    private IFacts? _read;

    public CustomerFacts Facts => facts;

    public DateTimeOffset At => facts.AsOf;

    public IFacts Read => _read ??= model.Facts.Vocabulary.Read(facts, facts.AsOf);

    /// <summary>Whether a condition holds. A condition that throws is unknown.</summary>
    public Reading<bool> Holds(FactCondition condition) => condition is ConditionExpression<CustomerFacts> expression ? expression.Holds(facts) : condition.Holds(Read);
}
