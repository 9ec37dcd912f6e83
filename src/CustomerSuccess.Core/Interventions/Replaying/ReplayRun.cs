using CustomerSuccess.Health;

namespace CustomerSuccess.Interventions;

/// <summary>One replay: the engine over what was read of the customers once, cycle by cycle.</summary>
internal sealed class ReplayRun
{
    private readonly CustomerInterventions _engine;
    private readonly InMemoryInterventionStore _store;
    private readonly ReplaySchedule _schedule;
    private readonly ReplayPeople _people;
    private readonly EvaluationGrid _grid;
    private readonly bool _onGrid;
    private readonly List<InterventionProblem> _problems;
    private int _cycles;

    private ReplayRun(CustomerInterventions engine, InMemoryInterventionStore store, ReplaySchedule schedule, ReplayOptions options, List<InterventionProblem> problems)
    {
        (_engine, _store, _schedule, _problems) = (engine, store, schedule, problems);
        (_people, _grid, _onGrid) = (new(engine, options.HumanTouchesPerDay), engine.Health.Plan.Model.Grid, options.Cycles == ReplayCycles.OnGrid);
    }

    public static async Task<ReplayReport> RunAsync(CustomerInterventions interventions, DateTimeOffset from, DateTimeOffset to, ReplayOptions options, CancellationToken cancellationToken)
    {
        var (health, read, failures) = await interventions.Health.KeptAsync(options.Customers, to, cancellationToken).ConfigureAwait(false);
        var store = new InMemoryInterventionStore();
        var engine = interventions.Over(health, new() { Store = store, Silences = options.Silences, Channels = [.. ChannelsOf(interventions, read).Select(c => new RecordingChannel(c))] });
        var schedule = new ReplaySchedule(read, engine.Rules, health.Plan.Model.Grid, from, to, options.Cycles == ReplayCycles.OnGrid);
        var run = new ReplayRun(engine, store, schedule, options, [.. failures.Select(f => new InterventionProblem(f.Customer, null, f.Reason))]);
        await run.RunAsync(from, to, cancellationToken).ConfigureAwait(false);
        string[] ids = [.. read.Select(r => r.CustomerId)];
        var logs = await store.ReadAsync(ids, cancellationToken).ConfigureAwait(false);
        return new ReplayTally(logs, engine.Rules, run._people.Waiting, options.Near).Report(engine.ConfigurationHash, from, to, options.Cycles, run._cycles, [.. run._problems.Distinct()]);
    }

    private async ValueTask RunAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        DateTimeOffset? next = from;
        while (next is { } at && at <= to)
        {
            var tried = await StepAsync(at, isFirst: at == from, cancellationToken).ConfigureAwait(false);
            next = _onGrid ? _grid.FirstAfter(at) : Next(at, tried);
        }
    }

    // What is sent or done begins a wait: it is looked at right after. What stays due all the same is looked at with the next point of the grid.
    private DateTimeOffset? Next(DateTimeOffset at, bool tried)
    {
        if (tried && _store.IsDue(at))
        {
            return at.AddTicks(1);
        }

        var next = ConditionWalk.Earlier(_store.NextDueAfter(at), _schedule.Next);
        return _store.IsDue(at) || _people.IsForLater ? ConditionWalk.Earlier(next, _people.IsForLater ? Midnight(at) : _grid.FirstAfter(at)) : next;
    }

    private async ValueTask<bool> StepAsync(DateTimeOffset at, bool isFirst, CancellationToken cancellationToken)
    {
        var changed = _schedule.Take(at);
        var report = await _engine.RunAsync(at, isFirst ? null : changed, cancellationToken).ConfigureAwait(false);
        _cycles++;
        _problems.AddRange(report.Problems);
        _people.See(report.Changes);
        var tried = false;
        if (report.Events.Any(e => e is TouchReserved { IsByPeople: false }))
        {
            var delivery = await _engine.DeliverAsync(at, cancellationToken).ConfigureAwait(false);
            _problems.AddRange(delivery.Problems);
            tried = true;
        }

        return await _people.WorkAsync(at, cancellationToken).ConfigureAwait(false) || tried;
    }

    private static DateTimeOffset? Midnight(DateTimeOffset at) => at.UtcDateTime.Date < DateTime.MaxValue.Date ? new DateTimeOffset(at.UtcDateTime.Date.AddDays(1), TimeSpan.Zero) : null;

    // Every channel that a touch may have: of experiences, of rungs, of contacts.
    private static IEnumerable<string> ChannelsOf(CustomerInterventions interventions, IEnumerable<CustomerHistory> read) =>
        interventions.Health.Plan.Model.Facts.Schemes.SelectMany(s => s.Segments).SelectMany(s => s.Experience?.Channels ?? [])
            .Concat(interventions.Rules.Rules.SelectMany(r => r.Content.Ladder).SelectMany(r => r.Channels))
            .Concat(read.SelectMany(r => r.Channels))
            .Where(c => !string.IsNullOrWhiteSpace(c)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
