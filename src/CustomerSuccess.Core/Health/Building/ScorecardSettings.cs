namespace CustomerSuccess.Health;

/// <summary>A scorecard that is being written, over rows or over columns.</summary>
public interface IScorecardBuilder
{
    internal ScorecardDraft Draft { get; }
}

/// <summary>What can be said of a whole scorecard, over rows or over columns.</summary>
public static class ScorecardSettings
{
    /// <summary>Red, Yellow and Green with the two stated edges. Unless stated: 50 and 75.</summary>
    public static TBuilder Bands<TBuilder>(this TBuilder builder, double yellow, double green)
        where TBuilder : IScorecardBuilder => builder.Banded([("Red", null), ("Yellow", yellow), ("Green", green)]);

    /// <summary>Bands from worst to best, each with the value from which it runs; the first runs from 0, or from the minimum of a stated scale.</summary>
    public static TBuilder Bands<TBuilder>(this TBuilder builder, params (string Name, double From)[] bands)
        where TBuilder : IScorecardBuilder => builder.Banded([.. (bands ?? []).Select(b => (b.Name, (double?)b.From))]);

    /// <summary>Bands written as ranges with stated ends. Gaps, overlaps and mixed conventions are mistakes that <c>Build()</c> names.</summary>
    public static TBuilder BandRanges<TBuilder>(this TBuilder builder, params (string Name, Interval Range)[] bands)
        where TBuilder : IScorecardBuilder
    {
        (builder.Draft.BandRanges, builder.Draft.BandEdges) = ([.. bands ?? []], null);
        return builder;
    }

    /// <summary>Which side an edge belongs to. Unless stated: the upper band (lower bound included).</summary>
    public static TBuilder Edges<TBuilder>(this TBuilder builder, EdgeConvention convention)
        where TBuilder : IScorecardBuilder
    {
        builder.Draft.Convention = convention;
        return builder;
    }

    /// <summary>How far beyond an edge a value must be for the band to be left, in points of the scale. Unless stated: 2 of 100.</summary>
    public static TBuilder Hysteresis<TBuilder>(this TBuilder builder, double points)
        where TBuilder : IScorecardBuilder
    {
        builder.Draft.Hysteresis = points;
        return builder;
    }

    /// <summary>The least coverage for a score, 0 to 1. Unless stated: above 0.</summary>
    public static TBuilder MinimumCoverage<TBuilder>(this TBuilder builder, double coverage)
        where TBuilder : IScorecardBuilder
    {
        builder.Draft.MinimumCoverage = coverage;
        return builder;
    }

    /// <summary>
    /// The scale in which the scorecard is written: points of curves, bands, hysteresis, exceptions, neutral values, red edges,
    /// the start and the limits of additive points. They are mapped to 0–100, (p − minimum)·100 ÷ (maximum − minimum), whatever
    /// the order of the words, and scores are shown on the scale. A straight line and a logistic curve run over the whole of it.
    /// </summary>
    /// <param name="builder">The scorecard.</param>
    /// <param name="minimum">What is 0 of 100.</param>
    /// <param name="maximum">What is 100 of 100; more than <paramref name="minimum"/>.</param>
    /// <param name="decimals">The decimals shown, 0 to 6; <c>ShownAs</c> has the last word on what is shown.</param>
    public static TBuilder ScaledTo<TBuilder>(this TBuilder builder, double minimum, double maximum, int decimals = 1)
        where TBuilder : IScorecardBuilder
    {
        builder.Draft.ScaledTo = (minimum, maximum, decimals);
        return builder;
    }

    /// <summary>When a score that is green outside counts as a watermelon. Unless stated: from half of a layer's coverage on it is evidence, and two inner layers below the best band make a suspicion.</summary>
    /// <param name="builder">The scorecard.</param>
    /// <param name="coverage">The least coverage of a layer that is evidence, above 0 and up to 1.</param>
    /// <param name="suspectedFrom">How many of value, people and sentiment below the best band make a suspicion, 1 to 3.</param>
    public static TBuilder Watermelons<TBuilder>(this TBuilder builder, double coverage = 0.5, int suspectedFrom = 2)
        where TBuilder : IScorecardBuilder
    {
        builder.Draft.Watermelon = (coverage, suspectedFrom);
        return builder;
    }

    /// <summary>The scale and the decimals on which scores are shown. Unless stated: the scale in which the scorecard is written, or 0 to 100 with one decimal.</summary>
    public static TBuilder ShownAs<TBuilder>(this TBuilder builder, double minimum = 0, double maximum = 100, int decimals = 1)
        where TBuilder : IScorecardBuilder
    {
        builder.Draft.Display = (minimum, maximum, decimals);
        return builder;
    }

    /// <summary>A cohort that percentile curves name. One that no curve names is left aside.</summary>
    public static TBuilder Reference<TBuilder>(this TBuilder builder, CohortReference cohort)
        where TBuilder : IScorecardBuilder
    {
        ArgumentNullException.ThrowIfNull(cohort);
        builder.Draft.References.Add(cohort);
        return builder;
    }

    /// <summary>Caps the score under a condition over measures.</summary>
    public static TBuilder CapAt<TBuilder>(this TBuilder builder, double value, Func<MeasureConditions, ScoreCondition> when, string because, int priority = 0, WhenUnknown whenUnknown = WhenUnknown.Ignore, string? id = null)
        where TBuilder : IScorecardBuilder => builder.Except(ScoreLineKind.Cap, value, null, when, because, priority, whenUnknown, id);

    /// <summary>Lifts the score to a floor under a condition over measures.</summary>
    public static TBuilder FloorAt<TBuilder>(this TBuilder builder, double value, Func<MeasureConditions, ScoreCondition> when, string because, int priority = 0, WhenUnknown whenUnknown = WhenUnknown.Ignore, string? id = null)
        where TBuilder : IScorecardBuilder => builder.Except(ScoreLineKind.Floor, value, null, when, because, priority, whenUnknown, id);

    /// <summary>Sets the score under a condition over measures.</summary>
    public static TBuilder SetTo<TBuilder>(this TBuilder builder, double value, Func<MeasureConditions, ScoreCondition> when, string because, int priority = 0, WhenUnknown whenUnknown = WhenUnknown.Ignore, string? id = null)
        where TBuilder : IScorecardBuilder => builder.Except(ScoreLineKind.Set, value, null, when, because, priority, whenUnknown, id);

    /// <summary>Sets the band under a condition over measures; the value moves just inside that band.</summary>
    public static TBuilder SetBand<TBuilder>(this TBuilder builder, string band, Func<MeasureConditions, ScoreCondition> when, string because, int priority = 0, WhenUnknown whenUnknown = WhenUnknown.Ignore, string? id = null)
        where TBuilder : IScorecardBuilder => builder.Except(ScoreLineKind.Set, null, band, when, because, priority, whenUnknown, id);

    private static TBuilder Banded<TBuilder>(this TBuilder builder, List<(string Name, double? From)> bands)
        where TBuilder : IScorecardBuilder
    {
        (builder.Draft.BandEdges, builder.Draft.BandRanges) = (bands, null);
        return builder;
    }

    private static TBuilder Except<TBuilder>(this TBuilder builder, ScoreLineKind kind, double? value, string? band, Func<MeasureConditions, ScoreCondition> when, string because, int priority, WhenUnknown whenUnknown, string? id)
        where TBuilder : IScorecardBuilder
    {
        ArgumentNullException.ThrowIfNull(when);
        var condition = when(new MeasureConditions());
        builder.Draft.Exceptions.Add(new ExceptionDraft
        {
            Id = id,
            Kind = kind,
            Value = value,
            Band = band,
            When = _ => condition,
            Because = because,
            Priority = priority,
            WhenUnknown = whenUnknown,
        });
        return builder;
    }
}
