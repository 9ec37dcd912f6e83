using CustomerSuccess.Health;
using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Health.Plans;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.OverTime;

/// <summary>Customers of whom nothing ever changes but what chance does: how often is a trend declared?</summary>
public sealed class TrendNoiseTests
{
    private const int Window = 28;
    private const int Days = 700;
    private const int Everyone = 1_000;
    private const double MostOfDays = 0.066;

    /// <summary>What happens on a day: how often, and the sum of values.</summary>
    private static readonly Dictionary<string, Func<Dice, (int Count, double Sum)>> Noises = new(StringComparer.Ordinal)
    {
        ["often"] = dice => (Poisson(dice, 1.5), 0),
        ["rarely"] = dice => (Poisson(dice, 0.03), 0),
        ["evenly"] = dice => (1, dice.Between(0d, 100)),
        ["seldom and evenly"] = dice => dice.OneIn(6) ? (1, dice.Between(0d, 100)) : (0, 0),
        ["mostly at the top"] = dice => (1, dice.OneIn(40) ? 0 : 100),
        ["with a long tail"] = dice => (1, 5 / Math.Sqrt(dice.Share() + 1e-6)),
    };

    private static readonly Scorecard<CustomerFacts> Counts = Scorecard.For<CustomerFacts>()
        .Measure("usage", SignalMeasure.Count(Usage.Name).InLast(Window), m => m.MoreIsBetter().Linear(0, 84)).Build();

    private static readonly Scorecard<CustomerFacts> Means = Scorecard.For<CustomerFacts>()
        .Measure("usage", SignalMeasure.Mean(Usage.Name).InLast(Window), m => m.MoreIsBetter().Linear(0, 100)).Build();

    [Theory]
    [InlineData("often")]
    [InlineData("rarely")]
    [InlineData("evenly")]
    [InlineData("seldom and evenly")]
    [InlineData("mostly at the top")]
    [InlineData("with a long tail")]
    [Requirement("HLT-12")]
    public void On_pure_noise_a_trend_is_declared_on_at_most_6_point_6_percent_of_customer_days(string noise)
    {
        var (declared, days) = (0, 0);
        for (var customer = 0; customer < (noise == "often" ? Everyone : LongRun.Of(200, Everyone)); customer++)
        {
            // The line of a day is made of the scores of that day and of every 28th before it: each score is computed once.
            var scores = DailyScores(noise, customer);
            for (var day = StudentSlope.Fewest * Window; day < Days; day++)
            {
                days++;
                declared += Direction(scores, day) is TrendDirection.Rising or TrendDirection.Falling ? 1 : 0;
            }
        }

        Claim.Holds(declared <= MostOfDays * days, $"{noise}: {declared} of {days} customer-days, {100d * declared / days} %");

        // And not for never declaring anything.
        Claim.Holds(declared >= 0.005 * days, $"{noise}: {declared} of {days} customer-days");
    }

    [Fact]
    [Requirement("HLT-12")]
    public void What_is_counted_is_what_the_engine_declares()
    {
        foreach (var noise in Noises.Keys)
        {
            for (var customer = 0; customer < LongRun.Of(2, Everyone); customer++)
            {
                var health = CustomerHealth.Of(CustomerSources.InMemory(signals: Log(noise, customer)), c => c.ScoredBy(Card(noise)));
                var scores = DailyScores(noise, customer);
                for (var day = StudentSlope.Fewest * Window; day < Days; day += LongRun.Of(53, 1))
                {
                    var trend = Usage.Now(health.TrendAsync("acme", new(Usage.Start.AddDays(day))))!;
                    Claim.Holds(trend.Direction == Direction(scores, day), $"{noise} {customer} {day}: {trend}");
                }
            }
        }
    }

    private static TrendDirection Direction(TrendPoint?[] scores, int day)
    {
        var points = new List<TrendPoint>(StudentSlope.Most);
        for (var at = Math.Max(day - ((StudentSlope.Most - 1) * Window), (day % Window) + Window); at <= day; at += Window)
        {
            if (scores[at] is { } point)
            {
                points.Add(point);
            }
        }

        if (points.Count < StudentSlope.Fewest)
        {
            return TrendDirection.Unknown;
        }

        var (_, lower, upper) = StudentSlope.Of(points);
        return StudentSlope.Direction(lower, upper);
    }

    private static Scorecard<CustomerFacts> Card(string noise) => noise is "often" or "rarely" ? Counts : Means;

    // The score as of each midnight, over the 28 days before it; null where there is none.
    private static TrendPoint?[] DailyScores(string noise, int customer)
    {
        var (life, card) = (Life(noise, customer), Card(noise));
        var (count, sum) = (0, 0d);
        var scores = new TrendPoint?[Days];
        for (var day = 1; day < Days; day++)
        {
            var gone = day > Window ? life[day - Window - 1] : default;
            (count, sum) = (count + life[day - 1].Count - gone.Count, sum + life[day - 1].Sum - gone.Sum);
            var raw = card == Counts ? count : count == 0 ? double.NaN : sum / count;
            var value = card.Evaluate([raw]).Value;
            scores[day] = double.IsNaN(value) ? null : new() { AsOf = Usage.Start.AddDays(day), Value = value };
        }

        return scores;
    }

    // The first fact stands at the beginning, so that all lives are equally long.
    private static SignalLog Log(string noise, int customer)
    {
        var (life, log) = (Life(noise, customer), new SignalLog());
        log.Append(new("acme", "began", Usage.Start));
        for (var day = 0; day < Days; day++)
        {
            for (var i = 0; i < life[day].Count; i++)
            {
                log.Append(Usage.Of("acme", day + 0.5, life[day].Sum / life[day].Count));
            }
        }

        return log;
    }

    private static (int Count, double Sum)[] Life(string noise, int customer)
    {
        var dice = new Dice((ulong)((customer * 1_000_003L) + noise.Length));
        return [.. Enumerable.Range(0, Days).Select(_ => Noises[noise](dice))];
    }

    // D. E. Knuth, The Art of Computer Programming, volume 2, section 3.4.1.
    private static int Poisson(Dice dice, double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), dice.Share(), 0);
        while (product > limit)
        {
            product *= dice.Share();
            count++;
        }

        return count;
    }
}
