using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Signals;

public sealed class SignalLanguageTests
{
    [Theory]
    [InlineData("signals.login.count(days(28))", 3)]
    [InlineData("signals.login.by('customer').count(days(28))", 2)]
    [InlineData("signals.login.by('customer').by('vendor').count(days(28))", 3)]
    [InlineData("signals.login.actor('ada').count(days(28))", 1)]
    [InlineData("signals.login.by('customer').by('vendor').by('system').by('vendor').count()", 4)]
    [InlineData("signals.login.count()", 4)]
    [InlineData("signals.login.count(duration('96h'))", 1)]
    [InlineData("signals.login.count(days(4 * 7))", 3)]
    [InlineData("signals.login.distinct(days(28))", 2)]
    [InlineData("signals.login.activeDays(days(28), 'Europe/Berlin')", 3)]
    [InlineData("signals.login.age().inDays()", 3)]
    [InlineData("signals.login.by('customer').age(days(10)).inDays()", 5)]
    [InlineData("signals.nps.latest()", 50)]
    [InlineData("signals.nps.sum(days(60))", 80)]
    [InlineData("signals.nps.avg(days(60))", 40)]
    [InlineData("signals.nps.min() + signals.nps.max()", 80)]
    [InlineData("signals.nps.trend(days(60)) * 30.0", 20)]
    [InlineData("signals.login.lastYear('UTC').count(days(28))", 1)]
    [InlineData("signals.nps.lastCycle('terms').count(days(28))", 0)]
    [InlineData("signals.login.product('api').count(days(28))", 0)]
    public void A_chain_is_read_as_the_measure_that_it_is(string text, double expected) =>
        Assert.Equal(expected, Acme.Language.Number(text).Read(Acme.Facts()).Value, 1e-12);

    [Theory]
    [InlineData("signals.logins.count(days(28)) > 1", "EX007", "Did you mean 'login'?")]
    [InlineData("signals.login.by('custmer').count(days(28)) > 1", "LA003", "Did you mean 'customer'?")]
    [InlineData("signals.login.count(28) > 1", "EX006", null)]
    [InlineData("signals.login.count(days(0)) > 1", "LA003", "Write for instance days(28).")]
    [InlineData("signals.login.count(now - customer.since) > 1", "LA003", "Write it out: days(28).")]
    [InlineData("signals.login.actor(customer.plan).count(days(28)) > 1", "LA003", "Write it out: 'customer'.")]
    [InlineData("signals.login.activeDays(days(28), 'Europe/Berln') > 1", "LA003", null)]
    [InlineData("signals.login.lastYear('Mars').count(days(28)) > 1", "LA003", null)]
    [InlineData("signals.login.lastCycle('term').count(days(28)) > 1", "LA003", "Did you mean 'terms'?")]
    [InlineData("signals.login.avg(days(28)) > 1", "LA004", null)]
    [InlineData("known(signals.login)", "LA003", "Say what is to be computed of it, for instance signals.login.count(days(28)).")]
    [InlineData("[signals].size() == 1", "LA003", null)]
    [InlineData("signals.login.actor('').count(days(28)) > 1", "LA003", null)]
    [InlineData("signals.login.actor('ada').actor('bob').count() > 1", "LA003", "A chain names one actor, one product and one cycle; 'by' alone may be said of several.")]
    [InlineData("signals.login.lastYear('UTC').lastCycle('terms').count(days(7)) > 1", "LA003", null)]
    [InlineData("signals.login.activeDays('localtime') > 1", "LA003", null)]
    [InlineData("signals.login.count(days(106752)) > 1", "LA003", "Write for instance days(28).")]
    [InlineData("has(signals.login)", "LA003", "Say what is to be computed of it, for instance signals.NAME.count(days(28)).")]
    public void What_is_no_whole_chain_with_constants_is_a_mistake_with_its_place(string text, string code, string? cure)
    {
        var found = Assert.Single(Assert.Throws<ConfigurationException>(() => Acme.Language.Condition(text)).Diagnostics);

        Assert.Equal(code, found.Code);
        Assert.Equal(cure ?? found.Cure, found.Cure);
        Assert.Equal(1, found.Line);
        Assert.NotNull(found.Marked);
    }

    [Fact]
    [Requirement("INS-8")]
    public void What_an_expression_reads_is_known_before_it_runs()
    {
        var condition = Acme.Language.Condition("signals.login.by('customer').count(days(28)) < 3 && customer.plan == 'pro' && now > customer.signed");

        Assert.Equal(["customer.plan", "customer.signed", "now", "signals.login"], condition.Reads);
        Assert.Equal([SignalMeasure.Count("login").ByCustomer().InLast(28)], condition.Sources.OfType<SignalMeasure>());
    }

    [Fact]
    public void What_is_not_known_says_why_and_nothing_is_0_only_where_the_source_is_complete()
    {
        var log = Acme.Signals();
        log.Covers("login", new() { Through = Acme.Day.AddDays(-1) });

        Assert.Equal("login: incomplete through 2026-03-01", Assert.Single(Acme.Language.Number("signals.login.count(days(28))").Read(log.Facts("acme", Acme.Day)).Causes).ToString());
        Assert.Equal(0, Acme.Language.Number("signals.login.count(days(28))").Read(log.Facts("nobody", Acme.Day.AddDays(-2))).Value);
        Assert.Equal("nps: no observations", Assert.Single(Acme.Language.Number("signals.nps.latest()").Read(log.Facts("nobody", Acme.Day)).Causes).ToString());
        Assert.Equal("nps: no observations", Assert.Single(Acme.Language.Condition("signals.nps.age() > days(3)").Holds(log.Facts("nobody", Acme.Day)).Causes).ToString());
    }

    [Fact]
    public void A_window_that_is_compared_with_a_threshold_wakes_when_the_comparison_itself_changes()
    {
        Assert.Equal(Acme.Day.AddDays(23), Until("signals.login.count(days(28)) >= 2"));
        Assert.Equal(Acme.Day.AddDays(8), Until("signals.login.count(days(28)) >= 3"));
        Assert.Equal(Acme.Day.AddDays(25), Until("signals.login.count(days(28)) >= 1"));
        Assert.Equal(Acme.Day.AddDays(27), Until("signals.login.age() < days(30)"));
        Assert.Equal(Acme.Day.AddDays(27).AddTicks(1), Until("signals.login.age() <= days(30)"));
        Assert.Null(Until("signals.nps.count() == 2"));
        Assert.Equal(Acme.Day.AddHours(23), Until("now.getDayOfWeek('Europe/Berlin') == 1"));

        static DateTimeOffset? Until(string text) => Acme.Language.Condition(text).HoldsUntil(Acme.Facts()).Until;
    }

    [Fact]
    public void What_is_not_foreseen_is_said_when_it_is_loaded_and_asked_again_after_a_time()
    {
        var condition = Acme.Language.Condition("signals.login.age().inDays() * 2.0 < 10.0");

        Assert.Equal("signals.login.age().inDays() * 2.0", Assert.Single(condition.Opaque));
        Assert.Equal(Acme.Day.AddDays(1), condition.HoldsUntil(Acme.Facts()).Until);
        Assert.Equal(Acme.Day.AddHours(6), condition.HoldsUntil(Acme.Facts(), TimeSpan.FromHours(6)).Until);
        Assert.Empty(Acme.Language.Condition("signals.login.age().inDays() < 10.0").Opaque);
        Assert.Throws<ArgumentOutOfRangeException>(() => condition.HoldsUntil(Acme.Facts(), TimeSpan.Zero));
    }
}
