using CustomerSuccess.Contacts;
using CustomerSuccess.Health;
using CustomerSuccess.Portfolio.Simulating;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>
/// What a quarter happens in: the simulation, with contacts, talks, issues and plans that it does not have by itself; and of whom anything becomes known
/// on which day.
/// </summary>
internal sealed class QuarterWorld
{
    // A launch is looked at for half a year.
    private const int LaunchDays = 180;

    private readonly Lock _gate = new();
    private readonly HashSet<string>[] _changed = [.. Enumerable.Range(0, QuarterCalendar.Days).Select(_ => new HashSet<string>(StringComparer.Ordinal))];
    private readonly List<Interaction> _talks = [];
    private readonly List<Issue> _issues = [];

    public QuarterWorld(Simulation simulation, QuarterCalendar calendar, PlanTemplate? launch)
    {
        (Simulation, Calendar) = (simulation, calendar);
        foreach (var account in simulation.Accounts)
            Add(account, launch);
        Sources = CustomerSources.InMemory(simulation.Log, simulation.Signals, Contacts, Plans);
        Answers = new TouchAnswers(simulation.Options.Seed, Answered);
    }

    public Simulation Simulation { get; }

    public QuarterCalendar Calendar { get; }

    public ContactLog Contacts { get; } = new();

    public PlanLog Plans { get; } = new();

    public CustomerSources Sources { get; }

    public TouchAnswers Answers { get; }

    /// <summary>The talks and severe issues of a day of the quarter, by customer and then by when they became known: work that no rule asks for.</summary>
    public (IEnumerable<Interaction> Talks, IEnumerable<Issue> Issues) WorkOf(int day)
    {
        bool IsOf(DateTimeOffset recorded) => Calendar.FirstCycleAfter(recorded) == day;
        return (_talks.Where(t => IsOf(t.RecordedAt)), _issues.Where(i => i.ClosedAt is null && IsOf(i.RecordedAt)));
    }

    /// <summary>Who looks after a customer at an instant; null where nobody does.</summary>
    public string? OwnerOf(string customer, DateTimeOffset at) => Simulation.Find(customer)!.Ownerships.LastOrDefault(o => o.EffectiveAt <= at)?.OwnerId;

    /// <summary>The customers of whom anything was recorded since the cycle before that of a day.</summary>
    public IReadOnlyCollection<string> ChangedBy(int day)
    {
        lock (_gate)
        {
            return [.. _changed[day].Order(StringComparer.Ordinal)];
        }
    }

    private void Add(SimulatedAccount account, PlanTemplate? launch)
    {
        var options = Simulation.Options;
        var profile = AccountSimulator.Profile(Simulation.NumberOf(account), options);
        Xoshiro256 Dice(Purpose purpose) => Xoshiro256.For(options.Seed, profile.Number, (int)purpose);
        var people = new QuarterPeople(profile, account, Dice(Purpose.Contacts), Contacts);
        foreach (var talk in new QuarterTalks(profile, account, people, Dice(Purpose.Talks), options.Days).All())
            Add(talk);
        foreach (var issue in QuarterIssues.Of(account, Dice(Purpose.Issues)))
            Add(issue);
        if (launch is not null && Simulating.Calendar.At(profile.FirstDay) is var first && first >= Calendar.From.AddDays(-LaunchDays) && first < Calendar.To)
            Add(new QuarterPlan(profile, account, launch, account.Ownerships[0].OwnerId!, Dice(Purpose.Plans)));
        See(account.Id, account.Versions.Cast<IDated>().Concat(account.Traits).Concat(account.Subscriptions).Concat(account.Outcomes).Concat(account.Ownerships).Select(r => r.RecordedAt));
        See(account.Id, account.Signals.Select(s => s.RecordedAt));
        See(account.Id, people.Recorded);
    }

    private void Add(Interaction talk)
    {
        Contacts.Add(talk);
        _talks.Add(talk);
        See(talk.CustomerId, [talk.RecordedAt]);
    }

    private void Add(Issue issue)
    {
        Contacts.Add(issue);
        _issues.Add(issue);
        See(issue.CustomerId, [issue.RecordedAt]);
    }

    private void Add(QuarterPlan plan)
    {
        Plans.Add(plan.Version);
        foreach (var given in plan.Events)
            Plans.Add(given);
        See(plan.Version.Holder.Id, plan.Events.Select(e => e.RecordedAt).Append(plan.Version.RecordedAt));
    }

    private void Answered(Interaction answer)
    {
        Contacts.Add(answer);
        See(answer.CustomerId, [answer.RecordedAt]);
    }

    private void See(string customer, IEnumerable<DateTimeOffset> recorded)
    {
        lock (_gate)
        {
            foreach (var cycle in recorded.Select(Calendar.FirstCycleAfter).Where(c => c >= 0 && c < _changed.Length))
                _changed[cycle].Add(customer);
        }
    }
}
