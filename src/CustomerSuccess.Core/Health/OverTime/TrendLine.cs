using CustomerSuccess.Signals;

namespace CustomerSuccess.Health;

/// <summary>Finds the scores of a trend: spaced, of one configuration, each over a window that lies wholly within the customer's life.</summary>
internal static class TrendLine
{
    public static HealthTrend Of(HealthModel model, CustomerHistory history, ScoreInstant instant, TimeSpan spacing)
    {
        var points = new List<TrendPoint>();
        var first = history.FirstFact(instant.AsOf, instant.KnownAt, asLived: false);
        ScoreDefinition? definition = null;
        for (var i = 0; first is not null && i < StudentSlope.Most && instant.AsOf - first >= spacing * (i + 1); i++)
        {
            // Everything is scored again with what is known now.
            var facts = model.Facts.Complete(history.At(instant.AsOf - (spacing * i), instant.KnownAt));
            var score = model.Score(facts, null, overridden: false);
            definition ??= score.Definition;
            if (score.Definition.ConfigurationHash != definition.ConfigurationHash)
            {
                // Another configuration, for instance that of another segment, is another line.
                break;
            }

            if (score.Computed is { } value)
            {
                points.Add(new() { AsOf = facts.AsOf, Value = value });
            }
        }

        points.Reverse();
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
}
