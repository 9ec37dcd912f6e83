namespace CustomerSuccess.Interventions;

/// <summary>What a cycle knows that is the same for every customer. Immutable.</summary>
internal sealed class CycleContext
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The cycle before; null for the first.</summary>
    public required DateTimeOffset? Previous { get; init; }

    public required RuleSet Rules { get; init; }

    /// <summary>The active rules, ready to run, with since when they are active.</summary>
    public required IReadOnlyList<(RulePlan Plan, DateTimeOffset Since)> Active { get; init; }

    /// <summary>Versions of rules by hash; null where one is not known.</summary>
    public required Func<string, RulePlan?> Version { get; init; }

    public required IReadOnlyList<Silence> Silences { get; init; }
}

/// <summary>
/// The first of two steps, for one customer: facts, what is kept of its cases, as of when give what happened and which touches are due. Pure, and
/// independent of all other customers. What fails to evaluate is reported and leaves the rest alone.
/// </summary>
internal sealed class Proposer(CycleContext cycle)
{
    private const int AsksWithinLateness = 4;

    public CustomerProposal Propose(CustomerMoments moments, CustomerCaseLog log)
    {
        var late = Late(moments, log);
        var (proposal, bench) = Advance(moments, log, late);
        foreach (var (plan, since) in cycle.Active)
        {
            var before = (proposal.Events.Count, proposal.Requests.Count);
            try
            {
                Open(moments, proposal, bench, plan, since, log.EvaluatedAt, late);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(proposal, bench, plan.Rule.Name, before, e);
            }
        }

        var planner = new TouchPlanner(cycle, moments, proposal, bench);
        foreach (var open in bench.Cases.Where(c => c.IsOpen && c.Opened.RuleHash is not null).ToArray())
        {
            Guarded(proposal, bench, open.Key.Rule, () => planner.Plan(open, cycle.Version(open.Opened.RuleHash!)));
        }

        return proposal;
    }

    /// <summary>Takes the open cases forward, and no more.</summary>
    public (CustomerProposal Proposal, CaseWorkbench Bench) Advance(CustomerMoments moments, CustomerCaseLog log) => Advance(moments, log, Late(moments, log));

    private (DateTimeOffset At, string What)? Late(CustomerMoments moments, CustomerCaseLog log) =>
        log.EvaluatedAt is { } before ? moments.History.FirstEffectOfRecorded(before, cycle.At) : null;

    private (CustomerProposal Proposal, CaseWorkbench Bench) Advance(CustomerMoments moments, CustomerCaseLog log, (DateTimeOffset At, string What)? late)
    {
        var proposal = new CustomerProposal { CustomerId = moments.CustomerId, Log = log };
        var bench = new CaseWorkbench(proposal) { KnownAt = cycle.At };
        foreach (var open in bench.Cases.Where(c => c.IsOpen && c.Opened.RuleHash is not null).ToArray())
        {
            Guarded(proposal, bench, open.Key.Rule, () => Continue(moments, proposal, bench, open, log.EvaluatedAt, late));
        }

        return (proposal, bench);
    }

    private void Guarded(CustomerProposal proposal, CaseWorkbench bench, string rule, Action work)
    {
        var before = (proposal.Events.Count, proposal.Requests.Count);
        try
        {
            work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(proposal, bench, rule, before, e);
        }
    }

    // One rule that fails leaves what it had recorded out, and the others alone.
    private void Failed(CustomerProposal proposal, CaseWorkbench bench, string rule, (int Events, int Requests) before, Exception e)
    {
        bench.Forget(before.Events);
        proposal.Requests.RemoveRange(before.Requests, proposal.Requests.Count - before.Requests);
        proposal.Problems.Add(new(proposal.CustomerId, rule, $"{e.GetType().Name}: {e.Message}"));
        proposal.DueAt(cycle.At < DateTimeOffset.MaxValue.AddDays(-1) ? cycle.At.AddDays(1) : null);
    }

    private void Continue(CustomerMoments moments, CustomerProposal proposal, CaseWorkbench bench, InterventionCase open, DateTimeOffset? evaluatedAt, (DateTimeOffset At, string What)? late)
    {
        if (cycle.Version(open.Opened.RuleHash!) is not { } plan)
        {
            proposal.Problems.Add(new(proposal.CustomerId, open.Key.Rule, $"the version {open.Opened.RuleHash![..12]} that {open.Key} began with is not known: give it as a former version"));
            return;
        }

        var from = Earlier(evaluatedAt, late?.At) ?? open.FiredAt;
        if (cycle.Rules.Find(open.Key.Rule) is null && plan.Content.OnRemoved == WhenRemoved.Cancel)
        {
            bench.Close(open, cycle.At, CaseOutcome.Cancelled, "its rule was removed");
            return;
        }

        new CaseAdvance(moments, proposal, bench, cycle.Rules.Policy).Run(open.Key, plan, from);
        if (late is { } record && record.At <= open.FiredAt && bench.Find(open.Key) is not { Closed.Outcome: CaseOutcome.Succeeded } && plan.Trigger.StillFires(moments, open) is { IsKnown: true, Value: false })
        {
            Withdraw(proposal, bench, open, record.What);
        }
    }

    // What was found a moment ago of this case is not so: it should never have been opened.
    private void Withdraw(CustomerProposal proposal, CaseWorkbench bench, InterventionCase open, string what)
    {
        proposal.Events.RemoveAll(e => e.Case == open.Key && e is CaseClosed or TouchCancelled);
        bench.Close(open, cycle.At, CaseOutcome.Withdrawn, $"as known now it did not fire then: {what}");
    }

    private void Open(CustomerMoments moments, CustomerProposal proposal, CaseWorkbench bench, RulePlan plan, DateTimeOffset since, DateTimeOffset? evaluatedAt, (DateTimeOffset At, string What)? late)
    {
        var after = After(plan, since, evaluatedAt, late);
        var reading = plan.Trigger.Read(moments, after, cycle.At);
        foreach (var firing in reading.Fires ? reading.Firings : [])
        {
            if (new CaseOpening(moments, bench, cycle.Previous).Open(plan, firing) is { } key)
            {
                new CaseAdvance(moments, proposal, bench, cycle.Rules.Policy).Run(key, plan, firing.At);
            }
        }

        proposal.DueAt(reading.Next);
        AskAgain(proposal, plan, reading);
        if (plan.Content.ReEntry == ReEntry.AfterCoolDown && plan.Condition is not null && bench.Cases.Count > 0)
        {
            Return(moments, proposal, bench, plan, since, new(moments, bench, cycle.Previous));
        }
    }

    // What a source will only know later may be known any time: it is asked for as long as it would still open a case.
    private void AskAgain(CustomerProposal proposal, RulePlan plan, TriggerReading reading)
    {
        var lateness = plan.Content.Lateness;
        if (lateness > TimeSpan.Zero && reading.IsUndetermined && reading.Undetermined.Exists(u => cycle.At - u.At < lateness))
        {
            var step = lateness / AsksWithinLateness;
            proposal.DueAt(DateTimeOffset.MaxValue - cycle.At > step ? cycle.At + step : null);
        }
    }

    // A rule that comes back when its cool-down is over does so also where what triggers it held all along.
    private void Return(CustomerMoments moments, CustomerProposal proposal, CaseWorkbench bench, RulePlan plan, DateTimeOffset since, CaseOpening opening)
    {
        while (true)
        {
            var last = bench.Cases.Where(c => c.Key.Rule == plan.Rule.Name && c.Opened.RuleHash is not null).GroupBy(c => c.Key.Correlation, StringComparer.Ordinal)
                .Where(g => g.All(c => !c.IsOpen)).Select(g => g.MaxBy(c => c.Closed!.At)!)
                .Where(c => c.Closed!.Outcome != CaseOutcome.Withdrawn || c.IsTouched).ToArray();
            var opened = false;
            foreach (var ended in last)
            {
                var (closed, coolDown) = (ended.Closed!.At, plan.Content.CoolDown);
                var at = DateTimeOffset.MaxValue - closed > coolDown ? closed + coolDown : DateTimeOffset.MaxValue;
                if (at <= since)
                {
                    continue;
                }

                if (at > cycle.At)
                {
                    proposal.DueAt(at);
                }
                else if (moments.At(at) is { } moment && moment.Holds(plan.Condition!.When) is { IsKnown: true, Value: true } && opening.Open(plan, ConditionWatch.AgainAt(at)) is { } key)
                {
                    new CaseAdvance(moments, proposal, bench, cycle.Rules.Policy).Run(key, plan, at);
                    opened = true;
                }
            }

            if (!opened)
            {
                return;
            }
        }
    }

    // What lies before was looked at; what became known since may change it from where it takes effect; within the lateness all is looked at again.
    private DateTimeOffset After(RulePlan plan, DateTimeOffset since, DateTimeOffset? evaluatedAt, (DateTimeOffset At, string What)? late)
    {
        if (evaluatedAt is not { } before)
        {
            return since;
        }

        var after = cycle.At - DateTimeOffset.MinValue > plan.Content.Lateness ? cycle.At - plan.Content.Lateness : DateTimeOffset.MinValue;
        after = before < after ? before : after;
        if (late is { } record)
        {
            var effect = record.At > DateTimeOffset.MinValue ? record.At.AddTicks(-1) : record.At;
            after = effect < after ? effect : after;
        }

        return after < since ? since : after;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => ConditionWalk.Earlier(one, other);
}
