using CustomerSuccess.Signals;
using CustomerSuccess.Tests.Support;
using static CustomerSuccess.Tests.Signals.Plans.Moment;

namespace CustomerSuccess.Tests.Signals;

/// <summary>Who caused a signal, and what counts as the customer's own usage.</summary>
[Requirement("INS-3")]
public sealed class ProvenanceTests
{
    private static readonly DateTimeOffset Day = At("2026-03-02");
    private static readonly SignalFacts Facts = Make();

    [Fact]
    public void A_signal_says_who_caused_it_the_customer_unless_stated() =>
        Assert.Equal([7d, 4, 2, 1], new[] { Logins, Logins.ByCustomer(), Logins.Causing(Provenance.Vendor), Logins.Causing(Provenance.System) }.Select(m => Facts.Read(m).Value));

    [Fact]
    public void Usage_may_exclude_what_the_vendor_caused_and_keep_the_rest() =>
        Assert.Equal((5d, 3d), (Facts.Read(Logins.Causing(Provenance.Customer, Provenance.System)).Value, Facts.Read(Logins.Causing(Provenance.Vendor, Provenance.System)).Value));

    [Fact]
    public void Every_kind_of_measure_can_exclude_it()
    {
        var zone = TimeZoneInfo.Utc;
        (SignalMeasure Measure, double All, double Own)[] cases =
        [
            (SignalMeasure.Sum("login"), 28, 10),
            (SignalMeasure.Mean("login"), 4, 2.5),
            (SignalMeasure.Minimum("login"), 1, 1),
            (SignalMeasure.Maximum("login"), 7, 4),
            (SignalMeasure.DistinctActors("login"), 3, 2),
            (SignalMeasure.ActiveDays("login", zone), 7, 4),
            (SignalMeasure.Latest("login"), 7, 4),
            (SignalMeasure.DaysSince("login"), 0, 3),
            (SignalMeasure.Slope("login"), 1, 1),
        ];

        Assert.All(cases, c => Assert.Equal((c.All, c.Own), (Math.Round(Facts.Read(c.Measure).Value, 9), Math.Round(Facts.Read(c.Measure.ByCustomer()).Value, 9))));
    }

    [Fact]
    public void The_same_person_may_act_for_the_customer_and_for_the_vendor() =>
        Assert.Equal((1d, 2d), (Facts.Read(Logins.By("ann").Causing(Provenance.Vendor)).Value, Facts.Read(Logins.By("ann").ByCustomer()).Value));

    private static SignalMeasure Logins { get; } = SignalMeasure.Count("login");

    // Days 1 to 4 by the customer (ann, bob, ann, bob), 5 and 6 by the vendor (ann, support), 7 by a job.
    private static SignalFacts Make()
    {
        var log = new SignalLog();
        for (var i = 1; i <= 7; i++)
        {
            log.Append(new("acme", "login", Day.AddDays(i))
            {
                Value = i,
                Actor = i == 7 ? null : i == 6 ? "support" : i % 2 == 1 ? "ann" : "bob",
                Provenance = i < 5 ? Provenance.Customer : i < 7 ? Provenance.Vendor : Provenance.System,
            });
        }

        return log.Facts("acme", Day.AddDays(7)).Signals;
    }
}
