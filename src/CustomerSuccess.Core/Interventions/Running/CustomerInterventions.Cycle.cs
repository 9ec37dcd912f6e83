namespace CustomerSuccess.Interventions;

/// <content>Cycles.</content>
public sealed partial class CustomerInterventions
{
    private const int CustomersAtOnce = 4096;
    private const int RoundsAtMost = 5;

    /// <summary>
    /// Runs a cycle: handles every instant since the one before up to this one at which anything is due, each as of that instant and as known now, and
    /// records what happened and which touches have their place. Nothing is sent. A cycle that was broken off is repeated by the next.
    /// </summary>
    /// <param name="at">The instant: the present, for live cycles. Later than the last cycle's.</param>
    /// <param name="changed">The customers of whom anything was recorded since the last cycle; of all others only what is due is looked at. Null for everyone.</param>
    /// <param name="cancellationToken">Cancels; what was recorded stays.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last cycle was at that instant or later.</exception>
    public async Task<CycleReport> RunAsync(DateTimeOffset at, IReadOnlyCollection<string>? changed = null, CancellationToken cancellationToken = default)
    {
        at = at.ToUniversalTime();
        cancellationToken.ThrowIfCancellationRequested();
        var last = await _store.LastCycleAsync(cancellationToken).ConfigureAwait(false);
        if (last is not null && at <= last.At)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"The last cycle was at {NumberText.Instant(last.At)}. The next is later.");
        }

        var cycle = new InterventionCycle { At = at, ConfigurationHash = ConfigurationHash, Activations = Activations(last, at) };
        var context = await ContextAsync(at, last, cancellationToken).ConfigureAwait(false);
        var run = new CycleRun(this, context);
        var isEveryone = changed is null || last is null || last.ConfigurationHash != ConfigurationHash;
        await run.AddAsync(await IdsAsync(at, isEveryone ? null : changed, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        await run.FinishAsync(cancellationToken).ConfigureAwait(false);
        await _store.AppendCycleAsync(cycle, cancellationToken).ConfigureAwait(false);
        return new()
        {
            At = at,
            Previous = last?.At,
            ConfigurationHash = ConfigurationHash,
            IsConfigurationChanged = last is not null && last.ConfigurationHash != ConfigurationHash,
            Evaluated = run.Evaluated,
            Changes = run.Changes,
            Problems = run.Problems,
        };
    }

    // Everyone, or those that changed; and those that are due.
    private async ValueTask<List<string>> IdsAsync(DateTimeOffset at, IReadOnlyCollection<string>? changed, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(changed ?? [], StringComparer.Ordinal);
        await foreach (var due in _store.DueAsync(at, cancellationToken).ConfigureAwait(false))
        {
            ids.Add(due);
        }

        if (changed is null)
        {
            await foreach (var id in _health.IdsAsync(cancellationToken).ConfigureAwait(false))
            {
                ids.Add(id);
            }
        }

        return [.. ids.Order(StringComparer.Ordinal)];
    }

    /// <summary>One cycle under way.</summary>
    private sealed class CycleRun(CustomerInterventions owner, CycleContext context)
    {
        private readonly Proposer _proposer = new(context);
        private readonly List<CustomerProposal> _proposals = [];
        private readonly List<CustomerEvents> _changes = [];
        private readonly List<string> _missed = [];

        public int Evaluated { get; private set; }

        public List<InterventionProblem> Problems { get; } = [];

        public IReadOnlyList<CustomerEvents> Changes => [.. _changes.GroupBy(c => c.CustomerId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new CustomerEvents(g.Key, [.. g.SelectMany(c => c.Events)]))];

        /// <summary>Proposes for customers.</summary>
        public async ValueTask AddAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
        {
            foreach (var chunk in ids.Chunk(CustomersAtOnce))
            {
                var logs = (await owner._store.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)).ToDictionary(l => l.CustomerId, StringComparer.Ordinal);
                var work = owner._health.WorkAsync<(CustomerProposal? Proposal, InterventionProblem? Problem)>(
                    chunk,
                    context.At,
                    history => [(_proposer.Propose(owner.MomentsOf(history, context.At), logs[history.CustomerId]), null)],
                    (customer, reason) => [(null, new(customer, null, reason))],
                    cancellationToken);
                await foreach (var (proposal, problem) in work.ConfigureAwait(false))
                {
                    Take(proposal, problem);
                }
            }
        }

        /// <summary>Gives touches their units and records everything; of customers that somebody else changed meanwhile once more.</summary>
        public async ValueTask FinishAsync(CancellationToken cancellationToken)
        {
            for (var round = 0; _proposals.Count > 0; round++)
            {
                await SettleKeysAsync(cancellationToken).ConfigureAwait(false);
                var book = await owner.BudgetsAsync(_proposals.SelectMany(p => p.Requests), cancellationToken).ConfigureAwait(false);

                // What this cycle cancels is free for what it plans.
                book.Remove(_proposals.SelectMany(p => p.Events).OfType<TouchCancelled>().Select(e => e.Touch).ToHashSet());
                Allocator.Reserve(_proposals, book, context.At);
                var again = await RecordAsync(cancellationToken).ConfigureAwait(false);
                _proposals.Clear();
                if (again.Count > 0 && round >= RoundsAtMost)
                {
                    Problems.AddRange(again.Select(c => new InterventionProblem(c, null, "its log was changed by others each time; it is taken up with the next cycle")));
                    _missed.AddRange(again);
                    break;
                }

                Evaluated -= again.Count;
                Problems.RemoveAll(p => again.Contains(p.CustomerId!));
                await AddAsync(again, cancellationToken).ConfigureAwait(false);
            }

            // Nobody tells the next cycle that they changed.
            foreach (var customer in _missed)
            {
                await owner.RecordAsync(customer, [], context.At, cancellationToken).ConfigureAwait(false);
            }
        }

        private void Take(CustomerProposal? proposal, InterventionProblem? problem)
        {
            if (problem is not null)
            {
                Problems.Add(problem);
                _missed.Add(problem.CustomerId!);
                return;
            }

            Evaluated++;
            Problems.AddRange(proposal!.Problems);
            _proposals.Add(proposal);
        }

        // Of cases of several customers with one correlation key the first in the order of due, customer and occurrence is opened.
        private async ValueTask SettleKeysAsync(CancellationToken cancellationToken)
        {
            foreach (var rule in context.Active.Where(a => a.Plan.Content.Correlation is not null).Select(a => a.Plan.Rule.Name))
            {
                var opened = _proposals.SelectMany(p => p.Events.OfType<CaseOpened>().Where(e => e.Case.Rule == rule).Select(e => (Proposal: p, Event: e))).ToArray();
                if (opened.Length == 0)
                {
                    continue;
                }

                var held = (await owner._store.FindOpenAsync(rule, [.. opened.Select(o => o.Event.Case.Correlation).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false))
                    .Select(o => new HeldKey(o.Key, o.CustomerId, DateTimeOffset.MinValue, ClosedAt(o.Key, o.CustomerId))).ToList();
                foreach (var (proposal, given) in opened.OrderBy(o => o.Event.At).ThenBy(o => o.Proposal.CustomerId, StringComparer.Ordinal).ThenBy(o => o.Event.Case))
                {
                    if (held.Find(h => h.Key.Correlation == given.Case.Correlation && h.CustomerId != proposal.CustomerId && h.Covers(given.At)) is { } other)
                    {
                        Absorb(proposal, given, other.Key);
                    }
                    else
                    {
                        held.Add(new(given.Case, proposal.CustomerId, given.At, ClosedAt(given.Case, proposal.CustomerId)));
                    }
                }
            }
        }

        private DateTimeOffset? ClosedAt(CaseKey key, string customer) => _proposals.Find(p => p.CustomerId == customer)?.Events.OfType<CaseClosed>().FirstOrDefault(e => e.Case == key)?.At;

        private void Absorb(CustomerProposal proposal, CaseOpened given, CaseKey other)
        {
            proposal.Events.RemoveAll(e => e.Case == given.Case);
            proposal.Requests.RemoveAll(r => r.Case.Key == given.Case);
            proposal.Events.Add(new OccurrenceSuppressed { Case = given.Case, At = given.At, KnownAt = context.At, Reason = SuppressionReason.Absorbed, Because = $"{other} stands for it" });
        }

        private async ValueTask<List<string>> RecordAsync(CancellationToken cancellationToken)
        {
            var (again, versions) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, long>(StringComparer.Ordinal));
            foreach (var (proposal, events, isLast) in RecordingOrder.Of(_proposals))
            {
                var customer = proposal.CustomerId;
                if (again.Contains(customer))
                {
                    continue;
                }

                var version = versions.TryGetValue(customer, out var written) ? written : proposal.Log.Version;
                var change = new CustomerCaseChange
                {
                    CustomerId = customer,
                    ExpectedVersion = version,
                    Events = events,
                    EvaluatedAt = isLast ? context.At : null,
                    NextDueAt = isLast ? proposal.NextDueAt : context.At,
                };
                if (await owner._store.AppendAsync(change, cancellationToken).ConfigureAwait(false) != AppendOutcome.Applied)
                {
                    again.Add(customer);
                    continue;
                }

                if (!isLast)
                {
                    versions[customer] = version + 1;
                }

                if (events.Count > 0)
                {
                    _changes.Add(new(customer, events));
                }
            }

            return [.. again];
        }
    }

    private async ValueTask<BudgetBook> BudgetsAsync(IEnumerable<TouchRequest> requests, CancellationToken cancellationToken)
    {
        var all = requests.ToArray();
        var budgets = Rules.Policy.Budgets;
        if (budgets.Count == 0 || all.Length == 0)
        {
            return new(budgets, []);
        }

        var kinds = budgets.Select(b => b.Owner).Distinct().ToArray();
        return await BookAsync([.. all.SelectMany(r => r.Owners).Where(o => kinds.Contains(o.Kind)).Distinct()], all.Min(r => r.DueAt), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<BudgetBook> BookAsync(IReadOnlyCollection<BudgetOwner> owners, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var reach = BudgetBook.Reach(Rules.Policy.Budgets);
        var after = from - DateTimeOffset.MinValue > reach ? from - reach : DateTimeOffset.MinValue;
        return new(Rules.Policy.Budgets, await _store.ReadUsesAsync(owners, after, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>From when to when a case holds its correlation key.</summary>
    private sealed record HeldKey(CaseKey Key, string CustomerId, DateTimeOffset From, DateTimeOffset? To)
    {
        public bool Covers(DateTimeOffset at) => at >= From && !(at >= To);
    }
}
