using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health;

/// <summary>Scorecards of few parts, for tests of one thing.</summary>
internal static class One
{
    public static readonly DateTimeOffset AsOf = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A scorecard of one measure, named x.</summary>
    public static Scorecard Measure(Func<MeasureStart<ColumnMeasure>, ColumnMeasure> measure) => Scorecard.ForColumns("one").Measure("x", measure).Build();

    /// <summary>What a scorecard of one measure makes of a raw value; null for no score.</summary>
    public static double? Value(Scorecard card, params double[] row) => card.Score(row, AsOf).Value;

    /// <summary>The measures a, b, c, … of the identity from 0 to 100 in one group.</summary>
    public static ColumnScorecardBuilder Measures(int count, Func<ColumnMeasure, string, ColumnMeasure>? options = null)
    {
        var card = Scorecard.ForColumns("some");
        for (var i = 0; i < count; i++)
        {
            var name = ((char)('a' + i)).ToString();
            card.Measure(name, m => options is null ? m.MoreIsBetter().Linear(0, 100) : options(m.MoreIsBetter().Linear(0, 100), name));
        }

        return card;
    }

    public static ScoreLine Line(this HealthScore score, string name, ScoreLineKind kind = ScoreLineKind.Measure) =>
        score.Lines.Single(l => l.Name == name && l.Kind == kind);
}
