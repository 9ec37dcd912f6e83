using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Signals.Plans;

/// <summary>A measure as the reference understands it: it shares no code with the engine.</summary>
internal sealed record NaiveMeasure(SignalAggregation Aggregation, string Signal)
{
    public TimeSpan? Window { get; init; }

    public string? Actor { get; init; }

    public string? Product { get; init; }

    public Provenance[]? Causes { get; init; }

    public bool Tree { get; init; }

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The starts of declared cycles; null for the calendar year of the zone.</summary>
    public DateTimeOffset[]? Cycles { get; init; }

    public bool IsSeason { get; init; }

    public bool IsRatio { get; init; }

    /// <summary>The same measure in the engine's words.</summary>
    public SignalMeasure Build()
    {
        var measure = Aggregation switch
        {
            SignalAggregation.Count => SignalMeasure.Count(Signal),
            SignalAggregation.Sum => SignalMeasure.Sum(Signal),
            SignalAggregation.Mean => SignalMeasure.Mean(Signal),
            SignalAggregation.Minimum => SignalMeasure.Minimum(Signal),
            SignalAggregation.Maximum => SignalMeasure.Maximum(Signal),
            SignalAggregation.DistinctActors => SignalMeasure.DistinctActors(Signal),
            SignalAggregation.ActiveDays => SignalMeasure.ActiveDays(Signal, Zone),
            SignalAggregation.Latest => SignalMeasure.Latest(Signal),
            SignalAggregation.Age => SignalMeasure.DaysSince(Signal),
            _ => SignalMeasure.Slope(Signal),
        };
        measure = Window is { } window ? measure.InLast(window) : measure;
        measure = Actor is null ? measure : measure.By(Actor);
        measure = Product is null ? measure : measure.On(Product);
        measure = Causes is null ? measure : measure.Causing(Causes);
        measure = Tree ? measure.AcrossTree() : measure;
        var calendar = Cycles is null ? SeasonCalendar.Year(Zone) : SeasonCalendar.Declared("terms", Cycles);
        return !IsSeason ? measure : IsRatio ? measure.AgainstSeason(calendar) : measure.OneCycleEarlier(calendar);
    }

    public DateTimeOffset? Earlier(DateTimeOffset instant)
    {
        if (Cycles is null)
        {
            return NaiveCalendar.YearEarlier(instant, Zone);
        }

        var begun = Cycles.Where(c => c <= instant).ToArray();
        if (begun.Length < 2)
        {
            return null;
        }

        var then = begun[^2] + (instant - begun[^1]);
        return then < begun[^1] ? then : begun[^1].AddTicks(-1);
    }
}
