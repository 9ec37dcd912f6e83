using System.Numerics;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Signals.Plans;

/// <summary>Reads measures by going through all signals for every question: what the engine must agree with.</summary>
internal sealed class NaiveReader(IEnumerable<Signal> signals, SignalCoverage coverage)
{
    /// <summary>The value, or why there is none.</summary>
    public NaiveValue Read(NaiveMeasure measure, IReadOnlyCollection<string> customers, DateTimeOffset asOf, DateTimeOffset knownAt, DateTimeOffset? since)
    {
        var known = signals.Where(s => customers.Contains(s.CustomerId) && s.RecordedAt <= knownAt).ToArray();
        if (!measure.IsSeason)
        {
            return At(measure, known, asOf, knownAt);
        }

        if (measure.Earlier(asOf) is not { } earlier || since is not { } start || (measure.Window is { } length ? earlier - length + TimeSpan.FromTicks(1) < start : earlier < start))
        {
            return new(null, UnknownKind.Incomplete);
        }

        var then = At(measure, known, earlier, knownAt);
        if (!measure.IsRatio)
        {
            return then;
        }

        var now = At(measure, known, asOf, knownAt);
        return now.Value is null ? now
            : then.Value is null ? then
            : then.Value == 0 ? Nothing
            : Finite(now.Value.Value / then.Value.Value);
    }

    /// <summary>Since when a customer is one where nothing names customers: its first visible signal.</summary>
    public DateTimeOffset? Since(string customer, DateTimeOffset asOf, DateTimeOffset knownAt) =>
        signals.Where(s => s.CustomerId == customer && s.OccurredAt <= asOf && s.RecordedAt <= knownAt).Min(s => (DateTimeOffset?)s.OccurredAt);

    private NaiveValue At(NaiveMeasure measure, Signal[] known, DateTimeOffset end, DateTimeOffset knownAt)
    {
        var through = knownAt - coverage.Delay;
        through = coverage.Through < through ? coverage.Through.Value : through;
        if (end > through || (coverage.From is { } from && (measure.Window is null || end - measure.Window.Value + TimeSpan.FromTicks(1) < from)))
        {
            return new(null, UnknownKind.Incomplete);
        }

        var counted = known
            .Where(s => s.Name == measure.Signal && s.OccurredAt <= end && (measure.Window is null || s.OccurredAt > end - measure.Window.Value))
            .Where(s => measure.Actor is null || s.Actor == measure.Actor)
            .Where(s => measure.Product is null || s.Product == measure.Product)
            .Where(s => measure.Causes is null || measure.Causes.Contains(s.Provenance))
            .ToArray();
        var values = counted.Where(s => s.Value is not null).ToArray();
        return measure.Aggregation switch
        {
            SignalAggregation.Count => new(counted.Length),
            SignalAggregation.Sum => Finite(values.Sum(s => s.Value!.Value)),
            SignalAggregation.DistinctActors => new(counted.Select(s => s.Actor).OfType<string>().Distinct().Count()),
            SignalAggregation.ActiveDays => new(counted.Select(s => NaiveCalendar.Local(s.OccurredAt, measure.Zone).Date).Distinct().Count()),
            SignalAggregation.Age => counted.Length == 0 ? Nothing : new((end - counted.Max(s => s.OccurredAt)).Ticks / 864_000_000_000d),
            SignalAggregation.Slope => Slope(values),
            _ when values.Length == 0 => Nothing,
            SignalAggregation.Mean => Finite(values.Sum(s => s.Value!.Value) / values.Length),
            SignalAggregation.Minimum => new(values.Min(s => s.Value)),
            SignalAggregation.Maximum => new(values.Max(s => s.Value)),
            _ => new(values.OrderByDescending(s => s.OccurredAt).ThenByDescending(s => s.RecordedAt).ThenByDescending(s => s.Value).First().Value),
        };
    }

    private static NaiveValue Nothing => new(null, UnknownKind.NoObservations);

    private static NaiveValue Finite(double number) => double.IsFinite(number) ? new(number) : new(null, UnknownKind.NotANumber);

    // In whole numbers: (nΣxy − ΣxΣy) ÷ (nΣx² − (Σx)²), x in ticks, y in quarters.
    private static NaiveValue Slope(Signal[] values)
    {
        if (values.Select(s => s.OccurredAt).Distinct().Count() < 2)
        {
            return Nothing;
        }

        BigInteger n = values.Length;
        var points = values.Select(s => (X: (BigInteger)s.OccurredAt.Ticks, Y: (BigInteger)(s.Value!.Value * 4))).ToArray();
        var (x, y) = (Sum(points.Select(p => p.X)), Sum(points.Select(p => p.Y)));
        var across = (n * Sum(points.Select(p => p.X * p.Y))) - (x * y);
        var along = (n * Sum(points.Select(p => p.X * p.X))) - (x * x);
        // Rounding is relative to the steepest slope that such values can have.
        var days = (values.Max(s => s.OccurredAt) - values.Min(s => s.OccurredAt)).TotalDays;
        return new((double)across / (double)along / 4 * 864_000_000_000d, null, 1e-9 * values.Max(s => Math.Abs(s.Value!.Value)) / days);

        static BigInteger Sum(IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, BigInteger.Add);
    }
}

/// <summary>A value or why there is none, and how far rounding may take another from it.</summary>
internal readonly record struct NaiveValue(double? Value, UnknownKind? Unknown = null, double Allowed = 0);
