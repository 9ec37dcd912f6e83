using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Segmentation;

namespace CustomerSuccess.Tests.Health.OverTime;

/// <summary>
/// A random customer: usage that wavers around edges, arrives late and has gaps, perhaps lost and returned; a random grid; and
/// one of several ways to score it. Beside the engine stands a walk over every grid point from the first, one after another.
/// </summary>
internal sealed class RandomLife
{
    private const string Id = "acme";
    private static readonly TimeZoneInfo[] Zones = [TimeZoneInfo.Utc, TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(9.5), "east", "east"), Jumping(), TimeZoneInfo.CreateCustomTimeZone("west", TimeSpan.FromHours(-11), "west", "west")];

    private readonly Dice _dice;
    private readonly Way _way;
    private readonly SignalMeasure _usage;
    private readonly HealthBands _bands;
    private readonly HealthBands _other = new(["band 1", "fine", "band 0"], [30, 60]);
    private readonly List<Signal> _signals = [];
    private readonly SignalLog _log = new();
    private readonly List<Outcome> _outcomes = [];
    private readonly DateTimeOffset _since;

    public RandomLife(Dice dice, int size)
    {
        _dice = dice;
        _way = dice.Of(Enum.GetValues<Way>());
        _bands = HealthBandsProperties.Bands(dice, size);
        _usage = SignalMeasure.Latest(Usage.Name).InLast(dice.Of(1, 2.5, 40));
        Grid = new EvaluationGrid(dice.Of<TimeZoneInfo>(Zones), dice.Of(1, 1, 1, 2, 7), DateOnly.FromDateTime(Usage.Start.UtcDateTime).AddDays(dice.Of(-400, -3, 0, 5)));
        _since = Usage.Start.AddDays(dice.Between(0d, 20));
        for (var i = dice.Between(0, 4 * size); i > 0; i--)
        {
            _signals.Add(Usage.Of(Id, Day(), HealthBandsProperties.Value(dice, _bands), dice.Of(0, 0, 0, 0.3, 4, -2)));
        }

        _log.AppendAll(_signals);

        for (var i = dice.Of(0, 0, 0, 1, 2, 3); i > 0; i--)
        {
            var decided = Usage.Start.AddDays(Day());
            _outcomes.Add(new(Id, dice.Of(OutcomeKind.NoticeGiven, OutcomeKind.NonRenewal, OutcomeKind.InvoluntaryLoss, OutcomeKind.Return, OutcomeKind.Renewal), decided) { RecordedAt = decided.AddDays(dice.Of(0, 0, 3, -2)) });
        }
    }

    public enum Way
    {
        Scorecard,
        HeedsPrevious,
        LooksBack,
        BySegment,
    }

    public EvaluationGrid Grid { get; }

    public CustomerHealth Health => HealthAsOf(DateTimeOffset.MaxValue);

    public override string ToString() => FormattableString.Invariant($"{_way}, {Grid}, since {_since:u}, {string.Join("; ", _signals.Select(s => FormattableString.Invariant($"{s.OccurredAt:u} {s.Value:R} known {s.RecordedAt:u}")))} | {string.Join("; ", _outcomes.Select(o => FormattableString.Invariant($"{o} known {o.RecordedAt:u}")))}");

    /// <summary>An instant to ask for: anywhere, or at a grid point, a tick before or behind it.</summary>
    public DateTimeOffset Instant()
    {
        var any = Usage.Start.AddDays(_dice.Between(-3d, 45));
        return _dice.OneIn(2) ? any : Next(any).AddTicks(_dice.Of(0, 1, -1));
    }

    /// <summary>The engine over what was known at an instant, and nothing else.</summary>
    public CustomerHealth HealthAsOf(DateTimeOffset known)
    {
        var (signals, accounts) = (new SignalLog(), new AccountLog());
        if (_since <= known)
        {
            accounts.Add(new Customer(Id, _since));
        }

        signals.AppendAll(_signals.Where(s => s.RecordedAt <= known && s.OccurredAt <= known));
        foreach (var outcome in _outcomes.Where(o => o.RecordedAt <= known && o.DecidedAt <= known))
        {
            accounts.Add(outcome);
        }

        return CustomerHealth.Of(CustomerSources.InMemory(accounts, signals), c => Say(c.On(Grid).Signal("usage", _usage)));
    }

    /// <summary>What a walk over all grid points says: value, band, the band before.</summary>
    public (double? Value, string? Band, string? Before) Walk(DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        var facts = _signals.Select(s => (s.OccurredAt, s.RecordedAt)).Concat(_outcomes.Select(o => (o.DecidedAt, o.RecordedAt))).Append((_since, _since)).ToArray();
        DateTimeOffset Known(DateTimeOffset at) => knownAt > asOf || at > knownAt ? knownAt : at;
        var points = new List<(DateTimeOffset At, string? Band, double? Value)>();
        for (var at = Next(Usage.Start.AddDays(-10)); at < asOf; at = Next(at))
        {
            // The first point lies strictly behind the first fact that is seen.
            if (facts.Any(f => f.Item1 <= at && f.Item2 <= Known(at) && (knownAt > asOf ? f.Item1 < at : Later(f) < at)))
            {
                var stands = Stand(at);
                points.Add((at, stands.Band ?? stands.Last.Band, stands.Value ?? stands.Last.Value));
            }
        }

        var (value, band, last) = Stand(asOf);
        return (value, band, last.Band);

        static DateTimeOffset Later((DateTimeOffset Occurred, DateTimeOffset Recorded) fact) => fact.Occurred > fact.Recorded ? fact.Occurred : fact.Recorded;

        (double? Value, string? Band, (string? Band, double? Value) Last) Stand(DateTimeOffset at)
        {
            var moment = Lost(at, Known(at)) ?? at;
            var before = points.LastOrDefault(p => p.At < moment);
            var reading = _log.Facts(Id, moment, Known(moment)).Signals.Read(_usage);
            var (scored, bands) = Score(reading.IsKnown ? reading.Value : null, before.Band, before.Value);
            return (scored, scored is { } number ? bands.Bands[bands.BandOf(number, before.Band is null ? -1 : bands.Find(before.Band)?.Index ?? -1)].Name : null, (before.Band, before.Value));
        }
    }

    // The same rules, told as a story: notice, loss, return.
    private DateTimeOffset? Lost(DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        DateTimeOffset? notice = null, lost = null;
        foreach (var outcome in _outcomes.Where(o => o.DecidedAt <= asOf && o.RecordedAt <= knownAt).OrderBy(o => o.DecidedAt).ThenBy(o => o.Kind is OutcomeKind.Return or OutcomeKind.Renewal ? 0 : 1))
        {
            if (outcome.Kind is OutcomeKind.Return or OutcomeKind.Renewal)
            {
                (notice, lost) = (null, null);
            }
            else if (outcome.Kind == OutcomeKind.NoticeGiven)
            {
                notice ??= outcome.DecidedAt;
            }
            else
            {
                lost ??= notice ?? outcome.DecidedAt;
            }
        }

        return lost;
    }

    private (double? Value, HealthBands Bands) Score(double? usage, string? band, double? value) => _way switch
    {
        Way.Scorecard => (usage, _bands),
        Way.HeedsPrevious => (Heeding(usage, band), _bands),
        Way.LooksBack => (Looking(usage, band, value), _bands),
        _ => usage >= 50 ? (usage, _other) : (usage, _bands),
    };

    private void Say(CustomerHealthBuilder builder)
    {
        var options = new HealthStrategyOptions { Bands = _bands, Version = "1" };
        var other = new HealthStrategyOptions { Bands = _other, Version = "1" };
        _ = _way switch
        {
            Way.Scorecard => builder.ScoredBy(Card()),
            Way.HeedsPrevious => builder.ScoredBy("heeds", Strategy(c => Heeding(Read(c), c.PreviousBand)), options: options),
            Way.LooksBack => builder.PreviousHealth().ScoredBy("looks back", Strategy(c => Looking(Read(c), Band(c), c.Facts.Number(HealthWords.PreviousValue) is { IsKnown: true, Value: var x } ? x : null)), options: options),
            _ => builder.SegmentedBy(SegmentScheme.For("experience", SegmentPurpose.Experience).Segment("much", Fact.Number("usage").AtLeast(50), Experiences.HighTouch).Otherwise("little", Experiences.SelfServe).Build())
                .ScoredBy("little", Strategy(Read), options: options)
                .ScoredBy("much", Strategy(Read), forSegment: "much", options: other),
        };

        static double? Read(HealthScoreContext context) => context.Facts.Number("usage") is { IsKnown: true, Value: var usage } ? usage : null;
        static string? Band(HealthScoreContext context) => context.Facts.Text(HealthWords.PreviousBand) is { IsKnown: true, Value: var band } ? band : null;
        static IHealthScoreStrategy Strategy(Func<HealthScoreContext, double?> score) => HealthStrategies.From("lambda", c => score(c) is { } value ? HealthResult.Of(value) : HealthResult.Unknown());
    }

    private Scorecard<CustomerFacts> Card() => Scorecard.For<CustomerFacts>("card")
        .Measure("usage", _usage, m => m.MoreIsBetter().Linear(0, 100))
        .Bands([.. _bands.Bands.Select(b => (b.Name, b.Lower))])
        .Edges(_bands.Convention)
        .Hysteresis(_bands.Hysteresis)
        .Build();

    // Somewhere else after each band, and of no use at all as a score.
    private static double? Heeding(double? usage, string? band) => usage is { } number ? band is null ? 100 - number : (number + (17 * band[^1])) % 100 : null;

    private static double? Looking(double? usage, string? band, double? value) => usage is { } number ? Math.Clamp((0.5 * number) + (0.5 * (value ?? 80)) - (band is null ? 0 : band[^1] % 7), 0, 100) : null;

    private DateTimeOffset Next(DateTimeOffset at)
    {
        DateTimeOffset? next = Grid.FirstAfter(at);
        return next.Value;
    }

    private double Day() => _dice.OneIn(3) ? _dice.Below(40) : _dice.Between(0d, 40);

    // Its clock jumps from midnight to one in the morning of 10 January, and back at midnight of 20 January.
    private static TimeZoneInfo Jumping() => TimeZoneInfo.CreateCustomTimeZone("jumping", TimeSpan.FromHours(-3), "jumping", "jumping", "jumping summer",
    [
        TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), 1, 10),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), 1, 20)),
    ]);
}
