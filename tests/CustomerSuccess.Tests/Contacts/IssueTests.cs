using CustomerSuccess.Contacts;
using static CustomerSuccess.Tests.Contacts.Scene;

namespace CustomerSuccess.Tests.Contacts;

/// <summary>Issues that are open, as of an instant, as known then.</summary>
public sealed class IssueTests
{
    [Fact]
    public void Open_counts_those_of_the_severity_or_graver()
    {
        var contacts = Facts(Log()).Contacts;

        Assert.Equal(1, contacts.OpenIssues(IssueSeverity.Critical).Value);
        Assert.Equal(2, contacts.OpenIssues(IssueSeverity.High).Value);
        Assert.Equal(2, contacts.OpenIssues().Value);
        Assert.Equal(Day.AddDays(5), contacts.OpenIssuesUntil());
        Assert.Null(contacts.OpenIssuesUntil(IssueSeverity.Critical));
        Assert.Equal(1, Facts(Log(), Day.AddDays(5)).Contacts.OpenIssues().Value);
        Assert.Equal(2, Facts(Log(), Day.AddDays(5).AddTicks(-1)).Contacts.OpenIssues().Value);
    }

    [Fact]
    public void Opened_counts_a_window_that_is_open_at_its_beginning()
    {
        var contacts = Facts(Log()).Contacts;

        Assert.Equal(1, contacts.OpenedIssues(TimeSpan.FromDays(20)).Value);
        Assert.Equal(3, contacts.OpenedIssues(TimeSpan.FromDays(20) + TimeSpan.FromTicks(1)).Value);
        Assert.Equal(1, contacts.OpenedIssues(TimeSpan.FromDays(21), IssueSeverity.Critical).Value);
        Assert.Equal(Day.AddDays(1), contacts.OpenedIssuesUntil(TimeSpan.FromDays(21)));
        Assert.Throws<ArgumentOutOfRangeException>(() => contacts.OpenedIssues(TimeSpan.Zero));
    }

    [Fact]
    public void The_record_that_was_recorded_last_holds_and_at_one_instant_the_one_that_tells_furthest()
    {
        var log = Log().Add(new Issue("acme", "t1", IssueSeverity.Critical, Day.AddDays(-10)) { ContainedAt = Day.AddDays(-9), ClosedAt = Day.AddDays(-1) });
        Assert.Equal(0, Facts(log).Contacts.OpenIssues(IssueSeverity.Critical).Value);
        // The same record, seen from before it was closed.
        Assert.Equal(1, Facts(log, Day.AddDays(-2)).Contacts.OpenIssues(IssueSeverity.Critical).Value);

        log.Add(new Issue("acme", "t1", IssueSeverity.Critical, Day.AddDays(-10)) { RecordedAt = Day.AddDays(1), Plan = new("rebuild the index", Day.AddDays(9)), Cause = IssueCauses.Product });
        Assert.Equal(0, Facts(log).Contacts.OpenIssues(IssueSeverity.Critical).Value);
        var again = Facts(log, Day.AddDays(1)).Contacts.Issues!.Single(i => i.Id == "t1");
        Assert.True(again.IsOpen(Day.AddDays(1)));
        Assert.Equal(("a plan due 2026-03-11", "product"), ($"{again.Plan}", again.Cause));
    }

    [Fact]
    public void Severities_have_names_and_an_order_and_nothing_is_closed_before_it_is_opened()
    {
        Assert.Equal(["critical", "high", "medium", "low", "severity 5"], Enumerable.Range(1, 5).Select(level => new IssueSeverity(level).Name));
        Assert.Equal(IssueSeverity.Critical, default);
        Assert.True(IssueSeverity.Critical.IsAtLeast(IssueSeverity.High));
        Assert.False(IssueSeverity.Low.IsAtLeast(IssueSeverity.High));
        Assert.True(IssueSeverity.Critical < IssueSeverity.High && IssueSeverity.Low >= IssueSeverity.Medium);
        Assert.Throws<ArgumentOutOfRangeException>(() => new IssueSeverity(0));
        Assert.Throws<ArgumentException>(() => new Issue("acme", "t", IssueSeverity.Low, Day) { ClosedAt = Day.AddTicks(-1) });
        Assert.Throws<ArgumentException>(() => new Issue("acme", "t", IssueSeverity.Low, Day) { ContainedAt = Day.AddTicks(-1) });
        Assert.Throws<ArgumentException>(() => new IssuePlan(" ", Day));
    }
}
