using System.Runtime.CompilerServices;

namespace CustomerSuccess.Interventions;

/// <summary>Keeps cases in memory. Safe to use from several threads.</summary>
public sealed partial class InMemoryInterventionStore : IInterventionStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept> _customers = new(StringComparer.Ordinal);
    private readonly SortedSet<(DateTimeOffset At, string Customer)> _due = new(ByInstant);
    private readonly SortedSet<(DateTimeOffset At, string Customer)> _touchable = new(ByInstant);
    private readonly Dictionary<(string Rule, string Correlation), (CaseKey Key, string Customer)> _open = [];
    private readonly BudgetIndex _budgets = new();
    private readonly WordPool _words = new();
    private InterventionCycle? _last;

    private static Comparer<(DateTimeOffset At, string Customer)> ByInstant { get; } =
        Comparer<(DateTimeOffset At, string Customer)>.Create((a, b) => a.At.CompareTo(b.At) is not 0 and var order ? order : string.CompareOrdinal(a.Customer, b.Customer));

    /// <inheritdoc />
    public ValueTask<InterventionCycle?> LastCycleAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_last);
        }
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">It lies before the last one, or at its instant with other content.</exception>
    public ValueTask AppendCycleAsync(InterventionCycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        lock (_lock)
        {
            if (_last is { } last && cycle.At <= last.At && !(cycle.At == last.At && cycle.ConfigurationHash == last.ConfigurationHash))
            {
                throw new InvalidOperationException($"The last cycle was at {NumberText.Instant(last.At)}. One at {NumberText.Instant(cycle.At)} cannot follow.");
            }

            _last = cycle;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<CustomerCaseLog>> ReadAsync(IReadOnlyList<string> customerIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customerIds);
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<CustomerCaseLog>>([.. customerIds.Select(id => _customers.TryGetValue(id, out var kept)
                ? new CustomerCaseLog { CustomerId = id, Version = kept.Version, EvaluatedAt = kept.EvaluatedAt, Events = kept.Events }
                : new CustomerCaseLog { CustomerId = id, Version = 0, EvaluatedAt = null, Events = [] })]);
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<string> DueAsync(DateTimeOffset upTo, CancellationToken cancellationToken) => Until(_due, upTo, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<string> TouchableAsync(DateTimeOffset upTo, CancellationToken cancellationToken) => Until(_touchable, upTo, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<OpenCase>> FindOpenAsync(string rule, IReadOnlyCollection<string> correlations, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rule);
        ArgumentNullException.ThrowIfNull(correlations);
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<OpenCase>>([.. correlations.Where(c => _open.ContainsKey((rule, c))).Select(c => _open[(rule, c)]).Select(o => new OpenCase(o.Key, o.Customer))]);
        }
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<BudgetUse>> ReadUsesAsync(IReadOnlyCollection<BudgetOwner> owners, DateTimeOffset after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owners);
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<BudgetUse>>(
            [
                .. owners.Distinct().SelectMany(o => _budgets.CustomersOf(o).SelectMany(c => _customers.TryGetValue(c, out var kept) ? kept.Uses : []).Where(u => u.At > after && u.IsOf(o)).Select(u => new BudgetUse(o, u.Touch, u.At, u.Channel))),
            ]);
        }
    }

    /// <inheritdoc />
    public ValueTask<AppendOutcome> AppendAsync(CustomerCaseChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _customers.TryGetValue(change.CustomerId, out var kept);
            if ((kept?.Version ?? 0) != change.ExpectedVersion)
            {
                return ValueTask.FromResult(AppendOutcome.VersionConflict);
            }

            if (OpensTwice(change))
            {
                return ValueTask.FromResult(AppendOutcome.KeyConflict);
            }

            Apply(kept ?? (_customers[change.CustomerId] = new()), change);
            return ValueTask.FromResult(AppendOutcome.Applied);
        }
    }

    private bool OpensTwice(CustomerCaseChange change)
    {
        var open = new Dictionary<(string, string), (CaseKey Key, string Customer)?>();
        foreach (var given in change.Events)
        {
            var key = (given.Case.Rule, given.Case.Correlation);
            (CaseKey Key, string Customer)? held = open.TryGetValue(key, out var changed) ? changed : _open.TryGetValue(key, out var known) ? known : null;
            (CaseKey Key, string Customer) mine = (given.Case, change.CustomerId);
            if (given is CaseOpened { RuleHash: not null } && held is not null && held != mine)
            {
                return true;
            }

            open[key] = given is CaseOpened { RuleHash: not null } ? mine : given is CaseClosed && held == mine ? null : held;
        }

        return false;
    }

    private void Apply(Kept kept, CustomerCaseChange change)
    {
        kept.Version++;
        if (change.Events.Count > 0)
        {
            kept.Events = [.. kept.Events, .. change.Events.Select(Pooled)];
            foreach (var given in change.Events)
            {
                Index(change.CustomerId, given);
            }

            See(kept, change.CustomerId);
        }

        Move(_due, change.CustomerId, kept.NextDueAt, kept.NextDueAt = change.EvaluatedAt is null ? Earlier(kept.NextDueAt, change.NextDueAt) : change.NextDueAt);
        kept.EvaluatedAt = change.EvaluatedAt ?? kept.EvaluatedAt;
    }

    private void Index(string customer, CaseEvent given)
    {
        var key = (given.Case.Rule, given.Case.Correlation);
        if (given is CaseOpened { RuleHash: not null })
        {
            _open[key] = (given.Case, customer);
        }
        else if (given is CaseClosed && _open.TryGetValue(key, out var held) && held == (given.Case, customer))
        {
            _open.Remove(key);
        }
    }

    // What its touches hold of budgets, and when one is next to be attempted.
    private void See(Kept kept, string customer)
    {
        var (uses, touchable) = (new List<KeptUse>(), (DateTimeOffset?)null);
        foreach (var found in CaseFold.Of(customer, kept.Events))
        {
            foreach (var touch in found.Touches)
            {
                if (touch.HoldsBudget)
                {
                    uses.Add(new(touch.Key, touch.AttemptedAt ?? touch.NotBefore ?? touch.DueAt!.Value, touch.Channel, touch.OwnerId, customer));
                    _budgets.Add(touch, customer);
                }

                var at = found.IsOpen && touch.State is TouchState.Reserved or TouchState.Started or TouchState.Retrying ? touch.NotBefore ?? touch.DueAt : null;
                touchable = found.IsOpen && at is { } instant && !(instant >= touchable) ? instant : touchable;
            }
        }

        kept.Uses = uses.Count == 0 ? [] : [.. uses];
        Move(_touchable, customer, kept.TouchableAt, kept.TouchableAt = touchable);
    }

    // The same reason is given for thousands of touches.
    private CaseEvent Pooled(CaseEvent given) => given switch
    {
        TouchReserved t => t with { Because = _words.Of(t.Because) },
        TouchSuppressed t => t with { Because = _words.Of(t.Because) },
        _ => given,
    };

    private async IAsyncEnumerable<string> Until(SortedSet<(DateTimeOffset At, string Customer)> set, DateTimeOffset upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] found;
        lock (_lock)
        {
            found = [.. set.TakeWhile(d => d.At <= upTo).Select(d => d.Customer)];
        }

        Array.Sort(found, StringComparer.Ordinal);
        foreach (var customer in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return customer;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static void Move(SortedSet<(DateTimeOffset At, string Customer)> set, string customer, DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from == to)
        {
            return;
        }

        if (from is { } old)
        {
            set.Remove((old, customer));
        }

        if (to is { } next)
        {
            set.Add((next, customer));
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private sealed class Kept
    {
        public long Version { get; set; }

        public DateTimeOffset? EvaluatedAt { get; set; }

        public DateTimeOffset? NextDueAt { get; set; }

        public DateTimeOffset? TouchableAt { get; set; }

        // Never changed in place: what was read once does not change under the reader.
        public CaseEvent[] Events { get; set; } = [];

        public KeptUse[] Uses { get; set; } = [];
    }
}
