namespace CustomerSuccess.Interventions;

/// <summary>The cases of one customer while a cycle works on them, with what is to be recorded.</summary>
internal sealed class CaseWorkbench(CustomerProposal proposal)
{
    private readonly List<InterventionCase> _cases = CaseFold.Of(proposal.CustomerId, proposal.Log.Events);
    private readonly HashSet<CaseKey> _spent = [.. proposal.Log.Events.OfType<OccurrenceSuppressed>().Select(e => e.Case)];

    public IReadOnlyList<InterventionCase> Cases => _cases;

    /// <summary>Whether an occurrence was heard of: as a case, or as one that opened none.</summary>
    public bool Knows(CaseKey key) => _spent.Contains(key) || _cases.Exists(c => c.Key == key);

    public InterventionCase Find(CaseKey key) => _cases.Find(c => c.Key == key)!;

    /// <summary>Records an event.</summary>
    public void Add(CaseEvent given)
    {
        proposal.Events.Add(given);
        See(given);
    }

    /// <summary>Takes back what was recorded after the first so many events.</summary>
    public void Forget(int after)
    {
        proposal.Events.RemoveRange(after, proposal.Events.Count - after);
        _cases.Clear();
        _cases.AddRange(CaseFold.Of(proposal.CustomerId, proposal.Log.Events));
        _spent.Clear();
        _spent.UnionWith(proposal.Log.Events.OfType<OccurrenceSuppressed>().Select(e => e.Case));
        proposal.Events.ForEach(See);
    }

    private void See(CaseEvent given)
    {
        if (given is OccurrenceSuppressed)
        {
            _spent.Add(given.Case);
        }
        else if (given is CaseOpened opened)
        {
            _cases.Add(new() { Key = given.Case, CustomerId = proposal.CustomerId, Opened = opened });
        }
        else if (_cases.FindIndex(c => c.Key == given.Case) is >= 0 and var place)
        {
            _cases[place] = CaseFold.With(_cases[place], given);
        }
    }

    /// <summary>Records that a case ended, and that what has its place or waits for one will not be sent.</summary>
    public void Close(InterventionCase found, DateTimeOffset at, CaseOutcome outcome, string because)
    {
        foreach (var touch in found.Touches.Where(t => t.State is TouchState.Reserved or TouchState.Retrying or TouchState.Suppressed))
        {
            Add(new TouchCancelled { Case = found.Key, At = at, KnownAt = KnownAt, Touch = touch.Key, Because = because });
        }

        Add(new CaseClosed { Case = found.Key, At = at, KnownAt = KnownAt, Outcome = outcome, Because = because });
    }

    /// <summary>Records that a touch is held back, unless that is known already.</summary>
    public void Suppress(InterventionCase found, TouchKey touch, DateTimeOffset at, SuppressionReason reason, string because, DateTimeOffset? until)
    {
        var before = found.Touches.FirstOrDefault(t => t.Key == touch);
        if (before is not { State: TouchState.Suppressed } || before.Reason != reason || before.NotBefore != until || before.Because != because)
        {
            Add(new TouchSuppressed { Case = found.Key, At = at, KnownAt = KnownAt, Touch = touch, Reason = reason, Because = because, Until = until });
        }

        proposal.DueAt(until);
    }

    public required DateTimeOffset KnownAt { get; init; }
}
