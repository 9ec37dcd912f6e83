using System.Globalization;
using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>A thrown scorecard with a row for it. Its text is what is needed to see why a law failed.</summary>
internal sealed class Thrown
{
    private readonly Dice _dice;

    public Thrown(Seed seed, bool exceptions = true, bool monotone = false, bool actionable = false, bool flat = false)
    {
        _dice = seed.Dice();
        Plan = new PlanGenerator(_dice, seed.Size) { Exceptions = exceptions, Monotone = monotone, Actionable = actionable, Flat = flat }.Card();
        Card = Plan.Build();
        Row = RowGenerator.Row(_dice, Plan);
    }

    public CardPlan Plan { get; }

    public Scorecard Card { get; }

    public RowPlan Row { get; }

    /// <summary>For whatever else is to be thrown.</summary>
    public Dice Dice => _dice;

    public HealthScore Score() => Row.Score(Card);

    public RowPlan AnotherRow() => RowGenerator.Row(_dice, Plan);

    public void Near(double expected, double actual, string what, double tolerance = 1e-9)
    {
        if (!(Math.Abs(expected - actual) <= tolerance || (double.IsNaN(expected) && double.IsNaN(actual))))
        {
            Fail(string.Create(CultureInfo.InvariantCulture, $"{what}: {expected:R} was expected and not {actual:R}."));
        }
    }

    public void True(bool holds, string what)
    {
        if (!holds)
        {
            Fail(what);
        }
    }

    /// <summary>As the other, where the words take long to find.</summary>
    public void True(bool holds, Func<string> what)
    {
        if (!holds)
        {
            Fail(what());
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{CanonicalJson.Write(ScorecardHash.Json(Card.Model))}\nsegment {Row.Segment ?? "none"}, previous band {Row.PreviousBand}, row {string.Join(", ", Card.Inputs.Select(i => $"{i} = {Row[i]:R}"))}");

    private void Fail(string what) => Assert.Fail($"{what}\n{this}");
}
