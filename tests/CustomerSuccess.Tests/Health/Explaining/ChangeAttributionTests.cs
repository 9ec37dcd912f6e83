using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Explaining;

[Requirement("HLT-15")]
public sealed class ChangeAttributionTests
{
    [Fact]
    public void What_another_value_changed_is_its_mean_weight_times_the_difference()
    {
        var card = One.Measures(2, (m, n) => m.Weight(n == "a" ? 3 : 1)).Build();
        var change = card.Score([80, 40], One.AsOf).ChangeSince(card.Score([60, 50], One.AsOf.AddDays(-30)));

        Assert.Equal((57.5, 70, 12.5), (change.Before, change.After, change.Difference));
        Assert.Equal([("a", 0, 15, 0), ("b", 0, -2.5, 0)], change.Lines.Select(l => (l.Name, l.Configuration, l.Value, l.WeightAndCoverage)));
        Assert.Equal("57.5 → 70.0    +12.5\n  a   +15.0   value +15.0\n  b    -2.5   value -2.5", change.ToString());
    }

    [Fact]
    public void What_coverage_changed_is_the_mean_value_times_the_difference_of_weights()
    {
        var card = One.Measures(2).Build();
        var change = card.Score([80, 40], One.AsOf).ChangeSince(card.Score([60, double.NaN], One.AsOf));

        // a had the whole weight and has half of it: mean weight 3/4 × 20, mean value 70 × −1/2. b had none and has half.
        Assert.Equal([("b", 0, 20), ("a", 15, -35)], change.Lines.OrderBy(l => l.Name, StringComparer.Ordinal).Reverse().Select(l => (l.Name, l.Value, l.WeightAndCoverage)));
        Assert.Equal(0, change.Difference);
    }

    [Fact]
    public void What_another_configuration_changed_is_the_old_row_under_the_new_one_less_under_the_old_one()
    {
        var old = One.Measures(2).Build();
        var now = One.Measures(2, (m, n) => m.Weight(n == "a" ? 3 : 1)).Build();
        var change = now.Score([80, 40], One.AsOf).ChangeSince(old.Score([60, 40], One.AsOf));

        // a: 30 under the old weights, 45 under the new ones, 60 now. b: 20, 10, 10.
        Assert.Equal([("a", 15, 15, 0), ("b", -10, 0, 0)], change.Lines.Select(l => (l.Name, l.Configuration, l.Value, l.WeightAndCoverage)));
        Assert.Equal((50, 70), (change.Before, change.After));
    }

    [Fact]
    public void Signed_lines_change_by_difference()
    {
        var card = One.Measures(1).CapAt(40, m => m["a"].AtLeast(50), "so").Build();
        var change = card.Score([90], One.AsOf).ChangeSince(card.Score([30], One.AsOf));

        Assert.Equal([("a", 60), ("cap 1", -50)], change.Lines.Select(l => (l.Name, l.Value)));
    }

    [Fact]
    public void A_measure_keeps_its_line_when_it_moves_to_another_group()
    {
        var old = One.Measures(2).Build();
        var now = Scorecard.ForColumns("some")
            .Measure("a", m => m.MoreIsBetter().Linear(0, 100))
            .Group("g", g => g.Measure("b", m => m.MoreIsBetter().Linear(0, 100)))
            .Build();
        var change = now.Score([60, 40], One.AsOf).ChangeSince(old.Score([60, 40], One.AsOf));

        Assert.Equal(["a", "b"], change.Lines.Select(l => l.Name).Order());
        Assert.All(change.Lines, l => Assert.Equal(0, l.Total));
    }

    [Fact]
    public void Where_the_old_row_has_no_score_under_the_new_configuration_all_is_its_doing()
    {
        var old = One.Measures(1).Build();
        var now = Scorecard.ForColumns("some").Measure("other", m => m.MoreIsBetter().Linear(0, 100)).Build();
        var change = now.Score([70], One.AsOf).ChangeSince(old.Score([60], One.AsOf));

        Assert.Equal([("other", 70, 0), ("a", -60, 0)], change.Lines.Select(l => (l.Name, l.Configuration, l.Value + l.WeightAndCoverage)));
    }

    [Fact]
    public void Categories_keep_their_meaning_where_they_stand_in_another_order()
    {
        static Scorecard<string> Card(params (string, double)[] points) => Scorecard.For<string>().Category("plan", r => r, m => m.Points(points)).Build();
        var change = Card(("pro", 90), ("free", 10)).Score("free", One.AsOf).ChangeSince(Card(("free", 20), ("pro", 80)).Score("free", One.AsOf));

        Assert.Equal(("plan", -10, 0), change.Lines.Select(l => (l.Name, l.Configuration, l.Value)).Single());
    }

    [Fact]
    public void Without_a_score_there_is_no_change_to_attribute()
    {
        var card = One.Measures(1).Build();
        var none = card.Score([double.NaN], One.AsOf);

        Assert.Throws<ArgumentException>(() => none.ChangeSince(card.Score([60], One.AsOf)));
        Assert.Throws<ArgumentException>(() => card.Score([60], One.AsOf).ChangeSince(none));
    }

    [Fact]
    public void An_override_is_left_out_of_a_change()
    {
        var card = One.Measures(1).Build();
        var manual = new ManualOverride(90, "mo", "so", One.AsOf.AddDays(-1), One.AsOf.AddDays(1));
        var change = card.Score([60], new ScoreRequest { AsOf = One.AsOf, Override = manual }).ChangeSince(card.Score([50], One.AsOf));

        Assert.Equal((50, 60, 10), (change.Before, change.After, change.Lines.Sum(l => l.Total)));
    }

    [Fact]
    public void A_change_is_printed_on_the_scorecard_s_scale()
    {
        var card = One.Measures(1).ShownAs(0, 10, 2).Build();

        Assert.Equal("5.00 → 6.13    +1.13\n  a   +1.13   value +1.13", card.Score([61.25], One.AsOf).ChangeSince(card.Score([50], One.AsOf)).ToString());
    }
}
