using CustomerSuccess.Health;
using CustomerSuccess.Testing;

namespace CustomerSuccess.Tests.Testing;

public sealed class StrategyLawsTests
{
    [Fact]
    public void An_honest_strategy_keeps_every_law()
    {
        var report = StrategyLaws.Check(() => new Logistic(-3, 0.2), x => x.Number("logins", 0, 60).RaisesWith("logins"));

        Assert.True(report.Holds, report.ToString());
        Assert.Equal("Every law held on 200 customers over logins.", report.ToString());
        report.ThrowIfBroken();
    }

    [Fact]
    public void Facts_that_are_not_declared_are_found_and_tried()
    {
        var report = StrategyLaws.Check(Lambda(c =>
            c.Facts.Flag("champion").OrElse(false) && c.Facts.Text("plan").OrElse("a") == "b" && c.Facts.Age("seats").OrElse(TimeSpan.Zero).TotalDays > 20
                ? HealthResult.Of(c.Facts.Number("seats").OrElse(0) + 1)
                : HealthResult.Of(50)));

        Assert.Equal(["champion", "plan", "seats"], report.Facts);
        var violation = Assert.Single(report.Violations);
        Assert.Equal(StrategyLaw.Bounded, violation.Law);
        Assert.Equal("it scores 101, which is not from 0 to 100", violation.What);
        Assert.Matches(@"^champion = yes, plan = 'b', seats = 100 \([0-9.]+ days old\)$", violation.Counterexample);
    }

    [Fact]
    public void Throwing_on_a_missing_fact_is_caught() =>
        Breaks(Lambda(c => HealthResult.Of(c.Facts.Number("logins").Value)), StrategyLaw.Answers, "it throws InvalidOperationException", "logins unknown (not given)");

    [Fact]
    public void Throwing_on_some_values_only_is_caught_with_a_simple_one() =>
        Breaks(
            Lambda(c => HealthResult.Of(c.Facts.Number("logins").OrElse(0) is > 41.7 and < 55.3 ? throw new DivideByZeroException() : 1)),
            StrategyLaw.Answers, "it throws DivideByZeroException", "logins = 50");

    [Fact]
    public void Returning_null_is_caught() => Breaks(Lambda(_ => null!), StrategyLaw.Answers, "it returns null", "no facts");

    [Fact]
    public void Failing_is_caught() => Breaks(Lambda(_ => HealthResult.Failed("no model")), StrategyLaw.Answers, "it fails: no model", "no facts");

    [Fact]
    public void Counting_its_calls_is_caught()
    {
        var calls = 0;
        Breaks(Lambda(_ => HealthResult.Of(++calls % 50)), StrategyLaw.Pure, "it gives 'Scored ", "no facts");
    }

    [Fact]
    public void Going_by_the_object_it_was_handed_is_caught()
    {
        IFacts? last = null;
        Breaks(
            Lambda(c =>
            {
                var again = ReferenceEquals(Interlocked.Exchange(ref last, c.Facts), c.Facts);
                return HealthResult.Of(again ? 1 : 2).Because("logins", points: c.AsOf.Ticks % 2, raw: c.Facts.Number("logins").OrElse(0) + System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(c));
            }),
            StrategyLaw.Pure, "for the same facts", "logins = 0");
    }

    [Fact]
    public void Remembering_the_customer_before_is_caught()
    {
        var (mine, before) = (0d, 0d);
        Breaks(
            Lambda(c =>
            {
                if (c.Facts.Number("logins").OrElse(0) is var logins && logins != mine)
                {
                    (before, mine) = (mine, logins);
                }

                return HealthResult.Of((mine + before) / 2);
            }),
            StrategyLaw.Pure, "and after other customers", null);
    }

    [Fact]
    public void Depending_on_the_thread_is_caught()
    {
        var home = Environment.CurrentManagedThreadId;
        Breaks(Lambda(_ => HealthResult.Of(Environment.CurrentManagedThreadId == home ? 40 : 60)), StrategyLaw.Pure, "and while other threads score", "no facts");
    }

    [Fact]
    public void Remembering_a_customer_by_id_is_caught_where_the_strategy_can_be_made_anew()
    {
        var report = StrategyLaws.Check(() => new Remembering());

        var violation = Assert.Single(report.Violations, v => v.Law == StrategyLaw.Pure);
        Assert.Contains("; fresh, it gives 'Scored ", violation.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "it scores ")]
    [InlineData(-1, "it scores -")]
    [InlineData(double.NaN, "it scores NaN")]
    public void A_value_off_the_scale_is_caught(double factor, string what) =>
        Breaks(Lambda(c => c.Facts.Number("logins") is { IsKnown: true } l ? HealthResult.Of(factor * l.Value) : HealthResult.Unknown(c.Facts.Number("logins").Causes)), StrategyLaw.Bounded, what, null);

    [Fact]
    public void Bounds_that_do_not_hold_the_value_are_caught() =>
        Breaks(Lambda(_ => HealthResult.Of(50).Between(60, 70)), StrategyLaw.Bounded, "it scores 50 and says that the score lies between 60 and 70", "no facts");

    [Fact]
    public void Points_that_are_no_number_are_caught() =>
        Breaks(Lambda(_ => HealthResult.Of(50).Because("x", points: double.PositiveInfinity)), StrategyLaw.Bounded, "to 'x'", "no facts");

    [Fact]
    public void Scoring_a_missing_fact_as_if_it_were_known_is_caught() =>
        Breaks(
            Lambda(c => c.Facts.Number("logins").OrElse(0) is var l ? HealthResult.Of(l).Covering(1).Between(l, l) : null!),
            StrategyLaw.UnknownHonest, "without 'logins' it says that the score lies between 0 and 0; with logins = ", null);

    [Fact]
    public void Claiming_that_all_is_known_is_caught() =>
        Breaks(
            Lambda(c => HealthResult.Of(c.Facts.Number("logins").OrElse(0)).Covering(1).Between(0, 100)),
            StrategyLaw.UnknownHonest, "without 'logins' it scores 0 and says that all is known; with logins = ", null);

    [Fact]
    public void Bounds_that_are_too_narrow_for_what_is_missing_are_caught() =>
        Breaks(
            Lambda(c => c.Facts.Number("a").OrElse(50) / 2 + c.Facts.Number("b").OrElse(50) / 2 is var v && (c.Facts.Number("a").IsKnown && c.Facts.Number("b").IsKnown)
                ? HealthResult.Of(v)
                : HealthResult.Of(v).Between(Math.Max(0, v - 10), Math.Min(100, v + 10))),
            StrategyLaw.UnknownHonest, "it says that the score lies between", null);

    [Fact]
    public void Failing_for_want_of_a_fact_is_caught() =>
        Breaks(
            Lambda(c => c.Facts.Number("logins") is { IsKnown: true } l ? HealthResult.Of(l.Value) : HealthResult.Failed("no logins")),
            StrategyLaw.UnknownHonest, "a missing fact is not a failure", null);

    [Fact]
    public void Being_unknown_without_a_cause_is_caught() =>
        Breaks(
            Lambda(c => c.Facts.Number("logins") is { IsKnown: true } l ? HealthResult.Of(l.Value) : HealthResult.Unknown()),
            StrategyLaw.UnknownHonest, "names no cause", null);

    [Fact]
    public void A_fact_that_decides_alone_may_be_all_that_is_needed() =>
        Assert.True(StrategyLaws.Check(Lambda(c =>
        {
            var (churned, logins) = (c.Facts.Flag("churned"), c.Facts.Number("logins"));
            return churned is { IsKnown: true, Value: true } ? HealthResult.Of(0).Covering(1).Between(0, 0) : HealthResult.Of(logins.OrElse(50));
        })).Holds);

    [Fact]
    public void Moving_against_the_declared_direction_is_caught()
    {
        var report = StrategyLaws.Check(
            Lambda(c => c.Facts.Number("logins") is { IsKnown: true } l ? HealthResult.Of(100 - Math.Abs(l.Value - 30)) : HealthResult.Unknown(c.Facts.Number("logins").Causes)),
            x => x.Number("logins", 0, 60).RaisesWith("logins"));

        var violation = Assert.Single(report.Violations);
        Assert.Equal((StrategyLaw.Monotone, "logins"), (violation.Law, violation.Fact));
        Assert.Equal("it declares that it rises with 'logins', and scores 100 with logins = 30 and 85 with logins = 45", violation.What);
        Assert.Equal("Monotone: " + violation.What + ". Customer: logins = 0", violation.ToString());
    }

    [Fact]
    public void Falling_and_flags_are_directions_too()
    {
        var strategy = Lambda(c => HealthResult.Of(c.Facts.Flag("churning").OrElse(false) ? 10 : 60));

        Assert.True(StrategyLaws.Check(strategy, x => x.FallsWith("churning")).Holds);
        Breaks(strategy, StrategyLaw.Monotone, "it declares that it rises with 'churning', and scores 60 with churning = no and 10 with churning = yes", null, x => x.RaisesWith("churning"));
    }

    [Fact]
    public void A_direction_of_a_fact_that_is_never_read_is_caught() =>
        Breaks(new Logistic(-3, 0.2), StrategyLaw.Monotone, "never reads", null, x => x.RaisesWith("login"));

    [Fact]
    public void Segments_are_tried_too() =>
        Breaks(Lambda(c => HealthResult.Of(c.Segment == "trial" ? 101 : 1)), StrategyLaw.Bounded, "101", "segment 'trial'", x => x.Segments("pro", "trial"));

    [Fact]
    public void All_violations_are_in_the_exception()
    {
        var report = StrategyLaws.Check(Lambda(_ => HealthResult.Of(101).Between(1, 2)));
        var thrown = Assert.Throws<StrategyLawsBrokenException>(report.ThrowIfBroken);

        Assert.Same(report, thrown.Report);
        Assert.Equal("1 way to break the laws, on 200 customers over no facts:\n  Bounded: it scores 101, which is not from 0 to 100. Customer: no facts", thrown.Message);
    }

    [Fact]
    public void The_same_seed_finds_the_same_and_the_counterexample_can_be_scored_again()
    {
        var strategy = Lambda(c => HealthResult.Of(c.Facts.Number("logins").OrElse(0) * 1.1));
        string Find(int seed) => Assert.Single(StrategyLaws.Check(strategy, x => x.Seed(seed).Cases(50)).Violations, v => v.Law == StrategyLaw.Bounded).ToString();

        Assert.Equal(Find(7), Find(7));
        var context = StrategyLaws.Check(strategy).Violations.Single(v => v.Law == StrategyLaw.Bounded).Context;
        Assert.True(strategy.Score(context).Value > 100);
    }

    private static IHealthScoreStrategy Lambda(Func<HealthScoreContext, HealthResult> score) => HealthStrategies.From("cheat", score);

    private static void Breaks(IHealthScoreStrategy strategy, StrategyLaw law, string what, string? customer, Action<StrategySamples>? declares = null)
    {
        var report = StrategyLaws.Check(strategy, declares);
        Assert.Contains(report.Violations, v =>
            v.Law == law && v.What.Contains(what, StringComparison.Ordinal) && (customer is null || v.Counterexample == customer));
    }

    private sealed class Logistic(double bias, double perLogin) : IHealthScoreStrategy
    {
        public HealthResult Score(HealthScoreContext context)
        {
            var logins = context.Facts.Number("logins");
            return logins.IsKnown
                ? HealthResult.Of(100 / (1 + Math.Exp(-(bias + (perLogin * logins.Value))))).Because("logins", raw: logins.Value)
                : HealthResult.Unknown(logins.Causes);
        }
    }

    private sealed class Remembering : IHealthScoreStrategy
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, double> _byId = new();

        public HealthResult Score(HealthScoreContext context) =>
            HealthResult.Of(_byId.GetOrAdd(context.CustomerId ?? "", _ => context.Facts.Number("logins").OrElse(0)));
    }
}
