namespace CustomerSuccess.Health;

/// <summary>Finds the scores of a trend: spaced, of one configuration, each over a window that lies wholly within the customer's life.</summary>
internal static class TrendLine
{
    public static HealthTrend Of(HealthModel model, CustomerHistory history, ScoreInstant asked, TimeSpan spacing)
    {
        // What stands still goes nowhere: of a lost customer it is the trend at the decision.
        var lost = LostCustomer.DecidedAt(history.Records.At(asked.AsOf, asked.KnownAt), asked.AsOf);
        var instant = lost is { } decided ? new ScoreInstant(decided, asked.KnownAtOf(decided)) : asked;
        var points = Points(model, history, instant, spacing);
        var told = points.Count >= StudentSlope.Fewest;
        var (slope, lower, upper) = told ? StudentSlope.Of(points) : default;
        return new HealthTrend
        {
            CustomerId = history.CustomerId,
            AsOf = instant.AsOf,
            Direction = told ? StudentSlope.Direction(lower, upper) : TrendDirection.Unknown,
            PointsPerDay = told ? slope : null,
            Lower = told ? lower : null,
            Upper = told ? upper : null,
            Spacing = spacing,
            Points = points.AsReadOnly(),
        };
    }

    private static List<TrendPoint> Points(HealthModel model, CustomerHistory history, ScoreInstant instant, TimeSpan spacing)
    {
        var points = new List<TrendPoint>();
        var first = history.FirstFact(instant.AsOf, instant.KnownAt, asLived: false);
        var timeline = new HealthTimeline(model, history, instant, rescored: true);
        HealthScore? latest = null;
        for (var i = 0; first is not null && i < StudentSlope.Most && instant.AsOf - first >= spacing * (i + 1); i++)
        {
            var at = instant.AsOf - (spacing * i);
            if (IsGone(history, timeline, at - spacing, instant.KnownAt))
            {
                break;
            }

            // Everything is scored again with what is known now.
            var facts = timeline.FactsAt(at);
            var selection = timeline.SelectionAt(facts);
            var score = model.Score(facts, null, selection, overridden: false);
            latest ??= score;
            if (score.Definition.ConfigurationHash != latest.Definition.ConfigurationHash || !selection.Runner.WeighsAlike(score.Segment, latest.Segment))
            {
                // Another configuration, or the weights of another segment, is another line.
                break;
            }

            if (score.Computed is { } value)
            {
                points.Add(new() { AsOf = at, Value = value });
            }
        }

        points.Reverse();
        return points;
    }

    // A window that reaches back to when the customer was lost or closed is not one of its life.
    private static bool IsGone(CustomerHistory history, HealthTimeline timeline, DateTimeOffset at, DateTimeOffset knownAt) =>
        timeline.LostAt(at) is not null || history.Records.At(at, knownAt).Version is { IsActive: false };
}
