using CustomerSuccess.Composition;
using CustomerSuccess.Health;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Portfolio.Quarter;

/// <summary>
/// A quarter day by day: a cycle over those of whom anything is new and those who are due, deliveries, work that no rule asks for, and the queues of
/// people, worked off as far as there is time.
/// </summary>
internal sealed class QuarterRun
{
    /// <summary>How many minutes of a workday each has for what rules ask for.</summary>
    public const double MinutesADay = 120;

    private readonly QuarterWorld _world;
    private readonly QuarterQueues _queues;
    private readonly SortedDictionary<string, IReadOnlyList<InterventionCase>> _cases = new(StringComparer.Ordinal);
    private readonly InMemoryInterventionStore _store = new();
    private readonly HashSet<string> _stale = new(StringComparer.Ordinal);

    public QuarterRun(QuarterWorld world, CustomerConfiguration configuration)
    {
        _world = world;
        Health = configuration.Over(world.Sources);
        Engine = CustomerInterventions.Of(Health, configuration.Rules, new() { Store = _store, Channels = [.. TouchAnswers.Channels.Select(c => new AnsweringChannel(c.Channel, world.Answers))] });
        _queues = new(Health);
    }

    public CustomerHealth Health { get; }

    public CustomerInterventions Engine { get; }

    /// <summary>The cases of all customers, those that are over and work that no rule asked for too.</summary>
    public IEnumerable<InterventionCase> Cases => _cases.Values.SelectMany(c => c);

    public HeldBack HeldBack { get; } = new();

    /// <summary>How many customers were evaluated, over all cycles.</summary>
    public int Evaluated { get; private set; }

    /// <summary>How many touches by people there was no time for on the day, over all days.</summary>
    public int Postponed { get; private set; }

    public List<InterventionProblem> Problems { get; } = [];

    /// <summary>The queues of the last workday, before they were worked off.</summary>
    public SortedDictionary<string, WorkQueue> LastQueues { get; private set; } = new(StringComparer.Ordinal);

    public async Task RunAsync()
    {
        for (var day = 0; day < QuarterCalendar.Days; day++)
        {
            var (morning, afternoon) = (_world.Calendar.Cycle(day), _world.Calendar.Afternoon(day));
            var report = await Engine.RunAsync(morning, day == 0 ? null : _world.ChangedBy(day)).ConfigureAwait(false);
            Evaluated += report.Evaluated;
            Take(report.Changes, report.Problems);
            await DeliverAsync(morning).ConfigureAwait(false);
            await RecordOtherWorkAsync(day).ConfigureAwait(false);
            await DeliverAsync(afternoon).ConfigureAwait(false);
            if (QuarterCalendar.IsWorkday(afternoon))
                await WorkAsync(afternoon).ConfigureAwait(false);
        }

        await RefreshAsync().ConfigureAwait(false);
        foreach (var log in await _store.ReadAsync([.. _cases.Keys], CancellationToken.None).ConfigureAwait(false))
            HeldBack.Add(log.Events);
    }

    private async Task DeliverAsync(DateTimeOffset at)
    {
        var report = await Engine.DeliverAsync(at).ConfigureAwait(false);
        Take(report.Changes, report.Problems);
    }

    private void Take(IReadOnlyList<CustomerEvents> changes, IEnumerable<InterventionProblem> problems)
    {
        foreach (var change in changes)
            _stale.Add(change.CustomerId);
        Problems.AddRange(problems);
    }

    private async Task RecordOtherWorkAsync(int day)
    {
        var (talks, issues) = _world.WorkOf(day);
        foreach (var (customer, work) in talks.Select(t => (t.CustomerId, QuarterTalks.WorkOf(t, _world.OwnerOf(t.CustomerId, t.OccurredAt))))
            .Concat(issues.Select(i => (i.CustomerId, QuarterIssues.WorkOf(i, _world.OwnerOf(i.CustomerId, i.OpenedAt))))))
        {
            await Engine.RecordWorkAsync(customer, work).ConfigureAwait(false);
            _stale.Add(customer);
        }
    }

    private async Task WorkAsync(DateTimeOffset at)
    {
        await RefreshAsync().ConfigureAwait(false);
        LastQueues = await _queues.AtAsync([.. Cases], at, MinutesADay).ConfigureAwait(false);
        foreach (var queue in LastQueues.Values)
        {
            Postponed += queue.Cut.Count;
            foreach (var item in queue.Taken.Select(w => w.Item))
            {
                await DoAsync(item, at).ConfigureAwait(false);
            }
        }
    }

    // What is over since the morning is left: the next cycle closes it.
    private async Task DoAsync(WorkItem item, DateTimeOffset at)
    {
        var may = await Engine.MayAttemptAsync(item.CustomerId, item.Touch.Key, at).ConfigureAwait(false);
        if (may.Reason is SuppressionReason.CaseOver or SuppressionReason.SuccessMet)
            return;
        var verdict = await Engine.CompleteAsync(item.CustomerId, item.Touch.Key, at).ConfigureAwait(false);
        _stale.Add(item.CustomerId);
        if (verdict.IsAllowed)
            _world.Answers.Done(item.Touch, item.CustomerId, at);
    }

    private async Task RefreshAsync()
    {
        foreach (var customer in _stale)
            _cases[customer] = await Engine.CasesAsync(customer).ConfigureAwait(false);
        _stale.Clear();
    }
}
