using CustomerSuccess.Interventions;

namespace CustomerSuccess.Tests.Interventions.Reference;

/// <summary>
/// What semantics say, done slowly: at every cycle every customer, every firing since its rule is active, every case from its beginning, with facts
/// formed anew. Nothing sleeps and nothing is kept but cases and what is spent.
/// </summary>
internal sealed partial class ReferenceInterpreter(Story story)
{
    private Dictionary<string, (StoryRule Rule, DateTimeOffset Since)> _active = [];
    private IReadOnlyList<StoryRule> _rules = story.FirstRules;
    private DateTimeOffset? _last;

    public List<ReferenceCase> Cases { get; private set; } = [];

    public List<ReferenceSpent> Spent { get; } = [];

    public void Switch(IReadOnlyList<StoryRule> rules) => _rules = rules;

    public void Cycle(DateTimeOffset at)
    {
        _active = _rules.ToDictionary(r => r.Rule.Name, r => _active.TryGetValue(r.Rule.Name, out var known) && known.Rule.Rule.ConfigurationHash == r.Rule.ConfigurationHash ? known : (r, at));
        var (requests, opened, before) = (new List<Request>(), new List<ReferenceCase>(), Cases.Where(c => c.IsOpen).ToArray());
        foreach (var customer in story.Customers.OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            var watch = new Watch(story, customer, at);
            foreach (var open in Cases.Where(c => c.Customer == customer.Id && c.IsOpen))
            {
                Continue(open, watch);
            }

            foreach (var (rule, since) in _rules.Select(r => _active[r.Rule.Name]))
            {
                Open(rule, since, watch, opened);
            }
        }

        Settle(opened, before);
        foreach (var customer in story.Customers)
        {
            var watch = new Watch(story, customer, at);
            foreach (var open in Cases.Where(c => c.Customer == customer.Id && c.IsOpen))
            {
                Plan(open, watch, requests);
            }
        }

        Allocate(requests, at);
        _last = at;
    }

    private void Continue(ReferenceCase open, Watch watch)
    {
        if (open.Rule.Content.OnRemoved == WhenRemoved.Cancel && _rules.All(r => r.Rule.Name != open.Rule.Rule.Name))
        {
            open.Close(CaseOutcome.Cancelled, watch.KnownAt);
            return;
        }

        // What is withdrawn is over at this cycle, whatever ended it before; unless it succeeded.
        var advanced = open.Copy();
        ReferenceCases.Advance(advanced, watch, story.Policy.UndeterminedFor);
        var isRefuted = advanced.Outcome != CaseOutcome.Succeeded && (!watch.IsActive(open.FiredAt) || open.Rule.Trigger.IsRefuted(watch, open.Key.Occurrence, open.FiredAt));
        ReferenceCases.Advance(open, watch, story.Policy.UndeterminedFor);
        if (isRefuted)
        {
            open.Touches.FindAll(t => t.State == TouchState.Cancelled).ForEach(t => t.Cancel(watch.KnownAt));
            open.Close(CaseOutcome.Withdrawn, watch.KnownAt);
        }
    }

    private void Open(StoryRule rule, DateTimeOffset since, Watch watch, List<ReferenceCase> opened)
    {
        foreach (var firing in rule.Trigger.Firings(watch, since, watch.KnownAt))
        {
            Open(rule, firing, watch, opened);
        }

        // Back when the cool-down is over, also where the condition held all along.
        while (rule.Content.ReEntry == ReEntry.AfterCoolDown && rule.Trigger.Condition is { } condition)
        {
            var again = Cases.Where(c => c.Customer == watch.Customer.Id && c.Rule.Rule.Name == rule.Rule.Name).GroupBy(c => c.Key.Correlation)
                .Where(g => g.All(c => !c.IsOpen)).Select(g => g.MaxBy(c => c.ClosedAt)!).Where(c => c.Outcome != CaseOutcome.Withdrawn || c.IsTouched)
                .Select(c => c.ClosedAt!.Value + rule.Content.CoolDown).Where(a => a > since && a <= watch.KnownAt && watch.Holds(condition, a) == true).ToArray();
            var returned = false;
            foreach (var at in again)
            {
                returned |= Open(rule, new ReferenceFiring($"again@{Watch.Text(at)}", at), watch, opened);
            }

            if (!returned)
            {
                return;
            }
        }
    }

    private bool Open(StoryRule rule, ReferenceFiring firing, Watch watch, List<ReferenceCase> opened)
    {
        var view = watch.At(firing.At);
        var correlation = rule.IsByGroup ? view.Group : watch.Customer.Id;
        var key = new CaseKey(rule.Rule.Name, correlation ?? watch.Customer.Id, firing.Occurrence);
        if (Cases.Exists(c => c.Customer == watch.Customer.Id && c.Key == key) || Spent.Exists(s => s.Customer == watch.Customer.Id && s.Key == key) || rule.Guard?.Holds(view) == false)
        {
            return false;
        }

        if ((correlation is null ? SuppressionReason.KeyUnknown : Held(rule, key, firing, watch)) is { } reason)
        {
            Spent.Add(new(watch.Customer.Id, key, firing.At, reason));
            return false;
        }

        var found = new ReferenceCase(rule, watch.Customer.Id, key, firing.At);
        ReferenceCases.Advance(found, watch, story.Policy.UndeterminedFor);
        Cases.Add(found);
        opened.Add(found);
        return true;
    }

    private SuppressionReason? Held(StoryRule rule, CaseKey key, ReferenceFiring firing, Watch watch)
    {
        var (content, at, view) = (rule.Content, firing.At, watch.At(firing.At));
        if (at <= _last && watch.KnownAt - at > content.Lateness)
        {
            return SuppressionReason.KnownTooLate;
        }

        if (rule.Guard is { } guard && guard.Holds(view) is null)
        {
            return SuppressionReason.GuardUnknown;
        }

        if ((rule.Success ?? StoryCondition.Not(rule.Trigger.Condition!)).Holds(view) == true)
        {
            return SuppressionReason.SuccessMet;
        }

        var mine = Cases.Where(c => c.Customer == watch.Customer.Id && c.Rule.Rule.Name == rule.Rule.Name).ToArray();
        var same = mine.Where(c => c.Key.Correlation == key.Correlation).ToArray();
        if (same.Any(c => c.IsOpen || (c.FiredAt <= at && c.ClosedAt > at)))
        {
            return SuppressionReason.Absorbed;
        }

        var last = same.Where(c => c.ClosedAt <= at && (c.Outcome != CaseOutcome.Withdrawn || c.IsTouched)).MaxBy(c => c.ClosedAt);
        if (last is not null)
        {
            if (content.ReEntry == ReEntry.Never)
            {
                return SuppressionReason.ReEntry;
            }

            if (at - last.ClosedAt < content.CoolDown)
            {
                return SuppressionReason.CoolDown;
            }

            if (content.ReEntry == ReEntry.AfterClear && rule.Trigger.Condition is { } condition && !firing.IsAfterClear && watch.First(condition, false, last.ClosedAt!.Value, at) is null)
            {
                return SuppressionReason.ReEntry;
            }
        }

        return content.Caps.Any(cap => mine.Count(c => c.Outcome != CaseOutcome.Withdrawn && c.FiredAt <= at && at - c.FiredAt < cap.Within) >= cap.Cases) ? SuppressionReason.Cap : null;
    }

    // Of several customers with one key the first that fires has the case, from its opening to its close.
    private void Settle(List<ReferenceCase> opened, ReferenceCase[] before)
    {
        var held = before.Where(c => c.Rule.IsByGroup).Select(c => (Case: c, From: DateTimeOffset.MinValue)).ToList();
        foreach (var found in opened.Where(c => c.Rule.IsByGroup).OrderBy(c => c.FiredAt).ThenBy(c => c.Customer, StringComparer.Ordinal).ThenBy(c => c.Key))
        {
            if (held.Exists(h => h.Case.Key.Rule == found.Key.Rule && h.Case.Key.Correlation == found.Key.Correlation && h.Case.Customer != found.Customer && h.From <= found.FiredAt && !(h.Case.ClosedAt <= found.FiredAt)))
            {
                Cases.Remove(found);
                Spent.Add(new(found.Customer, found.Key, found.FiredAt, SuppressionReason.Absorbed));
            }
            else
            {
                held.Add((found, found.FiredAt));
            }
        }
    }
}
