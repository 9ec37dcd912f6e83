using CustomerSuccess.Health;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Health.Explaining;

public sealed class ChangeAttributionProperties
{
    [Law]
    public void A_change_under_one_configuration_adds_up_and_blames_no_configuration(Seed seed)
    {
        var thrown = new Thrown(seed);
        var (before, after) = (thrown.Score(), thrown.AnotherRow().Score(thrown.Card));
        if (before.Computed is null || after.Computed is null)
        {
            return;
        }

        var change = after.ChangeSince(before);

        thrown.Near(after.Computed.Value - before.Computed.Value, change.Lines.Sum(l => l.Total), "the parts");
        thrown.True(change.Lines.All(l => l.Configuration == 0), "no part of the configuration");
        foreach (var line in change.Lines.Where(l => l.Kind == ScoreLineKind.Measure))
        {
            ByTheFormula(thrown, line, before, after);
        }
    }

    [Law]
    public void A_change_to_another_configuration_adds_up_and_blames_it_for_what_the_old_row_would_have_been(Seed seed)
    {
        var thrown = new Thrown(seed);
        var changed = thrown.Plan.Changed(thrown.Dice);
        var card = changed.Build();
        var before = thrown.Score();
        var after = RowGenerator.Row(thrown.Dice, changed).Score(card);
        var middle = thrown.Row.Score(card);
        if (before.Computed is null || after.Computed is null)
        {
            return;
        }

        var change = after.ChangeSince(before);

        thrown.Near(after.Computed.Value - before.Computed.Value, change.Lines.Sum(l => l.Total), "the parts");
        if (middle.Computed is { } rescored && card.Inputs.SequenceEqual(thrown.Card.Inputs))
        {
            thrown.Near(rescored - before.Computed.Value, change.Lines.Sum(l => l.Configuration), "the configuration's part");
        }
    }

    [Law]
    public void Nothing_changes_between_a_score_and_itself(Seed seed)
    {
        var thrown = new Thrown(seed);
        if (thrown.Score() is { Computed: not null } score)
        {
            thrown.True(score.ChangeSince(score).Lines.All(l => l.Total == 0), "no part of a change");
        }
    }

    // Value = mean weight × Δn, weight and coverage = mean n × Δweight, where both lines are such products.
    private static void ByTheFormula(Thrown thrown, ScoreChangeLine line, HealthScore before, HealthScore after)
    {
        var (a, b) = (Line(before), Line(after));
        if (!IsProduct(a) || !IsProduct(b) || a.Normalised is not { } n0 || b.Normalised is not { } n1)
        {
            return;
        }

        thrown.Near((a.Weight + b.Weight) / 2 * (n1 - n0), line.Value, $"{line.Name}, value");
        thrown.Near((n0 + n1) / 2 * (b.Weight - a.Weight), line.WeightAndCoverage, $"{line.Name}, weight and coverage");

        ScoreLine Line(HealthScore score) => score.Lines.Single(l => l.Kind == ScoreLineKind.Measure && l.Name == line.Name);
        static bool IsProduct(ScoreLine l) => l.Points == 0 || l.Weight != 0;
    }
}
