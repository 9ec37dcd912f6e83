namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// The plan in force for a customer, and how it stands: the plans' part of the facts. It is computed when it is first read. Immutable and safe to
/// share between threads.
/// </summary>
public sealed class PlanFacts : FactsPart
{
    private readonly PlanRecords? _records;
    private readonly PlanReader? _reader;
    private readonly Lazy<(PlanState? State, UnknownCause? Why)> _state;

    internal PlanFacts(PlanRecords records, PlanReader reader, CustomerFacts facts)
    {
        (_records, _reader) = (records, reader);
        _state = new(() => StateOf(facts));
    }

    /// <summary>A plan's state as a part of the facts, as it was computed elsewhere.</summary>
    public PlanFacts(PlanState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _state = new((state, null));
    }

    /// <inheritdoc />
    public override string Name => "plan";

    /// <summary>How the plan in force stands; null where none is, or it cannot be read, which <see cref="Why"/> tells.</summary>
    public PlanState? State => _state.Value.State;

    /// <summary>Why there is no state; null where there is one.</summary>
    public UnknownCause? Why => _state.Value.Why;

    /// <summary>Whether any milestone that is an outcome is reached, and that is evidence of value; unknown where there is no plan, or where it is not known of the last one that could be.</summary>
    public Reading<bool> ValueEvidenced()
    {
        if (State is not { } state)
        {
            return Reading.Unknown<bool>(Why!);
        }

        return state.Milestones.Any(m => m.ReachedAt is not null && m.Verification >= Verification.Evidenced) ? Reading.Known(true)
            : state.Milestones.FirstOrDefault(m => !m.Reached.IsKnown) is { } unknown ? Reading.Unknown<bool>(unknown.Reached.Causes)
            : Reading.Known(false);
    }

    /// <summary>How relevant a value driver is to this customer's success: the share of the plan's value that its milestones have, 0 to 1; unknown where there is no plan.</summary>
    public Reading<double> RelevanceOf(string valueDriver)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(valueDriver);
        if (State is not { } state)
        {
            return Reading.Unknown<double>(Why!);
        }

        var drivers = state.Plan.Content.Milestones.ToDictionary(m => m.Id, m => m.ValueDriver, StringComparer.Ordinal);
        var share = 0d;
        foreach (var milestone in state.Milestones.OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            share += drivers[milestone.Id] == valueDriver ? milestone.Share : 0;
        }

        return Reading.Known(share);
    }

    /// <inheritdoc />
    protected override FactsPart? MovedTo(CustomerFacts later) => _records is null ? null : new PlanFacts(_records, _reader!, later);

    /// <inheritdoc />
    protected override FactsPart? RewoundTo(CustomerFacts earlier) => _records is null ? null : new PlanFacts(_records, _reader!, earlier);

    private (PlanState? State, UnknownCause? Why) StateOf(CustomerFacts facts)
    {
        if (_records!.InForce(facts.AsOf, facts.KnownAt) is not { } version)
        {
            return (null, new UnknownCause("plan", UnknownKind.NotGiven, "no plan is in force"));
        }

        var (plan, why) = _records.PlanOf(version, _reader!);
        if (plan is null)
        {
            return (null, why);
        }

        var tracker = new PlanTracker(plan, facts.CustomerId, _reader!.Options, _reader.Vocabulary);
        foreach (var definition in _records.Definitions)
        {
            tracker.Add(definition);
        }

        foreach (var given in _records.Events)
        {
            tracker.Add(given);
        }

        return (tracker.At(facts), null);
    }
}

/// <summary>The plans' part of the facts.</summary>
public static class PlanFactsExtensions
{
    extension(CustomerFacts facts)
    {
        /// <summary>The customer's plan; null where no source gives plans.</summary>
        public PlanFacts? Plan => facts.Find<PlanFacts>();
    }
}
