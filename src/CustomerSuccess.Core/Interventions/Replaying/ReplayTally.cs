namespace CustomerSuccess.Interventions;

/// <summary>Makes a report of the logs that a replay left.</summary>
internal sealed class ReplayTally(IReadOnlyList<CustomerCaseLog> logs, RuleSet rules, IReadOnlyCollection<TouchKey> waiting, TimeSpan near)
{
    private readonly InterventionCase[] _cases =
    [
        .. logs.SelectMany(l => CaseFold.Of(l.CustomerId, l.Events)).OrderBy(c => c.FiredAt).ThenBy(c => c.CustomerId, StringComparer.Ordinal).ThenBy(c => c.Key),
    ];

    public ReplayReport Report(string hash, DateTimeOffset from, DateTimeOffset to, ReplayCycles cycles, int count, IReadOnlyList<InterventionProblem> problems)
    {
        var held = waiting.ToHashSet();
        var touches = Touches(t => t.AttemptedAt is not null);
        return new()
        {
            From = from,
            To = to,
            ConfigurationHash = hash,
            Cycles = cycles,
            CycleCount = count,
            Customers = logs.Count,
            Cases = Array.AsReadOnly(_cases),
            Touches = touches,
            Undone = Touches(t => t.AttemptedAt is null && t.IsByPeople && (held.Contains(t.Key) || t.State == TouchState.Cancelled)),
            HeldBack = HeldBack(),
            Rules = [.. rules.Rules.Select(r => Rule(r.Name, touches))],
            Overlaps = [.. rules.Rules.SelectMany(r => rules.Rules.Where(o => o != r).Select(o => Overlap(r.Name, o.Name, touches))).Where(o => o.Customers > 0 || o.NearTouches > 0)],
            Problems = problems,
        };
    }

    private IReadOnlyList<ReplayTouch> Touches(Func<Touch, bool> which) =>
        [.. _cases.SelectMany(c => c.Touches.Where(which).Select(t => new ReplayTouch(c.CustomerId, t))).OrderBy(t => t.At).ThenBy(t => t.CustomerId, StringComparer.Ordinal).ThenBy(t => t.Touch.Key.ToString(), StringComparer.Ordinal)];

    private IReadOnlyList<ReplayHold> HeldBack()
    {
        var events = logs.SelectMany(l => l.Events).ToArray();
        var occurrences = events.OfType<OccurrenceSuppressed>().Select(e => (e.Case.Rule, e.Reason, What: (object)e.Case, IsTouch: false));
        var touches = events.OfType<TouchSuppressed>().Select(e => (e.Case.Rule, e.Reason, What: (object)(e.Case, e.Touch.Step, e.Touch.Rung), IsTouch: true));
        return
        [
            .. occurrences.Concat(touches).Distinct().GroupBy(h => (h.Rule, h.Reason)).OrderBy(g => g.Key.Rule, StringComparer.Ordinal).ThenBy(g => g.Key.Reason)
                .Select(g => new ReplayHold(g.Key.Rule, g.Key.Reason, g.Count(h => !h.IsTouch), g.Count(h => h.IsTouch))),
        ];
    }

    private ReplayRule Rule(string name, IReadOnlyList<ReplayTouch> touches)
    {
        InterventionCase[] mine = [.. _cases.Where(c => c.Key.Rule == name)];
        return new()
        {
            Rule = name,
            Cases = mine.Length,
            Customers = mine.Select(c => c.CustomerId).Distinct(StringComparer.Ordinal).Count(),
            Touches = touches.Count(t => t.Rule == name),
            Open = mine.Count(c => c.IsOpen),
            Outcomes = mine.Where(c => !c.IsOpen).GroupBy(c => c.Closed!.Outcome).ToDictionary(g => g.Key, g => g.Count()).AsReadOnly(),
            ResolvedAlone = mine.Count(c => c.Closed is { Outcome: CaseOutcome.Succeeded or CaseOutcome.Cleared } && !c.IsTouched),
        };
    }

    private ReplayOverlap Overlap(string rule, string other, IReadOnlyList<ReplayTouch> touches)
    {
        var cases = _cases.Where(c => c.Key.Rule == other).ToLookup(c => c.CustomerId, StringComparer.Ordinal);
        var customers = _cases.Where(c => c.Key.Rule == rule && cases[c.CustomerId].Any(o => AreTogether(c, o))).Select(c => c.CustomerId).Distinct(StringComparer.Ordinal).Count();
        var theirs = touches.Where(t => t.Rule == other).ToLookup(t => t.CustomerId, StringComparer.Ordinal);
        ReplayTouch[] mine = [.. touches.Where(t => t.Rule == rule)];
        return new(rule, other, customers, mine.Count(t => theirs[t.CustomerId].Any(o => (o.At - t.At).Duration() <= near)), mine.Length);
    }

    // A case that ends at once was open at its instant.
    private static bool AreTogether(InterventionCase one, InterventionCase other) =>
        one.FiredAt == other.FiredAt || (one.FiredAt < (other.Closed?.At ?? DateTimeOffset.MaxValue) && other.FiredAt < (one.Closed?.At ?? DateTimeOffset.MaxValue));
}
