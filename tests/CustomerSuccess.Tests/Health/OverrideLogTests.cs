using CustomerSuccess.Health;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Health;

[Requirement("HLT-9")]
public sealed class OverrideLogTests
{
    private static readonly ManualOverride March = new(90, "mo", "knows them", Day(1), Day(31));

    [Fact]
    public void A_log_only_ever_grows_and_says_who_and_why()
    {
        var first = OverrideLog.Empty.Set(March);
        var second = first.Withdraw("li", "was wrong", Day(5));

        Assert.Empty(OverrideLog.Empty.Entries);
        Assert.Single(first.Entries);
        Assert.Equal([("mo", "knows them", Day(1)), ("li", "was wrong", Day(5))], second.Entries.Select(e => (e.Author, e.Reason, e.At)));
        Assert.Equal([March, null], second.Entries.Select(e => e.Override));
        Assert.Throws<ArgumentException>(() => first.Withdraw("", "so", Day(5)));
    }

    [Fact]
    public void A_withdrawal_ends_what_was_in_force()
    {
        var log = OverrideLog.Empty.Set(March).Withdraw("li", "was wrong", Day(5));

        Assert.Same(March, log.InForce(Day(4)));
        Assert.Null(log.InForce(Day(5)));
        Assert.Null(log.InForce(Day(1).AddTicks(-1)));
    }

    [Fact]
    public void A_later_override_replaces_an_earlier_one_and_of_the_same_instant_the_last_recorded_counts()
    {
        var later = new ManualOverride(10, "li", "bad news", Day(5), Day(8));
        var same = new ManualOverride(20, "jo", "worse news", Day(5), Day(8));
        var log = OverrideLog.Empty.Set(March).Set(later);

        Assert.Same(later, log.InForce(Day(5)));
        Assert.Same(same, log.Set(same).InForce(Day(5)));
        Assert.Null(log.InForce(Day(9)));
        Assert.Same(later, OverrideLog.Empty.Set(later).Set(March).InForce(Day(6)));
    }

    private static DateTimeOffset Day(int day) => new(2024, 3, day, 0, 0, 0, TimeSpan.Zero);
}
