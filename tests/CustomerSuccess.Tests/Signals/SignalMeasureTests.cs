using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Signals;

public sealed class SignalMeasureTests
{
    private static readonly SignalMeasure Logins = SignalMeasure.Count("login");

    [Fact]
    public void Every_word_is_in_the_text() =>
        Assert.Equal(
            "activeDays(\"login\") in 28.00:00:00 by \"ann\" on \"crm\" causing Customer+System across tree zone \"UTC\" against \"year UTC\"",
            SignalMeasure.ActiveDays("login", TimeZoneInfo.Utc).InLast(28).By("ann").On("crm").Causing(Provenance.System, Provenance.Customer).AcrossTree().AgainstSeason(SeasonCalendar.Year(TimeZoneInfo.Utc)).ToString());

    [Fact]
    public void A_word_gives_a_new_measure_and_leaves_the_old_one_as_it_was()
    {
        var (before, week) = (Logins.Canonical, Logins.InLast(7));

        Assert.Equal(before, Logins.Canonical);
        Assert.NotEqual(Logins, week);
        Assert.Null(Logins.Window);
        Assert.Equal(TimeSpan.FromDays(7), week.Window);
    }

    [Fact]
    public void Naming_every_cause_is_naming_none() =>
        Assert.Equal(Logins, Logins.Causing(Provenance.System, Provenance.Vendor, Provenance.Customer, Provenance.Vendor));

    [Fact]
    public void Two_calendars_with_the_same_words_in_other_places_are_two()
    {
        DateTimeOffset[] starts = [.. Enumerable.Range(2024, 3).Select(y => new DateTimeOffset(y, 1, 1, 0, 0, 0, TimeSpan.Zero))];

        Assert.NotEqual(
            SeasonCalendar.Declared("2026-01-01T00:00:00Z a", starts[0], starts[1]).Canonical,
            SeasonCalendar.Declared("a", starts).Canonical);
        Assert.NotEqual(SeasonCalendar.Declared("UTC", starts).Canonical, SeasonCalendar.Year(TimeZoneInfo.Utc).Canonical);
    }

    [Fact]
    public void What_makes_no_window_no_name_and_no_cause_is_refused()
    {
        foreach (var days in new[] { 0, -1, double.NaN, double.PositiveInfinity, 100_001, 1e-300 })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Logins.InLast(days));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Logins.InLast(TimeSpan.Zero));
        Assert.Throws<ArgumentException>(() => SignalMeasure.Count(" "));
        Assert.Throws<ArgumentException>(() => Logins.By(""));
        Assert.Throws<ArgumentException>(() => Logins.On("\t"));
        Assert.Throws<ArgumentException>(() => Logins.Causing());
        Assert.Throws<ArgumentException>(() => Logins.Causing((Provenance)3));
        Assert.Throws<ArgumentNullException>(() => SignalMeasure.ActiveDays("login", null!));
    }

    [Fact]
    public void Half_a_character_is_refused_because_no_hash_could_tell_it_from_another()
    {
        foreach (var half in (string[])["\ud800", "a\udc00b", "\udc00\ud800"])
        {
            Assert.Throws<ArgumentException>(() => SignalMeasure.Count(half));
            Assert.Throws<ArgumentException>(() => Logins.By(half));
            Assert.Throws<ArgumentException>(() => Logins.On(half));
            Assert.Throws<ArgumentException>(() => SeasonCalendar.Declared(half, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1)));
        }

        Assert.Equal("count(\"\\uFFFD\")", SignalMeasure.Count("\ufffd").Canonical);
    }

    [Fact]
    public void The_age_of_a_measure_is_that_of_the_same_signals_now()
    {
        var season = SeasonCalendar.Year(TimeZoneInfo.Utc);
        var measure = SignalMeasure.ActiveDays("login", TimeZoneInfo.Utc).InLast(28).By("ann").On("crm").ByCustomer().AcrossTree();

        Assert.Equal(SignalMeasure.DaysSince("login").InLast(28).By("ann").On("crm").ByCustomer().AcrossTree(), measure.AgainstSeason(season).DaysSinceLast());
        Assert.Equal(SignalMeasure.DaysSince("login"), Logins.OneCycleEarlier(season).DaysSinceLast());
    }
}
