using CustomerSuccess.Customers;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Health;

/// <summary>
/// One customer's health over time, as known at an instant. The band at an instant follows from those at the grid points
/// before it, from the first after the customer's first fact: it is found by going back until a grid point whose band does not
/// depend on the one before, which is a step or two unless a score lingers at an edge. While a customer is lost, what stood at
/// the decision stands still. Not safe to use from several threads.
/// </summary>
/// <param name="model">How health is formed.</param>
/// <param name="history">What was read of the customer.</param>
/// <param name="instant">As of when, and as known at when.</param>
/// <param name="rescored">Whether everything before is seen with what is known at the instant, rather than as it was known then.</param>
internal sealed class HealthTimeline(HealthModel model, CustomerHistory history, ScoreInstant instant, bool rescored = false)
{
    private readonly Dictionary<DateTimeOffset, Standing> _settled = [];
    private readonly bool _hasLosses = history.Records.Outcomes.Any(o => o.IsLoss);
    private DateTimeOffset? _reached;
    private ColdStartWalk? _coldStart;
    private DateTimeOffset? _start;
    private bool _started;

    /// <summary>The score as of the instant; of a lost customer the one at the decision, frozen.</summary>
    public HealthScore Score() => LostAt(instant.AsOf) is { } decided ? ScoreAt(decided).Freeze(decided) : ScoreAt(instant.AsOf);

    /// <summary>The score as of an instant up to the one of this timeline, known as the timeline knows it, lost or not.</summary>
    public HealthScore ScoreAt(DateTimeOffset asOf) => Run(asOf, Before(asOf));

    /// <summary>The strategy that scores the customer of these facts, which are of this timeline.</summary>
    public StrategySelection SelectionAt(CustomerFacts facts)
    {
        var usual = model.UsualFor(facts);
        if (model.Strategies.ColdStart is not { } cold)
        {
            return usual;
        }

        // Where the host names no customers, one is new since its first fact.
        var since = facts.Account.Since ?? history.FirstFact(facts.AsOf, facts.KnownAt, asLived: false) ?? facts.AsOf;
        var age = facts.AsOf - since;
        return age >= cold.MaximumAge ? ColdStartRule.OldEnough(usual, age)
            : Enough(cold, facts.AsOf) is { } enough ? cold.KnownEnough(usual, enough)
            : cold.New(age, usual);
    }

    /// <summary>The facts as of an instant, everything that health reads.</summary>
    public CustomerFacts FactsAt(DateTimeOffset asOf)
    {
        var facts = history.At(asOf, KnownAt(asOf));
        facts = model.Facts.Complete(model.LooksBack ? facts.With(Previous(asOf)) : facts);
        return history.Plans is { } plans ? facts.With(new PlanFacts(plans, model.Plans, facts)) : facts;
    }

    /// <summary>The facts as of an instant, everything that rules read: the score too, computed when it is first read. Safe to share between threads.</summary>
    public CustomerFacts RuleFactsAt(DateTimeOffset asOf) => FactsAt(asOf).With(new HealthFacts(new Lazy<HealthScore>(() =>
    {
        lock (_settled)
        {
            return LostAt(asOf) is { } decided ? ScoreAt(decided).Freeze(decided) : ScoreAt(asOf);
        }
    })));

    private PreviousFacts Previous(DateTimeOffset asOf)
    {
        var isPoint = asOf >= Start && asOf < DateTimeOffset.MaxValue && model.Grid.LastBefore(asOf.AddTicks(1)) == asOf;
        return new(new(() => Locked(asOf)), isPoint ? new(() => Locked(asOf.AddTicks(1))) : null, asOf);
    }

    // Facts are shared between threads; the timeline behind them is one.
    private Standing Locked(DateTimeOffset asOf)
    {
        lock (_settled)
        {
            return Before(asOf);
        }
    }

    /// <summary>When the loss was decided that stands at an instant; null where the customer is not lost.</summary>
    public DateTimeOffset? LostAt(DateTimeOffset asOf) => _hasLosses ? LostCustomer.DecidedAt(history.Records.At(asOf, KnownAt(asOf)), asOf) : null;

    private DateTimeOffset? Start
    {
        get
        {
            if (!_started)
            {
                var asLived = !rescored && instant.KnownAt <= instant.AsOf;
                _start = history.FirstFact(instant.AsOf, instant.KnownAt, asLived) is { } first ? model.Grid.FirstAfter(first) : null;
                _started = true;
            }

            return _start;
        }
    }

    private DateTimeOffset KnownAt(DateTimeOffset asOf) => rescored ? instant.KnownAt : instant.KnownAtOf(asOf);

    private DateTimeOffset? Enough(ColdStartRule cold, DateTimeOffset asOf) => cold.UntilCoverage is not { } coverage ? null
        : (_coldStart ??= new(model, coverage, () => Start, FactsAt)).EnoughBy(asOf);

    private HealthScore Run(DateTimeOffset asOf, Standing before)
    {
        var facts = FactsAt(asOf);
        var selection = SelectionAt(facts);
        return model.Score(facts, before.BandIn(selection.Runner.DefinitionFor(model.Facts.Vocabulary.Signature).Bands), selection);
    }

    // What stands at the last grid point strictly before an instant.
    private Standing Before(DateTimeOffset asOf) => model.Grid.LastBefore(asOf) is { } point && point >= Start ? Settle(point) : default;

    private Standing Settle(DateTimeOffset point) =>
        _settled.TryGetValue(point, out var known) ? known : model.LooksBack ? Forward(point) : Back(point);

    // Where a score reads the one before, each must be known before the next.
    private Standing Forward(DateTimeOffset point)
    {
        Standing last = default;
        for (var next = _reached is { } reached ? model.Grid.FirstAfter(reached) : Start; next is { } at && at <= point; next = model.Grid.FirstAfter(at))
        {
            var moment = LostAt(at) ?? at;
            var before = Before(moment);
            last = Standing.Of(Run(moment, before), before);
            _settled[at] = last;
            _reached = at;
        }

        return last;
    }

    private Standing Back(DateTimeOffset point)
    {
        Standing last = default;
        var open = new Stack<(DateTimeOffset Point, DateTimeOffset Moment, bool HasScore)>();
        for (DateTimeOffset? at = point; at is { } here && here >= Start;)
        {
            if (_settled.TryGetValue(here, out last))
            {
                break;
            }

            // What counts at a point where the customer is lost is what came before the decision.
            var moment = LostAt(here) ?? here;
            if (Independent(moment, out var hasScore) is { } settled)
            {
                _settled[here] = last = settled;
                break;
            }

            open.Push((here, moment, hasScore));
            at = model.Grid.LastBefore(moment);
        }

        while (open.TryPop(out var next))
        {
            last = next.HasScore ? Standing.Of(Run(next.Moment, last), last) : last;
            _settled[next.Point] = last;
        }

        return last;
    }

    // What stands from a moment on, where it is the same after everything that may have stood before.
    private Standing? Independent(DateTimeOffset moment, out bool hasScore)
    {
        hasScore = true;
        var facts = FactsAt(moment);
        var selection = SelectionAt(facts);
        var runner = selection.Runner;
        var bands = runner.DefinitionFor(model.Facts.Vocabulary.Signature).Bands.Bands;
        var first = model.Score(facts, bands[0].Name, selection);
        if (first.Band is null)
        {
            hasScore = !runner.IsOfScorecards;
            return null;
        }

        // Of scorecards the value does not depend on the band before, and the band rises with it: the ends tell all, for after
        // none it is the level, which lies between. Any other strategy may make of it what it likes.
        IEnumerable<string?> others = runner.IsOfScorecards ? [bands[^1].Name] : model.Strategies.PreviousBands;
        return others.All(b => model.Score(facts, b, selection) is { Band: { } band, Value: var value } && band.Name == first.Band.Name && value == first.Value)
            ? Standing.Of(first, default)
            : null;
    }
}

/// <summary>What stands at a grid point: the last band, the bands of which it is one, and the last value up to it.</summary>
internal readonly record struct Standing(string? Band, HealthBands? Bands, double? Value)
{
    /// <summary>The band, as the one before a score of these bands: none where it is one of others, so that hysteresis begins anew.</summary>
    public string? BandIn(HealthBands bands) => Bands is not null && AreAlike(Bands, bands) ? Band : null;


    /// <summary>A grid point without a score leaves what stood.</summary>
    public static Standing Of(HealthScore score, Standing before) =>
        score.Band is { } band ? new(band.Name, score.Definition.Bands, score.Value ?? before.Value) : before with { Value = score.Value ?? before.Value };

    private static bool AreAlike(HealthBands one, HealthBands other) => ReferenceEquals(one, other)
        || (one.Convention == other.Convention && one.Hysteresis == other.Hysteresis && one.Bands.Select(b => (b.Name, b.Lower)).SequenceEqual(other.Bands.Select(b => (b.Name, b.Lower))));
}
