namespace CustomerSuccess.Interventions;

/// <content>Why, and why not.</content>
public sealed partial class CustomerInterventions
{
    /// <summary>
    /// Why a rule fired at a customer, or why it did not, as of an instant: by what the log had by then, and by the facts. Nothing is recorded. Where no
    /// cycle looked at the customer since, it says what one at that instant would find.
    /// </summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="rule">The rule, in its present version.</param>
    /// <param name="asOf">As of when; the past too.</param>
    /// <param name="knownAt">As known at when; <paramref name="asOf"/> unless stated.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">There is no such rule; the message suggests the nearest.</exception>
    public async Task<RuleExplanation> WhyAsync(string customerId, string rule, DateTimeOffset asOf, DateTimeOffset? knownAt = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        ArgumentNullException.ThrowIfNull(rule);
        var found = Rules.Find(rule) ?? throw new ArgumentException($"No rule is named '{rule}'. {Suggestion.For(rule, [.. Rules.Rules.Select(r => r.Name)])}", nameof(rule));
        return (await ExplainAsync(customerId, [found], asOf.ToUniversalTime(), (knownAt ?? asOf).ToUniversalTime(), cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>The same of every rule, by name.</summary>
    /// <param name="customerId">The customer. Not empty.</param>
    /// <param name="asOf">As of when.</param>
    /// <param name="knownAt">As known at when; <paramref name="asOf"/> unless stated.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<RuleExplanation>> WhyAsync(string customerId, DateTimeOffset asOf, DateTimeOffset? knownAt = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        return await ExplainAsync(customerId, Rules.Rules, asOf.ToUniversalTime(), (knownAt ?? asOf).ToUniversalTime(), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<RuleExplanation>> ExplainAsync(string customerId, IReadOnlyList<Rule> rules, DateTimeOffset asOf, DateTimeOffset knownAt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var last = await _store.LastCycleAsync(cancellationToken).ConfigureAwait(false);
        var whole = (await _store.ReadAsync([customerId], cancellationToken).ConfigureAwait(false))[0];
        var isLatest = last is not null && last.At <= asOf && asOf == knownAt && !(whole.EvaluatedAt >= asOf);
        var log = new CustomerCaseLog
        {
            CustomerId = customerId,
            Version = whole.Version,
            EvaluatedAt = whole.EvaluatedAt <= knownAt ? whole.EvaluatedAt : null,
            Events = [.. whole.Events.Where(e => e.KnownAt <= knownAt && e.At <= asOf)],
        };
        var context = isLatest ? await ContextAsync(asOf, last, cancellationToken).ConfigureAwait(false) : null;
        var work = _health.WorkAsync<RuleExplanation>(
            [customerId],
            knownAt,
            history => Explain(history, rules, log, context, last, asOf, knownAt),
            (_, reason) => rules.Select(r => Failed(customerId, r, asOf, knownAt, reason)),
            cancellationToken);
        var all = new List<RuleExplanation>();
        await foreach (var one in work.ConfigureAwait(false))
        {
            all.Add(one);
        }

        return all.AsReadOnly();
    }

    private List<RuleExplanation> Explain(Health.CustomerHistory history, IReadOnlyList<Rule> rules, CustomerCaseLog log, CycleContext? context, InterventionCycle? last, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        var moments = new CustomerMoments(_health.Plan.Model, history, knownAt);
        var ahead = context is null ? null : new Proposer(context).Propose(moments, log);
        var all = new List<RuleExplanation>();
        foreach (var rule in rules)
        {
            try
            {
                if (ahead?.Problems.FirstOrDefault(p => p.Rule == rule.Name) is { } problem)
                {
                    all.Add(Failed(log.CustomerId, rule, asOf, knownAt, problem.Because));
                    continue;
                }

                var since = last?.Activations.GetValueOrDefault(rule.Name) is { } known && known.Hash == rule.ConfigurationHash && known.Since <= asOf ? known.Since : (DateTimeOffset?)null;
                all.Add(new RuleExplainer(moments, _plans[rule.ConfigurationHash], log, ahead?.Events ?? [], since, asOf, h => _plans.GetValueOrDefault(h)).Explain());
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                all.Add(Failed(log.CustomerId, rule, asOf, knownAt, $"{e.GetType().Name}: {e.Message}"));
            }
        }

        return all;
    }

    private static RuleExplanation Failed(string customerId, Rule rule, DateTimeOffset asOf, DateTimeOffset knownAt, string reason) =>
        new() { CustomerId = customerId, Rule = rule.Name, AsOf = asOf, KnownAt = knownAt, Standing = RuleStanding.Failed, Because = reason };
}
