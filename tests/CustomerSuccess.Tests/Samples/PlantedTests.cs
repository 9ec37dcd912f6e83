using CustomerSuccess.Customers;
using CustomerSuccess.Portfolio.Simulating;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Tests.Samples;

/// <summary>What docs/simulator.md says is planted really is.</summary>
public sealed class PlantedTests
{
    private static readonly Lazy<Simulation> Shared = new(() => Simulation.Run(new SimulationOptions { Accounts = 300 }));

    private static IEnumerable<(SimulatedAccount Account, Signal Signal)> Signals =>
        Shared.Value.Accounts.SelectMany(a => a.Signals.Select(s => (a, s)));

    [Fact]
    public void People_log_in_more_the_higher_the_latent_value()
    {
        var at = Shared.Value.Options.End;
        var pairs = (from account in Shared.Value.Accounts
                     where account.LatentValueAt(at.AddDays(-1)) is not null && account.Versions[0].EffectiveAt < at.AddDays(-90)
                     let seats = account.Subscriptions.Last(s => s.Seats is not null).Seats!.Value
                     let logins = account.Signals.Count(s => s.Name == "login" && s.Provenance == Provenance.Customer && s.OccurredAt > at.AddDays(-28))
                     select (account.LatentValueAt(at.AddDays(-14))!.Value, logins / seats)).ToList();
        Assert.InRange(Correlation(pairs), 0.4, 1);
    }

    [Fact]
    public void Marks_of_surveys_go_with_the_latent_value_and_those_of_low_value_answer_less_often()
    {
        var marks = Signals.Where(s => s.Signal.Name == "nps").Select(s => (s.Account.LatentValueAt(s.Signal.OccurredAt)!.Value, s.Signal.Value!.Value)).ToList();
        Assert.InRange(Correlation(marks), 0.5, 1);
        Assert.All(marks, m => Assert.True(m.Item2 is >= 0 and <= 10 && m.Item2 == Math.Floor(m.Item2)));
        Assert.True(marks.Average(m => m.Item1) > Lived().Average() + 0.1);
    }

    [Fact]
    public void Severe_tickets_come_from_a_lower_value_than_questions()
    {
        var tickets = Signals.Where(s => s.Signal.Name == "ticket").ToLookup(s => s.Signal.Value >= 3, s => s.Account.LatentValueAt(s.Signal.OccurredAt)!.Value);
        Assert.True(tickets[true].Average() < tickets[false].Average() - 0.2);
    }

    [Fact]
    public void The_vendor_looks_in_more_often_where_it_goes_badly_and_the_nightly_system_every_night_wherever_it_goes()
    {
        var visits = Signals.Where(s => s.Signal is { Provenance: Provenance.Vendor, Actor: "customer-success" }).Select(s => s.Account.LatentValueAt(s.Signal.OccurredAt)!.Value);
        Assert.True(visits.Average() < Lived().Average() - 0.2);
        var nights = Shared.Value.Accounts.Select(a => a.Signals.Count(s => s.Provenance == Provenance.System)).Where(n => n > 0).ToList();
        Assert.InRange(nights.Count, 40, 80);
        Assert.Contains(730, nights);
    }

    [Fact]
    public void Weekends_and_Christmas_are_quiet()
    {
        var logins = Signals.Where(s => s.Signal is { Name: "login", Provenance: Provenance.Customer }).Select(s => s.Signal.OccurredAt).ToList();
        var weekend = logins.Count(l => l.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.InRange((double)weekend / logins.Count, 0.01, 0.05);
        int On(int month, int from) => logins.Count(l => l.Year == 2024 && l.Month == month && l.Day >= from && l.Day < from + 7);
        Assert.True(On(12, 24) < 0.6 * On(12, 10));
    }

    [Fact]
    public void Of_100_signals_about_4_become_known_days_later()
    {
        var caused = Signals.Where(s => s.Signal.Provenance == Provenance.Customer).ToList();
        Assert.InRange(caused.Count(s => s.Signal.RecordedAt > s.Signal.OccurredAt) / (double)caused.Count, 0.03, 0.05);
        Assert.Contains(Shared.Value.Accounts.SelectMany(a => a.Outcomes), o => o.Kind == OutcomeKind.NoticeGiven && o.RecordedAt > o.DecidedAt);
    }

    [Fact]
    public void Those_who_leave_had_a_lower_value_and_their_usage_halves_after_the_notice()
    {
        var notices = Outcomes(OutcomeKind.NoticeGiven).Where(n => n.Account.Outcomes.Any(o => o.IsLoss && o.DecidedAt > n.Outcome.DecidedAt)).ToList();
        var renewals = Outcomes(OutcomeKind.Renewal).ToList();
        Assert.True(Value(notices) < Value(renewals) - 0.5);
        Assert.InRange(notices.Sum(n => Logins(n, 0)) / (double)notices.Sum(n => Logins(n, -28)), 0.3, 0.7);

        static double Value(List<(SimulatedAccount Account, Outcome Outcome)> decided) => decided.Average(d => d.Account.LatentValueAt(d.Outcome.DecidedAt)!.Value);

        static int Logins((SimulatedAccount Account, Outcome Outcome) notice, int from) => notice.Account.Signals.Count(s =>
            s is { Name: "login", Provenance: Provenance.Customer } && (s.OccurredAt - notice.Outcome.DecidedAt).TotalDays is var day && day >= from && day < from + 28);
    }

    [Fact]
    public void Nobody_knows_every_industry_and_some_are_known_to_have_none()
    {
        var industries = Shared.Value.Accounts.Select(a => a.Traits.FirstOrDefault(t => t.Name == "industry")?.Value.Kind).ToList();
        Assert.Contains(null, industries);
        Assert.Contains(TraitKind.Null, industries);
    }

    [Fact]
    public void Some_accounts_have_a_parent_some_come_back_and_some_have_nobody_who_looks_after_them_for_a_while()
    {
        Assert.Contains(Shared.Value.Accounts, a => a.Versions[0].ParentId is not null);
        Assert.Contains(Shared.Value.Accounts, a => a.Outcomes.Any(o => o.Kind == OutcomeKind.Return) && a.Versions.Any(v => !v.IsActive));
        Assert.Contains(Shared.Value.Accounts, a => a.Ownerships.Any(o => o.OwnerId is null) && a.Ownerships[^1].OwnerId is not null);
    }

    private static IEnumerable<(SimulatedAccount Account, Outcome Outcome)> Outcomes(OutcomeKind kind) =>
        Shared.Value.Accounts.SelectMany(a => a.Outcomes.Where(o => o.Kind == kind).Select(o => (a, o)));

    // The latent value of every account at the end of every month.
    private static IEnumerable<double> Lived() =>
        from account in Shared.Value.Accounts
        from month in Enumerable.Range(1, 23)
        let value = account.LatentValueAt(SimulationOptions.Start.AddMonths(month))
        where value is not null
        select value.Value;

    private static double Correlation(List<(double X, double Y)> pairs)
    {
        var (x, y) = (pairs.Average(p => p.X), pairs.Average(p => p.Y));
        return pairs.Sum(p => (p.X - x) * (p.Y - y)) / Math.Sqrt(pairs.Sum(p => (p.X - x) * (p.X - x)) * pairs.Sum(p => (p.Y - y) * (p.Y - y)));
    }
}
