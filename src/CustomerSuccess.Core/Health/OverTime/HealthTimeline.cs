using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Health;

/// <summary>
/// One customer's health over time, as known at an instant. The band at an instant follows from those at the grid points
/// before it, from the first after the customer's first fact: it is found by going back until a grid point whose band does not
/// depend on the one before, which is a step or two unless a score lingers at an edge. Not safe to use from several threads.
/// </summary>
internal sealed class HealthTimeline(HealthModel model, CustomerHistory history, ScoreInstant instant)
{
    private readonly Dictionary<DateTimeOffset, (string? Band, double? Value)> _settled = [];
    private DateTimeOffset? _start;
    private bool _started;

    /// <summary>The score as of the instant.</summary>
    public HealthScore Score() => ScoreAt(instant.AsOf);

    /// <summary>The score as of an instant up to the one of this timeline, known as the timeline knows it.</summary>
    public HealthScore ScoreAt(DateTimeOffset asOf)
    {
        var before = model.Grid.LastBefore(asOf) is { } point && point >= Start ? Settle(point).Band : null;
        return Run(asOf, before);
    }

    /// <summary>The facts as of an instant, everything that health reads.</summary>
    public CustomerFacts FactsAt(DateTimeOffset asOf)
    {
        var facts = model.Facts.Complete(history.At(asOf, instant.KnownAtOf(asOf)));
        return model.LooksBack ? facts.With(new PreviousFacts(() => model.Grid.LastBefore(asOf) is { } point && point >= Start ? Settle(point) : default)) : facts;
    }

    private DateTimeOffset? Start
    {
        get
        {
            if (!_started)
            {
                var asLived = instant.KnownAt <= instant.AsOf;
                _start = history.FirstFact(instant.AsOf, instant.KnownAt, asLived) is { } first ? model.Grid.FirstAfter(first) : null;
                _started = true;
            }

            return _start;
        }
    }

    private HealthScore Run(DateTimeOffset asOf, string? previousBand) => model.Score(FactsAt(asOf), previousBand);

    // What stands at a grid point: the last band and the last value up to it.
    private (string? Band, double? Value) Settle(DateTimeOffset point)
    {
        if (_settled.TryGetValue(point, out var known))
        {
            return known;
        }

        // Where a score reads the one before, each must be known before the next.
        if (model.LooksBack)
        {
            (string? Band, double? Value) last = default;
            for (var next = Start; next is { } at && at <= point; next = model.Grid.FirstAfter(at))
            {
                if (!_settled.TryGetValue(at, out var here))
                {
                    here = Join(Run(at, last.Band), last);
                    _settled[at] = here;
                }

                last = here;
            }

            return last;
        }

        return Settle(point, new Stack<DateTimeOffset>());
    }

    private (string? Band, double? Value) Settle(DateTimeOffset point, Stack<DateTimeOffset> open)
    {
        (string? Band, double? Value) last = default;
        DateTimeOffset? at = point;
        while (at is { } here && here >= Start)
        {
            if (_settled.TryGetValue(here, out last))
            {
                break;
            }

            if (Independent(here) is { } settled)
            {
                last = settled;
                _settled[here] = last;
                break;
            }

            open.Push(here);
            last = default;
            at = model.Grid.LastBefore(here);
        }

        while (open.TryPop(out var next))
        {
            last = Join(Run(next, last.Band), last);
            _settled[next] = last;
        }

        return last;
    }

    // The band, where it is the same after every band: after none too, for that is the level, which lies between.
    private (string? Band, double? Value)? Independent(DateTimeOffset point)
    {
        var facts = FactsAt(point);
        var bands = model.RunnerOf(facts).DefinitionFor(ReaderSignature.None).Bands.Bands;
        var first = model.Score(facts, bands[0].Name);
        if (first.Band is null)
        {
            return null;
        }

        // Of a scorecard the value does not depend on the band before, and the band rises with it: the ends tell all.
        var others = first.Detail is ScorecardDetail ? bands.Skip(bands.Count - 1) : bands.Skip(1);
        return others.All(b => model.Score(facts, b.Name) is { Band: { } band, Value: var value } && band.Name == first.Band.Name && value == first.Value)
            ? (first.Band.Name, first.Value)
            : null;
    }

    // A grid point without a score leaves what stood.
    private static (string? Band, double? Value) Join(HealthScore score, (string? Band, double? Value) last) =>
        (score.Band?.Name ?? last.Band, score.Value ?? last.Value);
}
