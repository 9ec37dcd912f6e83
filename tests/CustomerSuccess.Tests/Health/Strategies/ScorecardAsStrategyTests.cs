using CustomerSuccess.Health;
using CustomerSuccess.Testing;

namespace CustomerSuccess.Tests.Health.Strategies;

public sealed class ScorecardAsStrategyTests
{
    private static readonly Tenant Row = new("acme", 12, 40, "pro", true) { SurveyedAt = Tenant.AsOf.AddDays(-3) };

    [Fact]
    public void Over_its_own_rows_it_gives_the_very_score_of_the_row()
    {
        var direct = Tenant.Card().Score(Row, Tenant.AsOf);
        var score = Run(Tenant.Card(), Row.Context());

        Assert.Equal(direct.ToSnapshot().ToJson(), score.ToSnapshot().ToJson());
    }

    [Fact]
    public void Over_facts_of_another_kind_it_reads_its_measures_by_name()
    {
        var facts = Facts.With("logins", 12).With("nps", 40, TimeSpan.FromDays(3)).With("plan", "pro").With("champion", true).With("lukewarm", false);
        var (byName, direct) = (Run(Tenant.Card(), facts.AsOf(Tenant.AsOf)), Tenant.Card().Score(Row, Tenant.AsOf));

        Assert.Equal((direct.Value, direct.Coverage, direct.Lower, direct.Upper), (byName.Value, byName.Coverage, byName.Lower, byName.Upper));
        Assert.Equal(direct.Lines.Select(l => l.ToString()), byName.Lines.Select(l => l.ToString()));
    }

    [Fact]
    public void What_is_not_among_the_facts_is_unknown_and_says_why()
    {
        var score = Run(Tenant.Card(), Facts.With("logins", 12).Unknown("plan", UnknownKind.ReaderFailed, "IOException: disk").With("nps", double.NaN).With("champion", "maybe").AsOf(Tenant.AsOf));
        var causes = score.Lines.Where(l => l.Cause is not null).ToDictionary(l => l.Name, l => l.Cause!.ToString());

        Assert.Equal(0.5, score.Coverage);
        Assert.Equal("plan: reader failed: IOException: disk", causes["plan"]);
        Assert.Equal("nps: not a number", causes["nps"]);
        Assert.Equal("champion: not a declared category", causes["champion"]);
        Assert.Equal(2, score.Defects);
        Assert.Equal("nps: not given: not declared: written are 'logins'", Run(Tenant.Card(), Facts.With("logins", 12).AsOf(Tenant.AsOf)).Lines.Single(l => l.Name == "nps").Cause!.ToString());
    }

    [Fact]
    public void A_lambda_over_the_row_is_not_known_over_facts_unless_its_flag_is_there()
    {
        var facts = Facts.With("logins", 40).With("plan", "free").With("champion", false);

        Assert.Equal(ExceptionOutcome.UnknownIgnored, Assert.Single(Run(Tenant.Card(), facts.AsOf(Tenant.AsOf)).Exceptions).Outcome);
        Assert.Equal(40, Run(Tenant.Card(), facts.With("lukewarm", true).AsOf(Tenant.AsOf)).Value);
    }

    [Fact]
    public void Over_columns_it_reads_by_name_with_ages_and_last_values()
    {
        var card = Scorecard.ForColumns("columns")
            .Measure("logins", m => m.MoreIsBetter().Linear(0, 40).HalfLife(TimeSpan.FromDays(30)))
            .Measure("nps", m => m.Valid(-100, 100).MoreIsBetter().Linear(-50, 50).CarryForward(TimeSpan.FromDays(60)))
            .Build();
        var facts = Facts.With("logins", 40, TimeSpan.FromDays(30)).Unknown("nps").With("nps.last", 50, TimeSpan.FromDays(10));

        Assert.Equal(87.5, Run(card, facts.AsOf(Tenant.AsOf)).Value!.Value, 9);
        Assert.Equal(75, Run(card, facts.With("nps.last", 50, TimeSpan.FromDays(61)).AsOf(Tenant.AsOf)).Value!.Value, 9);
    }

    [Fact]
    public void Segment_previous_band_override_and_instants_come_from_the_context()
    {
        var score = Run(Tenant.Card(), new()
        {
            Facts = Tenant.Words.Read(Row, Tenant.AsOf),
            AsOf = Tenant.AsOf,
            KnownAt = Tenant.AsOf.AddDays(2),
            CustomerId = "other",
            Segment = "trial",
            PreviousBand = "Red",
            Override = new(90, "kim", "signed", Tenant.AsOf, Tenant.AsOf.AddDays(1)),
        });

        Assert.Equal(("other", "trial", "Red", 90), (score.CustomerId, score.Segment, score.PreviousBand!.Name, score.Value));
        Assert.Equal(Tenant.AsOf.AddDays(2), score.KnownAt);
    }

    [Fact]
    public void A_scorecard_keeps_every_law_of_strategies() =>
        StrategyLaws.Check(
            Tenant.Card(),
            x => x.Number("nps", -100, 100).Text("plan", "free", "pro").RaisesWith("logins").RaisesWith("nps").Cases(400)).ThrowIfBroken();

    private static HealthScore Run(Scorecard card, HealthScoreContext context) => new StrategyRunner("card", card).Score(context);
}
