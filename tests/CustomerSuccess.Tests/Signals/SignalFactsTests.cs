using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Signals.Plans;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

public sealed class SignalFactsTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");

    public static TheoryData<SignalMeasure, double?> OfNothing { get; } = new()
    {
        { SignalMeasure.Count("x"), 0 },
        { SignalMeasure.Sum("x"), 0 },
        { SignalMeasure.DistinctActors("x"), 0 },
        { SignalMeasure.ActiveDays("x", TimeZoneInfo.Utc), 0 },
        { SignalMeasure.Mean("x"), null },
        { SignalMeasure.Minimum("x"), null },
        { SignalMeasure.Maximum("x"), null },
        { SignalMeasure.Latest("x"), null },
        { SignalMeasure.DaysSince("x"), null },
        { SignalMeasure.Slope("x"), null },
    };

    [Theory]
    [MemberData(nameof(OfNothing))]
    public void Of_nothing_where_covered_some_are_0_and_the_others_unknown_and_where_not_covered_all_are_unknown(SignalMeasure measure, double? value)
    {
        var covered = new SignalLog().Facts("acme", Day).Signals.Read(measure.InLast(7));
        var not = new SignalLog().Covers("x", new() { Through = Day.AddTicks(-1) }).Facts("acme", Day).Signals.Read(measure.InLast(7));

        Assert.Equal(value, covered.IsKnown ? covered.Value : null);
        Assert.True(covered.IsKnown || Assert.Single(covered.Causes).Kind == UnknownKind.NoObservations);
        Assert.Equal("x: incomplete through 2026-03-01T23:59:59.9999999Z", Assert.Single(not.Causes).ToString());
    }

    public static TheoryData<SignalMeasure, double?> OfSignalsWithoutValues { get; } = new()
    {
        { SignalMeasure.Count("x"), 2 },
        { SignalMeasure.Sum("x"), 0 },
        { SignalMeasure.DistinctActors("x"), 1 },
        { SignalMeasure.ActiveDays("x", TimeZoneInfo.Utc), 2 },
        { SignalMeasure.Mean("x"), null },
        { SignalMeasure.Latest("x"), null },
        { SignalMeasure.DaysSince("x"), 3 },
        { SignalMeasure.Slope("x"), null },
    };

    [Theory]
    [MemberData(nameof(OfSignalsWithoutValues))]
    public void A_signal_without_a_value_counts_and_has_no_part_in_what_is_computed_from_values(SignalMeasure measure, double? value)
    {
        var read = Facts(Day.AddDays(4), new("acme", "x", Day) { Actor = "ann" }, new("acme", "x", Day.AddDays(1))).Read(measure);

        Assert.Equal(value, read.IsKnown ? read.Value : null);
    }

    [Fact]
    public void The_worked_example_has_a_slope_of_one_and_three_quarters_a_day()
    {
        var facts = Facts(Day.AddDays(5), [.. new[] { (0, 4d), (2, 6), (4, 11) }.Select(p => new Signal("acme", "x", Day.AddDays(p.Item1)) { Value = p.Item2 })]);

        Assert.Equal(1.75, facts.Read(SignalMeasure.Slope("x")).Value, 12);
        Assert.Equal((21d, 7d, 4d, 11d, 11d), (facts.Read(SignalMeasure.Sum("x")).Value, facts.Read(SignalMeasure.Mean("x")).Value, facts.Read(SignalMeasure.Minimum("x")).Value, facts.Read(SignalMeasure.Maximum("x")).Value, facts.Read(SignalMeasure.Latest("x")).Value));
    }

    [Fact]
    public void A_slope_needs_two_distinct_instants()
    {
        Assert.False(Facts(Day, new("acme", "x", Day) { Value = 1 }, new("acme", "x", Day) { Value = 2 }).Read(SignalMeasure.Slope("x")).IsKnown);
        Assert.False(Facts(Day.AddDays(1), new("acme", "x", Day) { Value = 1 }, new("acme", "x", Day.AddDays(1))).Read(SignalMeasure.Slope("x")).IsKnown);
        Assert.Equal(-864_000_000_000d, Facts(Day.AddDays(1), new("acme", "x", Day) { Value = 1 }, new("acme", "x", Day.AddTicks(1)) { Value = 0 }).Read(SignalMeasure.Slope("x")).Value, 1e-3);
    }

    [Fact]
    public void Of_several_at_one_instant_the_latest_is_the_one_recorded_last_and_then_the_largest()
    {
        Signal Valued(double value, int recorded) => new("acme", "x", Day) { Value = value, RecordedAt = Day.AddDays(recorded) };

        Assert.Equal(1, Facts(Day.AddDays(9), Valued(5, 1), Valued(1, 2), new("acme", "x", Day) { RecordedAt = Day.AddDays(3) }).Read(SignalMeasure.Latest("x")).Value);
        Assert.Equal(5, Facts(Day.AddDays(9), Valued(5, 2), Valued(1, 2)).Read(SignalMeasure.Latest("x")).Value);
    }

    [Fact]
    public void What_happened_exactly_the_window_ago_is_out_and_what_happens_at_the_instant_is_in()
    {
        var week = SignalMeasure.Count("x").InLast(7);

        Assert.Equal(0, Facts(Day.AddDays(7), new Signal("acme", "x", Day)).Read(week).Value);
        Assert.Equal(1, Facts(Day.AddDays(7).AddTicks(-1), new Signal("acme", "x", Day)).Read(week).Value);
        Assert.Equal(1, Facts(Day, new Signal("acme", "x", Day)).Read(week).Value);
        Assert.Equal(0, Facts(Day.AddTicks(-1), new Signal("acme", "x", Day) { RecordedAt = Day.AddDays(-9) }).Read(week).Value);
    }

    [Fact]
    public void What_a_sum_cannot_hold_is_not_a_number()
    {
        var facts = Facts(Day, new("acme", "x", Day) { Value = double.MaxValue }, new("acme", "x", Day) { Value = double.MaxValue });

        Assert.Equal(UnknownKind.NotANumber, Assert.Single(facts.Read(SignalMeasure.Sum("x")).Causes).Kind);
        Assert.Equal(UnknownKind.NotANumber, Assert.Single(facts.Read(SignalMeasure.Mean("x")).Causes).Kind);
        Assert.Equal(double.MaxValue, facts.Read(SignalMeasure.Maximum("x")).Value);
    }

    [Theory]
    // 1 March 23:30 and 2 March 00:30 in Berlin are one day in UTC, two in Berlin.
    [InlineData("UTC", 1, "2026-03-01T22:30", "2026-03-01T23:30")]
    [InlineData("Europe/Berlin", 2, "2026-03-01T22:30", "2026-03-01T23:30")]
    // The day on which the clocks go back has 25 hours and is one day.
    [InlineData("Europe/Berlin", 1, "2026-10-24T22:00", "2026-10-25T22:59")]
    [InlineData("Europe/Berlin", 2, "2026-10-24T22:00", "2026-10-25T23:00")]
    // From midnight back to 23:00: 23:30 comes twice, on one day.
    [InlineData("America/Sao_Paulo", 1, "2018-02-18T01:30", "2018-02-18T02:30")]
    [InlineData("America/Sao_Paulo", 2, "2018-02-18T02:30", "2018-02-18T03:00")]
    // From 01:00 back to midnight: 00:30 comes twice, and the day before is over.
    [InlineData("Atlantic/Azores", 2, "2023-10-28T23:30", "2023-10-29T00:30", "2023-10-29T01:30")]
    // A day that was left out is none.
    [InlineData("Pacific/Apia", 2, "2011-12-30T09:59", "2011-12-30T10:00")]
    // Beyond the years for which offsets are kept.
    [InlineData("Europe/Berlin", 2, "1950-03-01T22:30", "1950-03-01T23:30")]
    [InlineData("Europe/Berlin", 2, "2150-03-01T22:30", "2150-03-01T23:30")]
    [InlineData("America/New_York", 2, "0001-01-01T00:00", "0001-01-01T12:00")]
    public void Active_days_are_days_of_the_zone_s_clocks(string zone, double days, params string[] instants) =>
        Assert.Equal(days, Facts(At("2200-01-01"), [.. instants.Select(i => new Signal("acme", "x", At(i)))]).Read(SignalMeasure.ActiveDays("x", Zones.Find(zone))).Value);

    [Fact]
    public void Without_a_source_of_signals_every_measure_is_unknown()
    {
        var facts = new CustomerFacts("acme", Day).Signals;

        Assert.Equal("x: incomplete for ever: there is no source of signals", Assert.Single(facts.Read(SignalMeasure.Count("x")).Causes).ToString());
        Assert.Empty(facts.Signals);
        Assert.Empty(facts.Defects);
        Assert.Empty(facts.ReadBy(SignalMeasure.Count("x"), Grain.User));
    }

    private static SignalFacts Facts(DateTimeOffset asOf, params Signal[] signals)
    {
        var log = new SignalLog();
        log.AppendAll(signals);
        return log.Facts("acme", asOf, At("2300-01-01")).Signals;
    }
}
