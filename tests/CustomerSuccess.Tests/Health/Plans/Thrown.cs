using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>A thrown scorecard with a row for it. Its text is what is needed to see why a law failed.</summary>
internal sealed class Thrown
{
    // Every law is tried with the same seeds: what all begin with is made once. It is immutable but for the dice.
    private static readonly ConcurrentDictionary<(Seed Seed, Kind Kind), Beginning> Beginnings = new();

    private readonly Dice _dice;
    private readonly Beginning _begun;

    public Thrown(Seed seed, bool exceptions = true, bool monotone = false, bool actionable = false, bool flat = false)
    {
        var kind = new Kind(exceptions, monotone, actionable, flat);
        _begun = kind.IsShared ? Beginnings.GetOrAdd((seed, kind), static s => Begin(s.Seed, s.Kind)) : Begin(seed, kind);
        _dice = _begun.Dice.Copy();
    }

    public CardPlan Plan => _begun.Plan;

    public Scorecard Card => _begun.Card;

    public RowPlan Row => _begun.Row;

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

    public void True(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] FailureText what)
    {
        if (!holds)
        {
            Fail(what.Formed());
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

    private static Beginning Begin(Seed seed, Kind kind)
    {
        var dice = seed.Dice();
        var plan = new PlanGenerator(dice, seed.Size) { Exceptions = kind.Exceptions, Monotone = kind.Monotone, Actionable = kind.Actionable, Flat = kind.Flat }.Card();
        return new(plan, RowGenerator.Row(dice, plan), dice);
    }

    private void Fail(string what) => Assert.Fail($"{what}\n{this}");

    private sealed class Beginning(CardPlan plan, RowPlan row, Dice dice)
    {
        public CardPlan Plan => plan;

        public RowPlan Row => row;

        public Dice Dice => dice;

        // Some laws only need the plan; two threads that build one build the same.
        public Scorecard Card => field ??= plan.Build();
    }

    private readonly record struct Kind(bool Exceptions, bool Monotone, bool Actionable, bool Flat)
    {
        // The kinds that several laws throw; some kilobytes are kept of each seed.
        public bool IsShared => Exceptions && !Monotone && !Flat;
    }
}
