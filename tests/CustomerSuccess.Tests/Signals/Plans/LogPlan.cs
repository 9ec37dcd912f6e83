using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Signals.Plans;

/// <summary>
/// A random log with everything that makes windows hard: ties, duplicates, late and future-dated records, days on which clocks
/// change, leap days, and instants that lie on the edges of windows. Values are quarters, so that sums are exact.
/// </summary>
internal sealed class LogPlan
{
    public static readonly string[] Customers = ["acme", "beta", "coda", "dots"];

    public LogPlan(Seed seed)
    {
        Seed = seed;
        Dice = seed.Dice();
        (Zone, Anchor) = Dice.Of(Zones.Days);
        var people = Dice.OneIn(20) ? 90 : Dice.OneIn(4) ? 24 : 3;
        Signals = [.. Enumerable.Range(0, Dice.Below(Dice.OneIn(30) ? 300 : seed.Size * 6)).Select(_ => Signal(people))];
        if (Signals.Length > 0 && Dice.OneIn(2))
        {
            // The same again, without an id: it counts twice.
            Signals = [.. Signals, .. Enumerable.Range(0, Dice.Below(4)).Select(_ => Dice.Of(Signals))];
        }
    }

    public Seed Seed { get; }

    public Dice Dice { get; }

    public TimeZoneInfo Zone { get; }

    public DateTimeOffset Anchor { get; }

    public Signal[] Signals { get; }

    public SignalCoverage Coverage { get; private set; } = SignalCoverage.Complete;

    /// <summary>A log of these signals, in this order.</summary>
    public SignalLog Log(IEnumerable<Signal>? signals = null)
    {
        var log = new SignalLog();
        log.AppendAll(signals ?? Signals);
        return Coverage == SignalCoverage.Complete ? log : log.Covers("login", Coverage).Covers("seats", Coverage);
    }

    /// <summary>Sometimes the source is not complete.</summary>
    public LogPlan WithGaps()
    {
        if (Dice.OneIn(2))
        {
            Coverage = new SignalCoverage
            {
                From = Dice.OneIn(2) ? Edge() - (Dice.OneIn(2) ? TimeSpan.FromDays(400) : TimeSpan.Zero) : null,
                Through = Dice.OneIn(3) ? Edge() : null,
                Delay = Dice.OneIn(3) ? Length() : TimeSpan.Zero,
            };
        }

        return this;
    }

    /// <summary>An instant around the anchor, or a year before it.</summary>
    public DateTimeOffset Instant()
    {
        var about = Dice.OneIn(4) ? Anchor.AddYears(-1) : Anchor;
        return about + (Dice.Of(TimeSpan.FromDays(1), TimeSpan.FromHours(6), TimeSpan.FromHours(1), TimeSpan.FromMinutes(30), TimeSpan.FromTicks(1)) * Dice.Between(-12, 12));
    }

    /// <summary>An instant at which something comes, goes or becomes known, or a tick beside it.</summary>
    public DateTimeOffset Edge()
    {
        var at = Instant();
        if (Signals.Length > 0 && !Dice.OneIn(3))
        {
            var signal = Dice.Of(Signals);
            at = Dice.Of(signal.OccurredAt, signal.RecordedAt, signal.OccurredAt + Length(), signal.OccurredAt.AddYears(1), signal.RecordedAt + Length());
        }

        return at.AddTicks(Dice.Of(0, 0, 0, 1, -1));
    }

    public TimeSpan Length() => Dice.Of(TimeSpan.FromTicks(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(28));

    /// <summary>As of when, and as known at when.</summary>
    public (DateTimeOffset AsOf, DateTimeOffset KnownAt) When()
    {
        var asOf = Edge();
        return (asOf, Dice.Below(8) switch { 0 => Edge(), 1 => asOf.AddDays(-1), 2 or 3 => asOf.AddDays(500), _ => asOf });
    }

    public NaiveMeasure Measure(bool trees = false)
    {
        var measure = Whole(trees);
        // Whether a slope that should be 0 is 0 or almost 0 decides whether one can divide by it.
        return measure with { IsRatio = measure.Aggregation != SignalAggregation.Slope && Dice.OneIn(2) };
    }

    private NaiveMeasure Whole(bool trees) => new(Dice.Of(Enum.GetValues<SignalAggregation>()), Dice.Of("login", "login", "seats", "none"))
    {
        Window = Dice.OneIn(5) ? null : Dice.OneIn(20) ? TimeSpan.FromDays(100_000) : Length(),
        Actor = Dice.OneIn(6) ? $"user {Dice.Below(3)}" : null,
        Product = Dice.OneIn(6) ? Dice.Of("crm", "erp") : null,
        Causes = Dice.OneIn(3) ? [Dice.Of(Enum.GetValues<Provenance>())] : Dice.OneIn(6) ? [Provenance.System, Provenance.Customer] : null,
        Tree = trees && Dice.OneIn(2),
        Zone = Zone,
        IsSeason = Dice.OneIn(3),
        Cycles = Dice.OneIn(3) ? [.. Enumerable.Range(0, Dice.Between(2, 4)).Select(i => Anchor.AddDays((i * Dice.Of(180, 365, 91)) - 500)).Distinct().Order()] : null,
    };

    public override string ToString() =>
        $"{Seed}, {Zone.Id} about {Anchor:O}, {Coverage}:{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", Signals.Select(s => $"{s} recorded {s.RecordedAt:O} value {s.Value:R} by {s.Actor} on {s.Product} ({s.Provenance})"))}";

    private Signal Signal(int people)
    {
        var occurred = Instant();
        var recorded = Dice.Below(6) switch
        {
            0 => occurred + Length(),
            1 => occurred - Length(),
            2 => Instant(),
            _ => occurred,
        };
        return new(Dice.Of(Customers), Dice.Of("login", "login", "seats"), occurred)
        {
            RecordedAt = recorded,
            Value = Dice.OneIn(3) ? null : Dice.Between(-8, 8) / 4d,
            Actor = Dice.OneIn(3) ? null : $"user {Dice.Below(people)}",
            Product = Dice.OneIn(2) ? null : Dice.Of("crm", "erp"),
            Provenance = Dice.OneIn(2) ? Provenance.Customer : Dice.Of(Enum.GetValues<Provenance>()),
        };
    }
}
