using CustomerSuccess.Signals;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

public sealed class SignalTableTests
{
    private static readonly DateTimeOffset Start = At("2026-01-01");
    private static readonly SignalMeasure Week = SignalMeasure.Count("login").InLast(7);

    [Fact]
    public void Moving_on_computes_what_changed_and_nothing_else()
    {
        var log = new SignalLog();
        for (var i = 0; i < 100; i++)
        {
            log.Append(new($"c{i:00}", "login", Start.AddHours(i)));
        }

        var table = new SignalTable(log, ("logins", Week), ("quiet", SignalMeasure.DaysSince("login")), ("people", SignalMeasure.DistinctActors("login").InLast(28)));
        table.MoveTo(Start.AddDays(5));
        Assert.Equal(300, table.Computed);
        table.MoveTo(Start.AddDays(5));
        Assert.Equal(0, table.Computed);
        // The age of each grows all the same, without being computed anew.
        table.MoveTo(Start.AddDays(6));
        Assert.Equal((0, 6d), (table.Computed, table["quiet"][0]));
        // Ten logins leave the window of seven days.
        table.MoveTo(Start.AddDays(7).AddHours(9));
        Assert.Equal((10, 0d, 1d), (table.Computed, table["logins"][9], table["logins"][10]));
        // One customer has something new; that of one more is known late.
        log.AppendAll([new("c50", "login", Start.AddDays(7)), new("c51", "login", Start.AddDays(7)) { RecordedAt = Start.AddDays(8) }]);
        table.MoveTo(Start.AddDays(7).AddHours(9));
        Assert.Equal((6, 2d, 1d), (table.Computed, table["logins"][50], table["logins"][51]));
        table.MoveTo(Start.AddDays(8));
        Assert.Equal(2, table["logins"][51]);
    }

    [Fact]
    public void A_measure_stays_compiled_however_many_others_were_read_meanwhile()
    {
        var log = new SignalLog();
        log.Append(new("acme", "login", Start) { Actor = "ann" });
        for (var i = 0; i < 5_000; i++)
        {
            _ = log.Facts("acme", Start).Signals.Read(SignalMeasure.Count("login"));
        }

        var table = new SignalTable(log, ("logins", Week));
        table.MoveTo(Start.AddDays(1));
        table.MoveTo(Start.AddDays(2));
        Assert.Equal(0, table.Computed);
    }

    [Fact]
    public void Customers_that_come_later_follow_in_the_order_in_which_they_came()
    {
        var log = new SignalLog();
        log.AppendAll([new("b", "login", Start), new("a", "login", Start)]);
        var table = new SignalTable(log, ("logins", Week));
        Assert.Empty(table.CustomerIds);
        Assert.Null(table.AsOf);

        table.MoveTo(Start);
        log.Append(new("Z", "login", Start));
        table.MoveTo(Start);

        Assert.Equal(["a", "b", "Z"], table.CustomerIds);
        Assert.Equal([1d, 1, 1], table["logins"].ToArray());
        Assert.Equal(["logins"], table.Names);
        Assert.Equal(Start, table.AsOf);
    }

    [Fact]
    public void What_the_log_covers_can_be_stated_later()
    {
        var log = new SignalLog();
        log.Append(new("acme", "login", Start));
        var table = new SignalTable(log, ("logins", Week), ("sum", SignalMeasure.Sum("login")));
        table.MoveTo(Start.AddDays(1));
        log.Covers("login", new() { From = Start.AddDays(-1) });
        table.MoveTo(Start.AddDays(1));
        Assert.True(double.IsNaN(table["logins"][0]));

        table.MoveTo(Start.AddDays(6));
        Assert.Equal(1, table["logins"][0]);
        Assert.True(double.IsNaN(table["sum"][0]));
    }

    [Fact]
    public void A_move_that_is_cancelled_leaves_no_half_truth()
    {
        var log = new SignalLog();
        log.Append(new("acme", "login", Start));
        var table = new SignalTable(log, ("logins", Week));
        table.MoveTo(Start);

        Assert.Throws<OperationCanceledException>(() => table.MoveTo(Start.AddDays(8), new CancellationToken(canceled: true)));
        Assert.Null(table.AsOf);
        table.MoveTo(Start.AddDays(8));
        Assert.Equal(0, table["logins"][0]);
    }

    [Fact]
    public void Mistakes_say_what_to_do()
    {
        var log = new SignalLog();
        var table = new SignalTable(log, ("logins", Week));

        Assert.Contains("Did you mean 'logins'?", Assert.Throws<ArgumentException>(() => table["login"].Length).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SignalTable(log));
        Assert.Throws<ArgumentException>(() => new SignalTable(log, (" ", Week)));
        Assert.Throws<ArgumentException>(() => new SignalTable(log, ("a", Week), ("a", Week)));
        Assert.Contains("account trees", Assert.Throws<ArgumentException>(() => new SignalTable(log, ("a", Week.AcrossTree()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_longer_than_all_time_holds_everything_and_is_not_computed_again()
    {
        var log = new SignalLog();
        log.AppendAll([new("acme", "login", DateTimeOffset.MinValue), new("acme", "login", Start)]);
        var table = new SignalTable(log, ("ever", SignalMeasure.Count("login").InLast(TimeSpan.MaxValue)), ("old", SignalMeasure.Count("login").InLast(Start - DateTimeOffset.MinValue)));

        table.MoveTo(Start);
        Assert.Equal((2d, 1d), (table["ever"][0], table["old"][0]));
        table.MoveTo(DateTimeOffset.MaxValue);
        Assert.Equal(2, table["ever"][0]);
        Assert.Equal(1, table.Computed);
    }
}
