using CustomerSuccess.Testing;

namespace CustomerSuccess.Tests.Testing;

public sealed class WrittenFactsTests
{
    private static readonly WrittenFacts Some = Facts.With("logins", 12, TimeSpan.FromDays(2)).With("plan", "pro").With("champion", true).Unknown("nps");

    [Fact]
    public void What_was_written_is_read()
    {
        Assert.Equal(["champion", "logins", "nps", "plan"], Some.Names);
        Assert.Equal((12, "pro", true), (Some.Number("logins").Value, Some.Text("plan").Value, Some.Flag("champion").Value));
        Assert.Equal(TimeSpan.FromDays(2), Some.Age("logins").Value);
        Assert.Equal("champion = yes, logins = 12 (2 days old), nps unknown (not given), plan = 'pro'", Some.ToString());
        Assert.Equal("no facts", Facts.None.ToString());
    }

    [Fact]
    public void An_unknown_is_unknown_whatever_it_is_read_as()
    {
        Assert.Equal("nps: not given", Assert.Single(Some.Number("nps").Causes).ToString());
        Assert.Equal("nps: expired: 91 days old", Assert.Single(Some.Unknown("nps", UnknownKind.Expired, "91 days old").Text("nps").Causes).ToString());
        Assert.Equal(UnknownKind.AgeNotGiven, Assert.Single(Some.Age("plan").Causes).Kind);
    }

    [Fact]
    public void What_was_not_written_is_not_declared()
    {
        Assert.Equal("nsp: not declared: written are 'champion', 'logins', 'nps', 'plan'", Assert.Single(Some.Number("nsp").Causes).ToString());
        Assert.Equal("plan: not declared: 'plan' is written as a Text", Assert.Single(Some.Number("plan").Causes).ToString());
        Assert.Equal("x: not declared", Assert.Single(Facts.None.Flag("x").Causes).ToString());
    }

    [Fact]
    public void Nan_is_never_known() =>
        Assert.Equal(UnknownKind.NotANumber, Assert.Single(Facts.With("ratio", double.NaN).Number("ratio").Causes).Kind);

    [Fact]
    public void Writing_gives_new_facts_and_the_last_word_counts()
    {
        Assert.Equal(20, Some.With("logins", 20).Number("logins").Value);
        Assert.Equal(12, Some.Number("logins").Value);
        Assert.Equal(("trial", "acme"), (Some.AsOf(default, "trial", "acme").Segment, Some.AsOf(default, "trial", "acme").CustomerId));
    }
}
