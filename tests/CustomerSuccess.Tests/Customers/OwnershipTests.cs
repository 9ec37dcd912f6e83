using CustomerSuccess.Customers;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Customers;

/// <summary>Who owns a customer, since when, and what the owner is able to do then.</summary>
[Requirement("INS-11")]
public sealed class OwnershipTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");

    [Fact]
    public void Ownership_is_dated_by_role_and_ends_with_nobody()
    {
        var account = Account(
            new Ownership("acme", "ann", Day), new Ownership("acme", "team north", Day) { Role = "support" },
            new Ownership("acme", "bob", Day.AddDays(10)) { HandOver = "ann is on leave; renewal in May" },
            new Ownership("acme", null, Day.AddDays(20)));

        Assert.Equal(["unknown (owner csm: not given)", "ann", "ann", "bob", ""], new[] { -1, 0, 9, 10, 20 }.Select(d => account(d, d).Owner().ToString()));
        Assert.Equal("team north", account(20, 20).Owner("support").Value);
        Assert.False(account(20, 20).Owner("sales").IsKnown);
        // From when nobody owns it, that is known.
        Assert.True(account(20, 20).Owner().IsKnown);
    }

    [Fact]
    public void A_hand_over_says_what_was_said_and_is_seen_once_it_is_known()
    {
        var account = Account(new Ownership("acme", "ann", Day), new Ownership("acme", "bob", Day.AddDays(10)) { HandOver = "renewal in May", RecordedAt = Day.AddDays(12) });

        Assert.Equal(["ann"], account(11, 11).Ownerships.Select(o => o.OwnerId));
        Assert.Equal("ann", account(11, 11).Owner().Value);
        Assert.Equal("bob", account(11, 12).Owner().Value);
        Assert.Equal(("bob", "renewal in May", Day.AddDays(10)), account(12, 12).Ownerships[^1] is var last ? (last.OwnerId, last.HandOver, last.EffectiveAt) : default);
        Assert.Equal("acme: csm bob", account(12, 12).Ownerships[^1].ToString());
    }

    [Fact]
    public async Task Who_the_owner_is_with_cover_hours_and_skills_is_dated_too()
    {
        var log = new AccountLog()
            .Add(new Owner("ann", Day) { Name = "Ann", HoursPerWeek = 32, Skills = ["german", "onboarding"] })
            .Add(new Owner("ann", Day.AddDays(10)) { Name = "Ann", HoursPerWeek = 0, CoveredBy = "bob", RecordedAt = Day.AddDays(12) })
            .Add(new Owner("north", Day) { IsTeam = true, HoursPerWeek = 120 });
        var versions = await log.FindOwnerAsync("ann", CancellationToken.None);

        Assert.Null(versions.InForce(Day.AddTicks(-1), Day));
        var before = versions.InForce(Day.AddDays(11), Day.AddDays(11))!;
        Assert.Equal((32d, null, false, "ann"), (before.HoursPerWeek, before.CoveredBy, before.IsTeam, before.ToString()));
        Assert.Equal(["german", "onboarding"], before.Skills);
        var after = versions.InForce(Day.AddDays(11), Day.AddDays(12))!;
        Assert.Equal((0d, "bob"), (after.HoursPerWeek, after.CoveredBy));
        Assert.Empty(after.Skills);
        Assert.True((await log.FindOwnerAsync("north", CancellationToken.None)).InForce(Day, Day)!.IsTeam);
        Assert.Empty(await log.FindOwnerAsync("nobody", CancellationToken.None));
    }

    [Fact]
    public void Which_of_two_versions_at_one_instant_holds_does_not_depend_on_arrival()
    {
        Owner[] tied = [new("ann", Day) { HoursPerWeek = 8 }, new("ann", Day) { HoursPerWeek = 40 }, new("ann", Day) { Skills = ["a"] }];

        Assert.Equal(tied.InForce(Day, Day), tied.Reverse().InForce(Day, Day));
    }

    [Fact]
    public void Two_versions_that_say_the_same_are_equal_skills_included()
    {
        var ann = new Owner("ann", Day) { Skills = ["a", "b"], HoursPerWeek = 8 };

        Assert.Equal(ann, new Owner("ann", Day) { Skills = new List<string> { "a", "b" }, HoursPerWeek = 8, RecordedAt = Day });
        Assert.Equal(ann.GetHashCode(), (ann with { Skills = ["a", "b"] }).GetHashCode());
        Assert.NotEqual(ann, ann with { Skills = ["ab"] });
        Assert.NotEqual(ann, ann with { Skills = ["a"] });
        Assert.NotEqual(ann, ann with { CoveredBy = "bob" });
    }

    [Fact]
    public void Skills_are_the_owner_s_own()
    {
        var given = new List<string> { "a" };
        var ann = new Owner("ann", Day) { Skills = given };
        given.Add("b");

        Assert.Equal(["a"], ann.Skills);
        Assert.Throws<NotSupportedException>(() => ((IList<string>)ann.Skills)[0] = "c");
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Ownership("acme", " ", Day));
        Assert.Throws<ArgumentException>(() => new Ownership("", "ann", Day));
        Assert.Throws<ArgumentException>(() => new Ownership("acme", "ann", Day) { Role = "" });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Owner("ann", Day) { HoursPerWeek = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Owner("ann", Day) { HoursPerWeek = double.NaN });
        Assert.Throws<ArgumentException>(() => new Owner("ann", Day) { CoveredBy = "ann" });
        Assert.Throws<ArgumentException>(() => new Owner("ann", Day) { CoveredBy = "" });
        Assert.Throws<ArgumentNullException>(() => new Owner("ann", Day) { Skills = null! });
    }

    private static Func<int, int, AccountFacts> Account(params Ownership[] entries) =>
        (asOf, knownAt) => new AccountRecords { CustomerId = "acme", Ownerships = entries }.At(Day.AddDays(asOf), Day.AddDays(knownAt));
}
