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
    private readonly string? _heeded;
    private readonly (DateTimeOffset Occurred, DateTimeOffset Recorded)[] _facts;
    private readonly TimeSpan? _newFor;
    private readonly double? _newUntil;
    private List<Standing>? _lived;

    public RandomLife(Dice dice, int size)
    {
        _dice = dice;
        _way = dice.Of(Enum.GetValues<Way>());
        _bands = HealthBandsProperties.Bands(dice, size);
        _heeded = dice.Of<string?>([null, "nothing", .. _bands.Bands.Select(b => b.Name), .. _other.Bands.Select(b => b.Name)]);
        _newFor = dice.Of<TimeSpan?>(null, TimeSpan.FromDays(3), TimeSpan.FromDays(10.5));
        _newUntil = _newFor is null || dice.OneIn(2) ? 0.5 : null;
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

        _facts = [.. _signals.Select(s => (s.OccurredAt, s.RecordedAt)), .. _outcomes.Select(o => (o.DecidedAt, o.RecordedAt)), (_since, _since)];
    }

    private readonly record struct Standing(DateTimeOffset At, string? Band, double? Value, HealthBands? Bands);

    private enum Way
    {
        Scorecard,
        HeedsPrevious,
        LooksBack,
        BySegment,
        ColdStart,
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
        // As lived, the way to one instant is part of the way to a later one.
        var known = (DateTimeOffset at) => knownAt > asOf || (knownAt < asOf && at > knownAt) ? knownAt : at;
        var points = knownAt == asOf ? _lived ??= Points(Usage.Start.AddDays(60), known, hindsight: false) : Points(asOf, known, knownAt > asOf);
        var (value, band, last, _) = Stand(asOf, known, points, knownAt > asOf);
        return (value, band, last.Band);
    }

    private List<Standing> Points(DateTimeOffset before, Func<DateTimeOffset, DateTimeOffset> known, bool hindsight)
    {
        var points = new List<Standing>();
        for (var at = Next(Usage.Start.AddDays(-10)); at < before; at = Next(at))
        {
            // The first point lies strictly behind the first fact that is seen.
            if (IsLived(at, known, hindsight))
            {
                var (value, band, last, bands) = Stand(at, known, points, hindsight);
                points.Add(new(at, band ?? last.Band, value ?? last.Value, band is null ? last.Bands : bands));
            }
        }

        return points;
    }

    private bool IsLived(DateTimeOffset point, Func<DateTimeOffset, DateTimeOffset> known, bool hindsight) =>
        _facts.Any(f => f.Occurred < point && f.Recorded <= known(point) && (hindsight || f.Recorded < point));

    private (double? Value, string? Band, Standing Before, HealthBands Bands) Stand(DateTimeOffset at, Func<DateTimeOffset, DateTimeOffset> known, List<Standing> points, bool hindsight)
    {
        var moment = Lost(at, known(at)) ?? at;
        var before = points.LastOrDefault(p => p.At < moment);
        var reading = Read(moment, known);
        var isNew = _way == Way.ColdStart && IsNew(moment, known, hindsight);
        var bands = isNew || (_way == Way.BySegment && reading >= 50) ? _other : _bands;
        // A band of other bands is none: hysteresis begins anew.
        var previous = before.Bands is not null && Said(before.Bands) == Said(bands) ? before.Band : null;
        var scored = isNew ? Fresh(reading) : Score(reading, previous, before);
        return (scored, scored is { } number ? bands.Bands[bands.BandOf(number, previous is null ? -1 : bands.Find(previous)?.Index ?? -1)].Name : null, before, bands);
    }

    private double? Read(DateTimeOffset at, Func<DateTimeOffset, DateTimeOffset> known) => _log.Facts(Id, at, known(at)).Signals.Read(_usage) is { IsKnown: true, Value: var usage } ? usage : null;

    // Told as a story: day by day, until it is old enough or its usage is known.
    private bool IsNew(DateTimeOffset at, Func<DateTimeOffset, DateTimeOffset> known, bool hindsight)
    {
        var since = _since <= at && _since <= known(at) ? _since : _facts.Where(f => f.Occurred <= at && f.Recorded <= known(at)).Select(f => f.Occurred).DefaultIfEmpty(at).Min();
        if (at - since >= _newFor)
        {
            return false;
        }

        for (var point = Next(Usage.Start.AddDays(-10)); _newUntil is not null && point <= at; point = Next(point))
        {
            if (IsLived(point, known, hindsight) && Read(point, known) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private static string Said(HealthBands bands) => string.Join(' ', bands.Bands.Select(b => FormattableString.Invariant($"{b} {b.Lower:R}"))) + FormattableString.Invariant($" {bands.Convention} {bands.Hysteresis:R}");

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

    private double? Score(double? usage, string? band, Standing before) => _way switch
    {
        Way.Scorecard or Way.ColdStart => usage,
        Way.LooksBack => Looking(usage, before.Band, before.Value),
        _ => Heeding(usage, band),
    };

    private static double Fresh(double? usage) => 100 - (usage ?? 60);

    private void Say(CustomerHealthBuilder builder)
    {
        var options = new HealthStrategyOptions { Bands = _bands, Version = "1" };
        var other = new HealthStrategyOptions { Bands = _other, Version = "1" };
        _ = _way switch
        {
            Way.Scorecard => builder.ScoredBy(Card()),
            Way.HeedsPrevious => builder.ScoredBy("heeds", Strategy(c => Heeding(Read(c), c.PreviousBand)), options: options),
            Way.LooksBack => builder.PreviousHealth().ScoredBy("looks back", Strategy(c => Looking(Read(c), Band(c), c.Facts.Number(HealthWords.PreviousValue) is { IsKnown: true, Value: var x } ? x : null)), options: options),
            Way.ColdStart => builder.ScoredBy(Card()).ColdStart("fresh", Strategy(c => Fresh(Read(c))), _newFor, _newUntil, other),
            _ => builder.SegmentedBy(SegmentScheme.For("experience", SegmentPurpose.Experience).Segment("much", Fact.Number("usage").AtLeast(50), Experiences.HighTouch).Otherwise("little", Experiences.SelfServe).Build())
                .ScoredBy("little", Strategy(c => Heeding(Read(c), c.PreviousBand)), options: options)
                .ScoredBy("much", Strategy(c => Heeding(Read(c), c.PreviousBand)), forSegment: "much", options: other),
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

    // The other way round after one band, or after none: of no use at all as a score.
    private double? Heeding(double? usage, string? band) => band == _heeded ? 100 - usage : usage;

    private static double? Looking(double? usage, string? band, double? value) => usage is { } number ? Math.Clamp((0.5 * number) + (0.5 * (value ?? 80)) - (band is null ? 0 : band[^1] % 7), 0, 100) : null;

    private DateTimeOffset Next(DateTimeOffset at)
    {
        DateTimeOffset? next = Grid.FirstAfter(at);
        return next ?? throw new InvalidOperationException("The grid has ended.");
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
