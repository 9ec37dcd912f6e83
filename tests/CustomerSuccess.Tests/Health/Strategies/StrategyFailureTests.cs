using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Strategies;

public sealed class StrategyFailureTests
{
    private static readonly Tenant Row = new("acme", Logins: 12);

    private static ManualOverride Override => new(80, "kim", "signed yesterday", Tenant.AsOf.AddDays(-1), Tenant.AsOf.AddDays(30));

    public static TheoryData<string, Func<HealthScoreContext, HealthResult>> Failures => new()
    {
        { "strategy 'mine' threw InvalidOperationException: no weights", _ => throw new InvalidOperationException("no weights") },
        { "strategy 'mine' returned null", _ => null! },
        { "strategy 'mine' returned NaN", _ => HealthResult.Of(double.NaN) },
        { "strategy 'mine' returned an infinity", _ => HealthResult.Of(double.PositiveInfinity) },
        { "strategy 'mine': no model loaded", _ => HealthResult.Failed("no model loaded") },
        { "strategy 'mine' stated NaN points for 'logins', which is no number within ±1000000", _ => HealthResult.Of(50).Because("logins", points: double.NaN) },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_is_data_with_its_reason(string reason, Func<HealthScoreContext, HealthResult> strategy)
    {
        var score = Row.Score(strategy);

        Assert.Equal((HealthScoreState.Failed, null, null, reason), (score.State, score.Value, score.Band, score.Reason));
        Assert.Equal((0, null, null, 1), (score.Coverage, score.Lower, score.Upper, score.Defects));
        Assert.Empty(score.Lines);
        Assert.Equal($"failed: {reason}    0 % known", score.Explain());
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_manual_override_stands_before_a_failure_too(string reason, Func<HealthScoreContext, HealthResult> strategy)
    {
        var score = (Row with { Override = Override }).Score(strategy);

        Assert.Equal((80, null, HealthScoreState.Failed, reason, "Green"), (score.Value, score.Computed, score.State, score.Reason, score.Band!.Name));
        Assert.Equal((80, ScoreLineKind.Override), (Assert.Single(score.Lines).Points, score.Lines[0].Kind));
    }

    [Fact]
    public void A_manual_override_stands_before_an_unknown_and_before_a_score_handed_over_whole()
    {
        var row = Row with { Override = Override };

        Assert.Equal((80, HealthScoreState.Unknown), (row.Score(_ => HealthResult.Unknown()).Value, row.Score(_ => HealthResult.Unknown()).State));
        var whole = row.Score(c => HealthResult.Of(Tenant.Card().Score(Row, Tenant.AsOf)));
        Assert.Equal((80, 30, "Green"), (whole.Value, whole.Computed, whole.Band!.Name));
        Assert.Equal(80, whole.Lines.Sum(l => l.Points), 9);
    }

    [Fact]
    public void An_override_that_is_not_in_force_does_not_count() =>
        Assert.Equal(20, (Row with { Override = new(80, "kim", "old", Tenant.AsOf.AddDays(-9), Tenant.AsOf) }).Score(_ => HealthResult.Of(20)).Value);

    [Fact]
    public void Cancellation_flows() =>
        Assert.Throws<TaskCanceledException>(() => Row.Score(_ => throw new TaskCanceledException()));

    [Fact]
    public void An_unknown_without_causes_says_that_it_says_nothing() =>
        Assert.Equal("strategy 'mine' does not say what is not known", Row.Score(_ => HealthResult.Unknown()).Reason);
}
