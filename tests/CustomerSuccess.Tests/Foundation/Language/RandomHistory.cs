using CustomerSuccess.Composition;
using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Foundation;

/// <summary>What was recorded of one customer, random, around a leap day and changes of clocks; and its facts, formed anew for each instant.</summary>
internal sealed class RandomHistory
{
    public const string Customer = "c";

    /// <summary>Before 29 February 2024 and the change of clocks of 31 March.</summary>
    public static readonly DateTimeOffset Beginning = new(2024, 1, 20, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Names = ["login", "nps"];

    private readonly List<Signal> _signals = [];
    private readonly List<Trait> _traits = [];
    private readonly List<Subscription>? _subscriptions;
    private readonly List<Customer> _versions = [];
    private readonly List<Customer> _below = [];
    private readonly Dictionary<string, SignalCoverage> _coverage = new(StringComparer.Ordinal);

    public RandomHistory(Random random)
    {
        _versions.Add(new(Customer, At(random, -400, -300)) { LifecycleStage = "live" });
        // A child that comes, goes elsewhere and returns, some of it recorded ahead or late.
        for (var i = random.Next(0, 5); i > 0; i--)
        {
            var effective = At(random, -60, 40);
            _below.Add(new("child", effective) { ParentId = random.Next(3) == 0 ? null : Customer, RecordedAt = Recorded(random, effective) });
        }

        foreach (var name in Names)
        {
            var count = random.Next(0, 7);
            for (var i = 0; i < count; i++)
            {
                var occurred = random.Next(8) == 0 ? At(random, -380, -330) : At(random, -20, 60);
                _signals.Add(new(random.Next(5) == 0 ? "child" : Customer, name, occurred)
                {
                    RecordedAt = random.Next(4) switch { 0 => occurred.AddDays(random.Next(-60, 10)), _ => occurred },
                    Value = random.Next(4) == 0 ? null : random.Next(0, 4),
                    Actor = random.Next(3) == 0 ? null : random.Next(2) == 0 ? "ada" : "bob",
                    Provenance = (Provenance)random.Next(3),
                });
            }

            _coverage[name] = random.Next(6) switch
            {
                0 => new() { Through = At(random, 0, 60) },
                1 => new() { From = At(random, -30, 10) },
                2 => new() { Delay = TimeSpan.FromDays(random.Next(0, 3)) },
                _ => SignalCoverage.Complete,
            };
        }

        for (var i = random.Next(0, 4); i > 0; i--)
        {
            var effective = At(random, -30, 50);
            _traits.Add(random.Next(3) switch
            {
                0 => new(Customer, "plan", random.Next(5) == 0 ? TraitValue.Null : TraitValue.Of(random.Next(2) == 0 ? "pro" : "free"), effective) { RecordedAt = Recorded(random, effective) },
                1 => new(Customer, "seats", TraitValue.Of(random.Next(0, 5)), effective) { RecordedAt = Recorded(random, effective) },
                _ => new(Customer, "signed", TraitValue.Of(At(random, -60, 40)), effective) { RecordedAt = Recorded(random, effective) },
            });
        }

        _subscriptions = random.Next(4) == 0 ? null : [];
        for (var i = random.Next(0, 3); _subscriptions is not null && i > 0; i--)
        {
            var start = At(random, -60, 20);
            _subscriptions.Add(new($"s{i}", Customer, "app", start)
            {
                End = random.Next(2) == 0 ? null : start.AddDays(random.Next(1, 80)),
                RenewsAt = random.Next(3) == 0 ? null : start.AddDays(random.Next(20, 120)),
                EffectiveAt = random.Next(2) == 0 ? start : At(random, -50, 30),
                RecordedAt = Recorded(random, start),
            });
        }
    }

    public static Language<CustomerFacts> Language { get; } = CustomerExpressions.Declare()
        .Trait("plan", TraitKind.Text)
        .Trait("seats", TraitKind.Number)
        .Trait("signed", TraitKind.Instant)
        .Signal("login")
        .Signal("nps")
        .Build();

    /// <summary>The instants at which something recorded begins or ends.</summary>
    public IEnumerable<DateTimeOffset> Instants =>
        [
            .. _signals.Select(s => s.OccurredAt),
            .. _traits.Select(t => t.EffectiveAt),
            .. _below.Select(c => c.EffectiveAt),
            .. _traits.Where(t => t.Value.Kind == TraitKind.Instant).Select(t => t.Value.AsInstant()),
            .. (_subscriptions ?? []).SelectMany(s => (DateTimeOffset?[])[s.Start, s.End, s.RenewsAt, s.EffectiveAt]).OfType<DateTimeOffset>(),
            .. _coverage.Values.SelectMany(c => (DateTimeOffset?[])[c.From, c.Through]).OfType<DateTimeOffset>(),
        ];

    /// <summary>The facts as of an instant and known then, everything that will be recorded being there.</summary>
    public CustomerFacts At(DateTimeOffset asOf) => History(DateTimeOffset.MaxValue).At(asOf, asOf);

    /// <summary>Its facts as of later instants, nothing being recorded after one.</summary>
    public Func<DateTimeOffset, CustomerFacts> Cut(DateTimeOffset recordedBy)
    {
        var history = History(recordedBy);
        return asOf => history.At(asOf, asOf);
    }

    public override string ToString() =>
        $"{string.Join("; ", _signals.Select(s => $"{s.CustomerId} {s.Name} {s.OccurredAt:O} recorded {s.RecordedAt:O} {s.Value} {s.Actor} {s.Provenance}"))}\n"
        + $"{string.Join("; ", _traits.Select(t => $"{t} {t.EffectiveAt:O} recorded {t.RecordedAt:O}"))}\n"
        + $"{string.Join("; ", (_subscriptions ?? []).Select(s => $"{s.Id} {s.Start:O} to {s.End:O} renews {s.RenewsAt:O} from {s.EffectiveAt:O} recorded {s.RecordedAt:O}"))}\n"
        + $"{string.Join("; ", _below.Select(c => $"{c.Id} below {c.ParentId} {c.EffectiveAt:O} recorded {c.RecordedAt:O}"))}\n"
        + string.Join("; ", _coverage.Select(c => $"{c.Key} {c.Value.From:O} to {c.Value.Through:O} less {c.Value.Delay}"));

    public static DateTimeOffset At(Random random, int fromDay, int toDay)
    {
        var day = Beginning.AddDays(random.Next(fromDay, toDay));
        return random.Next(3) switch { 0 => day, 1 => day.AddHours(random.Next(24)), _ => day.AddTicks(random.NextInt64(TimeSpan.TicksPerDay)) };
    }

    private static DateTimeOffset Recorded(Random random, DateTimeOffset effective) => random.Next(3) switch
    {
        0 => effective.AddDays(random.Next(-60, 10)),
        _ => effective.AddDays(-100),
    };

    private CustomerHistory History(DateTimeOffset recordedBy)
    {
        var log = new SignalLog();
        foreach (var (name, coverage) in _coverage)
        {
            log.Covers(name, coverage);
        }

        foreach (var signal in _signals.Where(s => s.RecordedAt <= recordedBy))
        {
            log.Append(signal);
        }

        var records = new AccountRecords
        {
            CustomerId = Customer,
            Versions = [.. _versions.Where(v => v.RecordedAt <= recordedBy)],
            Traits = [.. _traits.Where(t => t.RecordedAt <= recordedBy)],
            Below = [.. _below.Where(c => c.RecordedAt <= recordedBy)],
            Subscriptions = _subscriptions is null ? null : [.. _subscriptions.Where(s => s.RecordedAt <= recordedBy)],
        };
        return new CustomerHistory(records, log.Views(Customer), new Dictionary<string, NamedSeries[]> { ["child"] = log.Views("child") }, log.Measures, []);
    }
}
