using CustomerSuccess.Customers;
using CustomerSuccess.Signals;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Foundation;

public sealed class CustomerFactsTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");

    [Fact]
    public void They_hold_as_of_an_instant_and_are_known_then_unless_stated()
    {
        var facts = new CustomerFacts("acme", At("2026-03-02T02:00+02:00"));

        Assert.Equal((Day, Day, TimeSpan.Zero), (facts.AsOf, facts.KnownAt, facts.AsOf.Offset));
        Assert.Equal(Day.AddDays(1), new CustomerFacts("acme", Day, Day.AddDays(1)).KnownAt);
        Assert.Equal("acme as of 2026-03-02T00:00:00Z", facts.ToString());
        Assert.Throws<ArgumentException>(() => new CustomerFacts(" ", Day));
    }

    [Fact]
    public void A_part_is_added_to_new_facts_and_frozen_once()
    {
        var (before, part) = (new CustomerFacts("acme", Day), new Weather());
        var facts = before.With(part);

        Assert.Empty(before.Parts);
        Assert.Equal(["weather"], facts.Parts);
        Assert.Same(part, facts.Find<Weather>());
        Assert.True(facts.TryGet<Weather>(out var found));
        Assert.Same(part, found);
        Assert.False(before.TryGet<Weather>(out _));
        Assert.Contains("weather", Assert.Throws<ArgumentException>(() => facts.With(new Weather())).Message, StringComparison.Ordinal);
        // Of two parts of one name one would never be read.
        Assert.Throws<ArgumentException>(() => facts.With(new Rain()));
    }

    [Fact]
    public void A_part_that_nobody_gives_is_unknown_and_not_empty()
    {
        var facts = new CustomerFacts("acme", Day);

        Assert.False(facts.Account.AnnualRevenue().IsKnown);
        Assert.False(facts.Account.Trait("plan").IsKnown);
        Assert.False(facts.Signals.Read(SignalMeasure.Count("login")).IsKnown);
        Assert.Null(facts.Find<AccountFacts>());
    }

    [Fact]
    public void Gone_back_to_an_earlier_instant_they_are_what_held_then_as_known_now_and_parts_that_cannot_tell_are_left_out()
    {
        var log = new SignalLog();
        log.AppendAll([new Signal("acme", "x", Day.AddDays(-3)) { Value = 1, RecordedAt = Day }, new Signal("acme", "x", Day) { Value = 2 }]);
        var records = new AccountRecords { CustomerId = "acme", Traits = [new Trait("acme", "plan", TraitValue.Of("free"), Day.AddDays(-9)), new Trait("acme", "plan", TraitValue.Of("pro"), Day)] };
        var facts = log.Facts("acme", Day).With(records.At(Day, Day)).With(new Weather());
        var before = facts.RewoundTo(Day.AddDays(-1));

        Assert.Equal((Day.AddDays(-1), Day, 1d), (before.AsOf, before.KnownAt, before.Signals.Read(SignalMeasure.Latest("x")).Value));
        Assert.Equal(("free", 2d, "pro"), (before.Account.Text("plan").Value, facts.Signals.Read(SignalMeasure.Latest("x")).Value, facts.Account.Text("plan").Value));
        Assert.Null(before.Find<Weather>());
        Assert.False(facts.RewoundTo(Day.AddDays(-4)).Signals.Read(SignalMeasure.Latest("x")).IsKnown);
        Assert.Equal(facts.Parts.Count - 1, facts.RewoundTo(Day).Parts.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => facts.RewoundTo(Day.AddTicks(1)));
    }

    private sealed class Weather : FactsPart
    {
        public override string Name => "weather";
    }

    private sealed class Rain : FactsPart
    {
        public override string Name => "weather";
    }
}
