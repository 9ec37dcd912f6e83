using CustomerSuccess.Interventions;

namespace CustomerSuccess.Tests.Interventions.Reference;

/// <summary>Lets the engine and the reference live through one story.</summary>
internal sealed class StoryRun
{
    private readonly Story _story;
    private readonly StoryHost _host;
    private readonly ReferenceInterpreter _reference;
    private readonly List<string> _told = [];
    private CustomerInterventions _engine;
    private DateTimeOffset? _last;

    private StoryRun(Story story)
    {
        (_story, _reference, _host) = (story, new(story), new(story));
        _engine = _host.Engine(story.FirstRules);
    }

    /// <summary>Where the two differ, as a short story; null where they never do.</summary>
    public static string? Differs(Story story)
    {
        try
        {
            return new StoryRun(story).RunAsync().GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"seed {story.Seed}: {e}";
        }
    }

    private async Task<string?> RunAsync()
    {
        foreach (var step in _story.Steps)
        {
            _told.Add($"{step}");
            switch (step)
            {
                case StoryStep.Rules rules:
                    _reference.Switch(rules.Active);
                    _engine = _host.Engine(rules.Active);
                    continue;
                case StoryStep.Answer answer:
                    Answer(answer);
                    continue;
                case StoryStep.Cycle cycle:
                    _reference.Cycle(cycle.At);
                    if ((await _engine.RunAsync(cycle.At, cycle.IsOfChanged ? _host.Changed(_last, cycle.At) : null)).Problems is { Count: > 0 } problems)
                    {
                        return $"seed {_story.Seed}: {string.Join("; ", problems)}";
                    }

                    _last = cycle.At;
                    break;
                case StoryStep.Deliver deliver:
                    _reference.Deliver(deliver.At, deliver.ByPeopleToo);
                    await DeliverAsync(deliver);
                    break;
            }

            var (expected, actual) = (Expected(), await ActualAsync());
            if (expected != actual)
            {
                return Told(expected, actual);
            }
        }

        return null;
    }

    private async Task DeliverAsync(StoryStep.Deliver deliver)
    {
        await _engine.DeliverAsync(deliver.At);
        foreach (var customer in deliver.ByPeopleToo ? _story.Customers : [])
        {
            foreach (var touch in (await _engine.CasesAsync(customer.Id)).Where(c => c.IsOpen).SelectMany(c => c.Touches).Where(t => t is { IsByPeople: true, State: TouchState.Reserved } && t.DueAt <= deliver.At))
            {
                await _engine.CompleteAsync(customer.Id, touch.Key, deliver.At);
            }
        }
    }

    private void Answer(StoryStep.Answer step)
    {
        var sent = _reference.Cases.SelectMany(c => c.Touches.Select(t => (Case: c, Touch: t))).Where(t => t.Touch is { State: TouchState.Sent, Contact: not null } && t.Touch.Sent < step.At).OrderBy(t => t.Touch.Sent).ThenBy(t => t.Case.Key).LastOrDefault();
        if (sent.Touch is { } touch)
        {
            _host.Answer(sent.Case.Customer, new TouchKey(sent.Case.Key, 0, touch.Rung, touch.Contact), step);
        }
    }

    private string Expected() => string.Join('\n', _story.Customers.SelectMany(c => (string[])
    [
        .. _reference.Cases.Where(f => f.Customer == c.Id).OrderBy(f => f.Key).Select(f => f.ToString()),
        .. _reference.Spent.Where(s => s.Customer == c.Id).Select(s => $"{s.Key} at {Watch.Text(s.At)}: {s.Reason}").Order(StringComparer.Ordinal),
    ]));

    private async Task<string> ActualAsync()
    {
        var lines = new List<string>();
        foreach (var customer in _story.Customers)
        {
            lines.AddRange((await _engine.CasesAsync(customer.Id)).OrderBy(c => c.Key).Select(Line));
            lines.AddRange((await _host.Store.ReadAsync([customer.Id], default))[0].Events.OfType<OccurrenceSuppressed>().Select(s => $"{s.Case} at {Watch.Text(s.At)}: {s.Reason}").Order(StringComparer.Ordinal));
        }

        return string.Join('\n', lines);
    }

    private static string Line(InterventionCase found)
    {
        var line = new ReferenceCase(null!, found.CustomerId, found.Key, found.FiredAt) { Outcome = found.Closed?.Outcome, ClosedAt = found.Closed?.At, UnknownSince = found.UndeterminedSince };
        line.Touches.AddRange(found.Touches.Select(t => new ReferenceTouch(t.Key.Rung)
        {
            Contact = t.Key.ContactId,
            State = t.State,
            Due = t.DueAt,
            Channel = t.Channel,
            IsByPeople = t.IsByPeople,
            Attempts = t.Attempts,
            Sent = t.AttemptedAt,
            NotBefore = t.NotBefore,
            Ended = t.EndedAt,
            Reason = t.Reason,
        }));
        return line.ToString();
    }

    private string Told(string expected, string actual)
    {
        var rules = _story.AllRules.Select(r => $"{r.Rule.Name}: {r.Content.Trigger.GetType().Name} {(r.Content.Trigger as ConditionTrigger)?.When} for {(r.Content.Trigger as ConditionTrigger)?.For}, guard {r.Guard?.Text}, success {r.Success?.Text}, exit {r.Exit?.Text}, by group {r.IsByGroup}, {r.Content.ReEntry} {r.Content.CoolDown}, lateness {r.Content.Lateness}, within {r.Content.SuccessWithin}, unknown {r.Content.WhenUnknown}, removed {r.Content.OnRemoved}, {r.Content.Severity}, wait {r.Content.Wait}, {r.Content.Ladder.Count} rungs");
        var facts = _story.Customers.Select(c => $"{c.Id} since {Watch.Text(c.Since)}\n  active {List(c.Active)}\n  seats {List(c.Seats)}\n  users {List(c.Users)}\n  groups {List(c.Groups)}\n  reviews {List(c.Reviews)}\n  logins {List(c.Logins)}\n  contacts {List(c.Contacts)}\n  consents {List(c.Consents)}\n  talks {List(c.Talks)}");
        return $"seed {_story.Seed}\n{string.Join('\n', rules)}\n{string.Join('\n', facts)}\ncoverage {_story.Coverage}, undetermined for {_story.Policy.UndeterminedFor}\nsilences {string.Join("; ", _story.Silences)}\n{string.Join('\n', _told.TakeLast(6))}\n--- expected and not so\n{Only(expected, actual)}\n--- so and not expected\n{Only(actual, expected)}";
    }

    private static string Only(string these, string those) => string.Join('\n', these.Split('\n').Where(l => !l.StartsWith(' ') || !those.Contains(l, StringComparison.Ordinal)));

    private static string List<T>(IEnumerable<Dated<T>> all) => string.Join("; ", all.OrderBy(d => d.At).Select(d => $"{Watch.Text(d.At)}{(d.Recorded == d.At ? "" : $" (recorded {Watch.Text(d.Recorded)})")} {d.Value}"));
}
