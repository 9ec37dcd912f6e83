namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// Follows a plan for one customer: events are added as they come, in any order, and the state is asked for at any instant. Asked again at
/// the instant of the same facts it computes only what the new events change. Not safe to use from several threads; the states that it gives are.
/// </summary>
public sealed class PlanTracker
{
    private readonly SuccessPlan _plan;
    private readonly PlanOptions _options;
    private readonly EventBook _book;
    private readonly List<SuccessDefinition> _definitions = [];
    private readonly HashSet<int> _stale = [];
    private bool _allStale = true;
    private FactsEvidence? _followed;
    private PlanState? _last;

    internal PlanTracker(SuccessPlan plan, string customerId, PlanOptions options, Vocabulary<CustomerFacts>? vocabulary = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        (_plan, CustomerId, _options, _book, Vocabulary) = (plan, customerId, options, new(plan, customerId), vocabulary);
    }

    /// <summary>The customer.</summary>
    public string CustomerId { get; }

    private Vocabulary<CustomerFacts>? Vocabulary { get; }

    /// <summary>Adds an event: one that is known already changes nothing, one of another plan or customer is left out.</summary>
    public PlanTracker Add(PlanEvent given)
    {
        ArgumentNullException.ThrowIfNull(given);
        if (_book.Add(given) is { } places)
        {
            _stale.UnionWith(places);
        }
        else
        {
            _allStale = true;
        }

        return this;
    }

    /// <summary>Adds a version of what success is for the customer: use of the product by someone who could not do otherwise is then no evidence of value.</summary>
    public PlanTracker Add(SuccessDefinition version)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (version.CustomerId == CustomerId)
        {
            _definitions.Add(version);
            _allStale = true;
        }

        return this;
    }

    /// <summary>The state as of the instant of some facts, as known at the instant at which they are known.</summary>
    /// <exception cref="ArgumentException">The facts are another customer's.</exception>
    public PlanState At(CustomerFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.CustomerId != CustomerId)
        {
            throw new ArgumentException($"The plan is followed for '{CustomerId}', and these are the facts of '{facts.CustomerId}'. Give that customer's, or follow the plan for the other.", nameof(facts));
        }

        var isSame = ReferenceEquals(_followed?.Facts, facts);
        if (!isSame)
        {
            _followed = new(_plan, facts, Vocabulary);
        }

        var last = isSame && !_allStale ? _last : null;
        _last = new StateMaker(_plan, _options, _book, _followed!, _definitions.InForce(facts.AsOf, facts.KnownAt)).Make(last, _stale);
        _stale.Clear();
        _allStale = false;
        return _last;
    }

    /// <summary>The state as of an instant, without facts: conditions and measures are not known.</summary>
    /// <param name="asOf">The instant as of which.</param>
    /// <param name="knownAt">The instant at which it is known; <paramref name="asOf"/> unless stated.</param>
    public PlanState At(DateTimeOffset asOf, DateTimeOffset? knownAt = null) =>
        _followed is { Facts: { Parts.Count: 0 } facts } && facts.AsOf == asOf && facts.KnownAt == (knownAt ?? asOf)
            ? At(facts)
            : At(new CustomerFacts(CustomerId, asOf, knownAt));
}
