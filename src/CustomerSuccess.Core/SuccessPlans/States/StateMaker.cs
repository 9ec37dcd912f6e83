namespace CustomerSuccess.SuccessPlans;

/// <summary>Computes a plan's state: evidence, then the schedule, then accountabilities, milestones and ledgers. Of a state before it, only what differs.</summary>
internal sealed class StateMaker(SuccessPlan plan, PlanOptions options, EventBook book, FactsEvidence followed, SuccessDefinition? definition)
{
    private readonly PlanGraph _graph = plan.Graph;
    private readonly PlanShape _shape = plan.Shape;
    private readonly EvidenceMaker _evidence = new(plan, book, followed);

    public PlanState Make(PlanState? last, IReadOnlyCollection<int> stale)
    {
        var parts = last is null ? Whole() : Changed(last.Parts, stale);
        return new PlanState(plan, options, book.Snapshot, followed, definition, parts);
    }

    private StateParts Whole()
    {
        var count = _graph.Items.Length;
        var evidence = new ItemEvidence[count];
        for (var i = 0; i < count; i++)
        {
            evidence[i] = _evidence.Of(i);
        }

        var schedule = new PlanSchedule(_graph, followed.Day, Array.ConvertAll(evidence, e => e.Day));
        var parts = new StateParts(evidence, schedule, new AccountabilityState?[count], new MilestoneState?[_shape.Milestones.Length], new PlanLedger?[_shape.Milestones.Length]);
        for (var i = 0; i < count; i++)
        {
            Account(parts, i);
        }

        Reckon(parts, Enumerable.Range(0, _shape.Milestones.Length));
        return parts;
    }

    private StateParts Changed(StateParts last, IReadOnlyCollection<int> stale)
    {
        if (stale.Count == 0)
        {
            return last;
        }

        var evidence = (ItemEvidence[])last.Evidence.Clone();
        var done = (int[])last.Schedule.Done.Clone();
        foreach (var i in stale)
        {
            evidence[i] = _evidence.Of(i);
            done[i] = evidence[i].Day;
        }

        var changed = new List<int>(stale);
        var schedule = last.Schedule.With(done, changed);
        var parts = new StateParts(evidence, schedule, (AccountabilityState?[])last.Accountabilities.Clone(), (MilestoneState?[])last.Milestones.Clone(), (PlanLedger?[])last.Ledgers.Clone());
        var touched = new bool[_shape.Milestones.Length];
        foreach (var i in changed)
        {
            Account(parts, i);
            foreach (var m in _shape.Serves[i])
            {
                touched[m] = true;
            }
        }

        Reckon(parts, Enumerable.Range(0, touched.Length).Where(m => touched[m]));
        return parts;
    }

    private void Account(StateParts parts, int place)
    {
        if (_graph.Items[place] is Accountability accountability)
        {
            parts.Accountabilities[place] = AccountabilityMaker.Make(accountability, place, parts, book, followed);
        }
    }

    private void Reckon(StateParts parts, IEnumerable<int> milestones)
    {
        PlanSchedule? disputed = null;
        foreach (var m in milestones)
        {
            var place = _shape.Milestones[m];
            var insufficient = IsInsufficient(parts, m, place);
            parts.Milestones[m] = MilestoneMaker.Make(plan, options, m, parts, book, followed, definition, insufficient);
            PlanLedger? other = null;
            if (Array.Exists(_shape.Owed[m], a => parts.Accountabilities[a]!.Disputes.Count > 0))
            {
                disputed ??= Disputed(parts);
                other = LedgerWalk.Of(_graph, disputed, place, i => Charged(parts, i, asDisputed: true), insufficient, null);
            }

            parts.Ledgers[m] = LedgerWalk.Of(_graph, parts.Schedule, place, i => Charged(parts, i, asDisputed: false), insufficient, other);
        }
    }

    private static ChargedTo Charged(StateParts parts, int place, bool asDisputed)
    {
        if (parts.Accountabilities[place] is not { } state)
        {
            return ChargedTo.PlanOrEvidence;
        }

        var dispute = asDisputed ? state.Disputes.LastOrDefault(d => d.Excused || d.Party is not null) : null;
        return state.Excuse is not null || dispute is { Excused: true } ? ChargedTo.Excused
            : (dispute?.Party ?? state.Party) == PlanParty.Customer ? ChargedTo.Customer
            : ChargedTo.Vendor;
    }

    // As it would be if every dispute were right: of several about one accountability the last to say a day.
    private PlanSchedule Disputed(StateParts parts)
    {
        var done = (int[])parts.Schedule.Done.Clone();
        for (var i = 0; i < done.Length; i++)
        {
            if (parts.Accountabilities[i]?.Disputes.LastOrDefault(d => d.DoneOn is not null) is { DoneOn: { } date } && date.DayNumber - plan.Version.StartsOn.DayNumber is var day && day <= followed.Day)
            {
                done[i] = day;
            }
        }

        return new PlanSchedule(_graph, followed.Day, done);
    }

    private bool IsInsufficient(StateParts parts, int milestone, int place) =>
        parts.Evidence[place] is { IsOpen: true, IsUnknown: false }
        && followed.Day > parts.Schedule.KeptUntil(place)
        && _shape.Owed[milestone].Length > 0
        && Array.TrueForAll(_shape.Owed[milestone], a => parts.Accountabilities[a]!.DoneDay is not null);
}

/// <summary>The parts of a state, by the place of an item in the graph; of milestones by their own order.</summary>
internal sealed record StateParts(ItemEvidence[] Evidence, PlanSchedule Schedule, AccountabilityState?[] Accountabilities, MilestoneState?[] Milestones, PlanLedger?[] Ledgers);
