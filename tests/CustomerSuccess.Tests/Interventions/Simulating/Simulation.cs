using CustomerSuccess.Interventions;
using CustomerSuccess.Tests.Interventions.Reference;

namespace CustomerSuccess.Tests.Interventions.Simulating;

/// <summary>How a portfolio is run: what comes of it is the same.</summary>
internal sealed record SimulationWay(string Name)
{
    public int Threads { get; init; } = 1;

    public int Batch { get; init; } = 64;

    /// <summary>Two engines do everything at once.</summary>
    public bool Twice { get; init; }

    /// <summary>Every other cycle is cancelled at some call of the store, and repeated.</summary>
    public bool Cancelled { get; init; }
}

/// <summary>A portfolio, run night by night.</summary>
internal sealed class Simulation
{
    private readonly Story _story;
    private readonly StoryHost _host;
    private readonly CancellingStore _store = new(new InMemoryInterventionStore());
    private readonly SimulationWay _way;
    private readonly CustomerInterventions[] _engines;
    private readonly SimulationLaws _laws;
    private readonly Random _chance;

    private Simulation(Story story, SimulationWay way)
    {
        (_story, _way, _chance) = (story, way, new(story.Seed));
        _host = new(story) { Store = _store, Threads = way.Threads, Batch = way.Batch };
        _engines = [.. Enumerable.Range(0, way.Twice ? 2 : 1).Select(_ => _host.Engine(story.FirstRules))];
        _laws = new(story);
    }

    /// <summary>What broke a law.</summary>
    public IReadOnlyList<string> Offences => _laws.Offences;

    /// <summary>How many touches were sent or done.</summary>
    public int Touches => _laws.Touches;

    /// <summary>How every case stands at the end, and what was held back.</summary>
    public string State { get; private set; } = "";

    public static async Task<Simulation> RunAsync(Story story, SimulationWay way)
    {
        var run = new Simulation(story, way);
        DateTimeOffset? last = null;
        foreach (var step in story.Steps)
        {
            switch (step)
            {
                case StoryStep.Cycle cycle:
                    await run.CycleAsync(cycle, cycle.IsOfChanged ? run._host.Changed(last, cycle.At) : null);
                    last = cycle.At;
                    break;
                case StoryStep.Deliver deliver:
                    await run.DeliverAsync(deliver.At);
                    break;
                case StoryStep.Answer answer:
                    await run.AnswerAsync(answer);
                    break;
            }

            run._laws.Standing(await run.CasesAsync());
        }

        run._laws.Budgets(await run.CasesAsync());
        run.State = await run.StateAsync();
        return run;
    }

    private async Task CycleAsync(StoryStep.Cycle cycle, string[]? changed)
    {
        if (_way.Cancelled && _chance.Next(2) == 0)
        {
            using var cancel = new CancellationTokenSource();
            _store.CancelsAfter(_chance.Next(1, 30), cancel);
            try
            {
                await _engines[0].RunAsync(cycle.At, changed, cancel.Token);
                return;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // It is repeated below.
            }
            finally
            {
                _store.CancelsAfter(0, null);
            }
        }

        await Task.WhenAll(_engines.Select(engine => Task.Run(async () =>
        {
            try
            {
                await engine.RunAsync(cycle.At, changed);
            }
            catch (ArgumentOutOfRangeException) when (_way.Twice)
            {
                // The other one has done it already.
            }
        })));
    }

    private async Task DeliverAsync(DateTimeOffset at)
    {
        var before = _host.Channels.Select(c => c.Messages.Count).ToArray();

        // Whose unit is the last one depends on who asks first: with budgets one engine delivers.
        var engines = _story.Policy.Budgets.Count == 0 ? _engines : _engines[..1];
        await Task.WhenAll(engines.Select(e => Task.Run(() => e.DeliverAsync(at))));
        var cases = await CasesAsync();
        foreach (var message in _host.Channels.SelectMany((c, place) => c.Messages.Skip(before[place])))
        {
            _laws.Attempted(cases, message.CustomerId, message.Key, message.Channel, message.Purpose, at, isByPeople: false);
        }

        foreach (var touch in cases.Where(c => c.IsOpen).SelectMany(c => c.Touches.Where(t => t is { IsByPeople: true, State: TouchState.Reserved } && t.DueAt <= at).Select(t => (c.CustomerId, Touch: t))).ToArray())
        {
            if ((await _engines[0].CompleteAsync(touch.CustomerId, touch.Touch.Key, at)).IsAllowed)
            {
                _laws.Attempted(await CasesAsync(), touch.CustomerId, touch.Touch.Key, touch.Touch.Channel, null, at, isByPeople: true);
            }
        }
    }

    private async Task AnswerAsync(StoryStep.Answer step)
    {
        var sent = (await CasesAsync()).SelectMany(c => c.Touches.Where(t => t is { State: TouchState.Sent, Key.ContactId: not null } && t.AttemptedAt < step.At).Select(t => (c.CustomerId, Touch: t)))
            .OrderBy(t => t.Touch.AttemptedAt).ThenBy(t => t.Touch.Key.ToString(), StringComparer.Ordinal).LastOrDefault();
        if (sent.Touch is { } touch)
        {
            _host.Answer(sent.CustomerId, touch.Key, step);
        }
    }

    private async Task<List<InterventionCase>> CasesAsync()
    {
        var all = new List<InterventionCase>();
        foreach (var customer in _story.Customers)
        {
            all.AddRange(await _engines[0].CasesAsync(customer.Id));
        }

        return all;
    }

    private async Task<string> StateAsync()
    {
        var lines = (await CasesAsync()).Select(c => $"{c} {c.Closed?.At:O} {c.UndeterminedSince:O}: {string.Join(", ", c.Touches.Select(t => $"{t} {t.Channel} {t.DueAt:O} {t.AttemptedAt:O} {t.NotBefore:O} {t.EndedAt:O} {t.Reason} {t.Attempts}"))}").ToList();
        foreach (var log in await _store.ReadAsync([.. _story.Customers.Select(c => c.Id)], default))
        {
            lines.AddRange(log.Events.OfType<OccurrenceSuppressed>().Select(s => $"{log.CustomerId}: {s.Case} {s.At:O} {s.Reason}"));
        }

        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }
}
