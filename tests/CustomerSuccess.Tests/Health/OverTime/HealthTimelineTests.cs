using CustomerSuccess.Customers;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Health.OverTime.Usage;

namespace CustomerSuccess.Tests.Health.OverTime;

public sealed class HealthTimelineTests
{
    [Fact]
    public async Task A_score_that_lingers_at_an_edge_keeps_the_band_it_came_from()
    {
        var (fell, rose) = (Over(Log((0, 90), (5, 74), (90, 76))), Over(Log((0, 60), (5, 76), (90, 74))));

        // 74 and 76 lie within 2 points of the edge at 75, for a hundred days.
        Assert.Equal(("Yellow", "Green", "Green"), await At(fell, 80));
        Assert.Equal(("Green", "Green", "Green"), await At(fell, 100));
        Assert.Equal(("Green", "Yellow", "Yellow"), await At(rose, 80));
        Assert.Equal(("Yellow", "Yellow", "Yellow"), await At(rose, 100));

        static async Task<(string?, string?, string?)> At(CustomerHealth health, double day)
        {
            var score = (await health.ScoreAsync("acme", Start.AddDays(day)))!;
            return (score.Level?.Name, score.Band?.Name, score.PreviousBand?.Name);
        }
    }

    [Fact]
    [Requirement("HLT-13")]
    public async Task The_first_evaluation_is_the_level_at_the_first_grid_point_after_the_first_fact()
    {
        var health = Over(Log((0.5, 74), (1.2, 76)));

        // Between the first fact and the first grid point nothing has been evaluated before.
        Assert.Equal((null, "Yellow"), Bands(await health.ScoreAsync("acme", Start.AddDays(0.9))));
        Assert.Equal((null, "Yellow"), Bands(await health.ScoreAsync("acme", Start.AddDays(1))));
        Assert.Equal(("Yellow", "Yellow"), Bands(await health.ScoreAsync("acme", Start.AddDays(1).AddTicks(1))));
        Assert.Equal(("Yellow", "Yellow"), Bands(await health.ScoreAsync("acme", Start.AddDays(1.2))));

        // A fact at a grid point is followed by the next one.
        Assert.Equal((null, "Green"), Bands(await Over(Log((0, 74), (0.5, 76))).ScoreAsync("acme", Start.AddDays(1))));

        // The customer's own version is a fact too.
        var known = new AccountLog().Add(new Customer("acme", Start.AddDays(-1.5)));
        Assert.Equal(("Yellow", "Yellow"), Bands(await Over(Log((-0.9, 74), (0.5, 76)), known).ScoreAsync("acme", Start.AddDays(1))));
    }

    [Fact]
    [Requirement("HLT-13")]
    public async Task Where_and_how_often_is_evaluated_is_what_the_grid_says_and_not_who_asks()
    {
        // A week at 90, six hours at 60, and 74 ever after: seen by a daily grid at midnight UTC, not by one in another zone, nor a weekly one.
        var log = Log((0, 90), (7.9, 60), (8.15, 74));
        var zone = TimeZoneInfo.CreateCustomTimeZone("half", TimeSpan.FromHours(12), "half", "half");

        Assert.Equal("Yellow", await Band(null));
        Assert.Equal("Green", await Band(new EvaluationGrid(zone)));
        Assert.Equal("Green", await Band(new EvaluationGrid(TimeZoneInfo.Utc, 7, new DateOnly(2025, 1, 3))));
        Assert.Equal("Yellow", await Band(new EvaluationGrid(TimeZoneInfo.Utc, 8, new DateOnly(2025, 1, 1))));

        async Task<string?> Band(EvaluationGrid? grid)
        {
            var health = Over(log, more: c => _ = grid is null ? c : c.On(grid));
            foreach (var day in new[] { 30d, 8, 7.95, 30, 12 })
            {
                await health.ScoreAsync("acme", Start.AddDays(day));
            }

            return (await health.ScoreAsync("acme", Start.AddDays(20)))!.Band?.Name;
        }
    }

    [Fact]
    public async Task A_time_without_a_score_leaves_the_band_that_stood()
    {
        var health = CustomerHealth.Of(CustomerSources.InMemory(signals: Log((0, 90), (30, 74))), c => c.ScoredBy(Card(windowInDays: 3)));
        var unknown = (await health.ScoreAsync("acme", Start.AddDays(20)))!;

        Assert.Equal((HealthScoreState.Unknown, null, "Green"), (unknown.State, unknown.Band?.Name, unknown.PreviousBand?.Name));
        Assert.Equal(("Green", "Green"), Bands(await health.ScoreAsync("acme", Start.AddDays(30))));
    }

    [Fact]
    public async Task What_arrives_late_leaves_the_band_that_was_and_changes_it_when_it_is_scored_again()
    {
        var log = Log((0, 90), (3, 74));
        log.Append(Of("acme", 2, 60, recordedAfter: 10));
        var health = Over(log);

        Assert.Equal(("Green", "Green"), Bands(await health.ScoreAsync("acme", Start.AddDays(4))));
        Assert.Equal(("Green", "Green"), Bands(await health.ScoreAsync("acme", Start.AddDays(20))));
        Assert.Equal(("Yellow", "Yellow"), Bands(await health.ScoreAsync("acme", new ScoreInstant(Start.AddDays(4), Start.AddDays(20)))));
        Assert.Equal(("Green", "Green"), Bands(await health.ScoreAsync("acme", new ScoreInstant(Start.AddDays(4), Start.AddDays(5)))));
    }

    [Fact]
    public async Task Years_at_an_edge_are_no_trouble()
    {
        // 20 years of days within the hysteresis, back to the first.
        var health = Over(Log((0, 76)), more: c => c.OverriddenBy(_ => null));

        Assert.Equal("Green", (await health.ScoreAsync("acme", Start.AddDays(7300)))!.Band!.Name);
    }

    [Fact]
    public async Task Years_of_losses_and_returns_at_an_edge_are_no_trouble()
    {
        var accounts = new AccountLog().Add(new Customer("acme", Start));
        for (var i = 1; i <= 400; i++)
        {
            accounts.Add(new Outcome("acme", OutcomeKind.NonRenewal, Start.AddDays((2 * i) - 0.5))).Add(new Outcome("acme", OutcomeKind.Return, Start.AddDays((2 * i) + 0.5)));
        }

        var health = Over(Log((0, 76)), accounts);
        Assert.Equal("Green", (await health.ScoreAsync("acme", Start.AddDays(803)))!.Band!.Name);
        Assert.Equal(("Green", Start.AddDays(799.5)), (await health.ScoreAsync("acme", Start.AddDays(800.2)) is { } lost ? (lost.Band!.Name, lost.AsOf) : default));
    }

    [Fact]
    public async Task A_manual_override_in_force_is_the_band_whatever_was_before_and_the_next_band_starts_from_it()
    {
        var manual = new ManualOverride(90, "kim", "signed", Start.AddDays(3), Start.AddDays(6));
        var health = Over(Log((0, 60), (1, 74)), more: c => c.OverriddenBy(_ => manual));

        Assert.Equal(("Yellow", "Yellow"), Bands(await health.ScoreAsync("acme", Start.AddDays(2.5))));
        Assert.Equal(("Yellow", "Green"), Bands(await health.ScoreAsync("acme", Start.AddDays(3))));
        Assert.Equal(("Green", "Green"), Bands(await health.ScoreAsync("acme", Start.AddDays(50))));
    }

    [Fact]
    public async Task An_override_that_cannot_be_read_is_a_failed_score()
    {
        var score = (await Over(Log((0, 60)), more: c => c.OverriddenBy(_ => throw new FormatException("no number"))).ScoreAsync("acme", Start.AddDays(1)))!;

        Assert.Equal((HealthScoreState.Failed, "the manual override could not be read: FormatException: no number"), (score.State, score.Reason));
    }

    [Fact]
    public async Task While_a_customer_is_lost_what_stood_at_the_decision_stands_still_for_what_comes_after_too()
    {
        var accounts = new AccountLog().Add(new Customer("acme", Start))
            .Add(new Outcome("acme", OutcomeKind.NonRenewal, Start.AddDays(10)))
            .Add(new Outcome("acme", OutcomeKind.Return, Start.AddDays(30)));
        var health = Over(Log((0, 90), (12, 5), (29, 74)), accounts);

        Assert.Equal(("Green", "Green"), Bands(await health.ScoreAsync("acme", Start.AddDays(20))));

        // Back again at 74: from Green, in which the customer was lost, and not from Red, in which nobody saw it.
        Assert.Equal(("Green", "Green"), Bands(await health.ScoreAsync("acme", Start.AddDays(30.5))));
    }

    private static (string? Before, string? Band) Bands(HealthScore? score) => (score!.PreviousBand?.Name, score.Band?.Name);
}
