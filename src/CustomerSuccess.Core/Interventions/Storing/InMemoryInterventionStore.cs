using System.Runtime.CompilerServices;

namespace CustomerSuccess.Interventions;

/// <summary>Keeps cases in memory. Safe to use from several threads.</summary>
public sealed partial class InMemoryInterventionStore : IInterventionStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept> _customers = new(StringComparer.Ordinal);
    private readonly DueQueue _due;
    private readonly DueQueue _touchable;
    private readonly Dictionary<CaseKey, OpenCase> _open = new(new ByCorrelation());
    private readonly BudgetIndex _budgets = new();
    private readonly WordPool _words = new();
    private InterventionCycle? _last;

    /// <summary>Creates an empty store.</summary>
    public InMemoryInterventionStore() => (_due, _touchable) = (new(c => _customers[c].NextDueAt), new(c => _customers[c].TouchableAt));

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
            return ValueTask.FromResult<IReadOnlyList<OpenCase>>([.. correlations.Select(c => _open.GetValueOrDefault(ByCorrelation.Of(rule, c))).OfType<OpenCase>()]);
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
        var open = new Dictionary<CaseKey, OpenCase?>(_open.Comparer);
        foreach (var given in change.Events)
        {
            var held = open.TryGetValue(given.Case, out var changed) ? changed : _open.GetValueOrDefault(given.Case);
            var isMine = held?.Key == given.Case && held.CustomerId == change.CustomerId;
            var opens = given is CaseOpened { RuleHash: not null };
            if (opens && held is not null && !isMine)
            {
                return true;
            }

            open[given.Case] = opens ? new(given.Case, change.CustomerId) : given is CaseClosed && isMine ? null : held;
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

        var (before, next) = (kept.NextDueAt, change.NextDueAt?.UtcTicks ?? DueQueue.Never);
        kept.NextDueAt = change.EvaluatedAt is null ? Math.Min(before, next) : next;
        _due.Move(change.CustomerId, before, kept.NextDueAt);
        kept.EvaluatedAt = change.EvaluatedAt ?? kept.EvaluatedAt;
    }

    private void Index(string customer, CaseEvent given)
    {
        if (given is CaseOpened { RuleHash: not null })
        {
            _open[given.Case] = new(given.Case, customer);
        }
        else if (given is CaseClosed && _open.TryGetValue(given.Case, out var held) && held == new OpenCase(given.Case, customer))
        {
            _open.Remove(given.Case);
        }
    }

    // What its touches hold of budgets, and when one is next to be attempted.
    private void See(Kept kept, string customer)
    {
        var (uses, touchable) = (new List<KeptUse>(), DueQueue.Never);
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
                touchable = found.IsOpen && at is { } instant ? Math.Min(touchable, instant.UtcTicks) : touchable;
            }
        }

        kept.Uses = uses.Count == 0 ? [] : [.. uses];
        var before = kept.TouchableAt;
        kept.TouchableAt = touchable;
        _touchable.Move(customer, before, touchable);
    }

    // The same reason is given for thousands of touches.
    private CaseEvent Pooled(CaseEvent given) => given switch
    {
        TouchReserved t => t with { Because = _words.Of(t.Because) },
        TouchSuppressed t => t with { Because = _words.Of(t.Because) },
        _ => given,
    };

    private async IAsyncEnumerable<string> Until(DueQueue queue, DateTimeOffset upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] found;
        lock (_lock)
        {
            found = queue.UpTo(upTo.UtcTicks);
        }

        Array.Sort(found, StringComparer.Ordinal);
        foreach (var customer in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return customer;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private sealed class Kept
    {
        public long Version { get; set; }

        public DateTimeOffset? EvaluatedAt { get; set; }

        // UTC ticks; most customers have neither.
        public long NextDueAt { get; set; } = DueQueue.Never;

        public long TouchableAt { get; set; } = DueQueue.Never;

        // Never changed in place: what was read once does not change under the reader.
        public CaseEvent[] Events { get; set; } = [];

        public KeptUse[] Uses { get; set; } = [];
    }

    // A rule has one open case of a correlation key, whatever its occurrence.
    private sealed class ByCorrelation : IEqualityComparer<CaseKey>
    {
        public static CaseKey Of(string rule, string correlation) => new(rule, correlation, "any");

        public bool Equals(CaseKey? x, CaseKey? y) => x?.Rule == y?.Rule && x?.Correlation == y?.Correlation;

        public int GetHashCode(CaseKey obj) => HashCode.Combine(obj.Rule, obj.Correlation);
    }
}
