using CustomerSuccess.Contacts;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Contacts.Scene;

namespace CustomerSuccess.Tests.Contacts;

/// <summary>Who could speak for the vendor, and who may be asked.</summary>
[Requirement("EXP-3")]
public sealed class AdvocateTests
{
    private static readonly AdvocateReader Reader = new();
    private static readonly AdvocateInputs Valued = new() { ValueEvidenced = true, ValueAcknowledged = false };

    [Fact]
    public void Potential_advocates_are_found_and_readiness_is_explained()
    {
        var log = Quiet();
        Assert.Equal(["ann: Ready", "bob: Ready", "cid: NotReady"], Reader.Find(Facts(log), Valued).Select(a => $"{a}"));
        Assert.Equal(["ann: Unknown", "bob: Unknown", "cid: NotReady"], Reader.Find(Facts(log), AdvocateInputs.Unknown).Select(a => $"{a}"));
        Assert.All(Reader.Find(Facts(log), new() { ValueEvidenced = false, ValueAcknowledged = false }), a => Assert.Equal(AdvocateReadiness.NotReady, a.Readiness));
        Assert.Equal(
            ["value: yes, evidenced", "active: yes, Active", "engaged: yes, 45 days ago", "no open issue, high or graver: yes, 0 open"],
            Reader.Read(Facts(log), "ann", Valued).Conditions.Select(c => $"{c}"));
        // A grave issue, and whoever has not been engaged for long, is in the way.
        Assert.Equal("no open issue, high or graver: no, 2 open", Reader.Read(Facts(Log()), "ann", Valued).Conditions[^1].ToString());
        Assert.Equal(AdvocateReadiness.NotReady, Reader.Read(Facts(log, Day.AddDays(45)), "ann", Valued).Readiness);
        Assert.Empty(Reader.Find(new("acme", Day), Valued));
        Assert.Equal(AdvocateReadiness.Unknown, Reader.Read(new("acme", Day), "ann", Valued).Readiness);
    }

    [Fact]
    public void Nobody_is_asked_without_having_agreed()
    {
        var log = Quiet();
        Assert.Equal("no: has not agreed to reference call", May(log, Day));

        log.Add(new AdvocateConsent("acme", "ann", true, Day.AddDays(-20)));
        Assert.Equal("yes: ready, agreed on 2026-02-10, asked 0 times in 365 days", May(log, Day));
        log.Add(new AdvocateConsent("acme", "ann", false, Day.AddDays(-1)) { Kind = "reference call" });
        Assert.Equal("no: declined reference call on 2026-03-01", May(log, Day));
        Assert.True(Reader.MayAsk(Facts(log), "ann", "case study", Valued).IsAllowed);
        Assert.Equal(PermissionState.Unknown, Reader.MayAsk(Facts(log), "ann", "case study", AdvocateInputs.Unknown).State);
        Assert.StartsWith("no: not ready: no open issue", Reader.MayAsk(Facts(Log()), "ann", "case study", Valued).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ninety_days_lie_between_two_asks_and_at_most_three_are_made_in_a_year()
    {
        var log = Quiet().Add(new AdvocateConsent("acme", "ann", true, Day.AddDays(-20)));
        log.Add(new AdvocacyAsk("acme", "a1", "ann", "reference call", Day.AddDays(-89)));
        var soon = Reader.MayAsk(Facts(log), "ann", "reference call", Valued);
        Assert.Equal(("no: asked 89 days ago, again from 2026-03-03", (DateTimeOffset?)Day.AddDays(1)), (soon.ToString(), soon.From));
        Assert.True(Reader.MayAsk(Facts(log, Day.AddDays(1)), "ann", "reference call", Valued).IsAllowed);

        log.Add(new AdvocacyAsk("acme", "a2", "ann", "case study", Day.AddDays(-200))).Add(new AdvocacyAsk("acme", "a3", "ann", "case study", Day.AddDays(-300)));
        Assert.Equal("no: asked 3 times in 365 days, again from 2026-05-06", May(log, Day.AddDays(1)));
        var met = log.Add(new Interaction("acme", "i9", Day.AddDays(60)) { ContactIds = ["ann"] });
        Assert.Equal(PermissionState.Barred, Reader.MayAsk(Facts(met, Day.AddDays(65).AddTicks(-1)), "ann", "reference call", Valued).State);
        Assert.Equal("yes: ready, agreed on 2026-02-10, asked 2 times in 365 days", May(met, Day.AddDays(65)));
        Assert.True(new AdvocateReader(new() { MostAsks = 4, Between = TimeSpan.Zero }).MayAsk(Facts(log), "ann", "reference call", Valued).IsAllowed);
        // Others are not tired by it.
        Assert.Empty(Reader.Read(Facts(log), "bob", Valued).Asks!);
    }

    [Fact]
    public void What_came_of_each_ask_is_kept_as_it_becomes_known()
    {
        var log = Quiet()
            .Add(new AdvocacyAsk("acme", "a1", "ann", "reference call", Day.AddDays(-50)))
            .Add(new AdvocacyAsk("acme", "a1", "ann", "reference call", Day.AddDays(-50)) { Outcome = AskOutcome.Accepted, OutcomeAt = Day.AddDays(-40), Author = "csm-1" })
            .Add(new AdvocacyAsk("acme", "a1", "ann", "reference call", Day.AddDays(-50)) { Outcome = AskOutcome.Delivered, OutcomeAt = Day.AddDays(-10) });

        Assert.Equal([AskOutcome.Open, AskOutcome.Accepted, AskOutcome.Delivered], new[] { -45, -40, 0 }.Select(d => Assert.Single(Reader.Read(Facts(log, Day.AddDays(d)), "ann", Valued).Asks!).Outcome));
        Assert.Contains("ann asked for reference call", Reader.Read(Facts(log), "ann", Valued).Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new AdvocacyAsk("acme", "a", "ann", "", Day));
        Assert.Throws<ArgumentException>(() => new AdvocacyAsk("acme", "a", "ann", "x", Day) { OutcomeAt = Day.AddTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdvocateOptions { MostAsks = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdvocateOptions { Between = TimeSpan.FromDays(-1) });
    }

    private static ContactLog Quiet() => Log()
        .Add(new Issue("acme", "t1", IssueSeverity.Critical, Day.AddDays(-10)) { ClosedAt = Day.AddDays(-9) })
        .Add(new Issue("acme", "t2", IssueSeverity.High, Day.AddDays(-20)) { ClosedAt = Day.AddDays(-9), RecordedAt = Day.AddDays(-9) });

    private static string May(ContactLog log, DateTimeOffset at) => Reader.MayAsk(Facts(log, at), "ann", "reference call", Valued).ToString();
}
