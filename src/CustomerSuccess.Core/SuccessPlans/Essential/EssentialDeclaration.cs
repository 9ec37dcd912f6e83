using CustomerSuccess.Signals;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Where the votes on whether customers need what they bought are read from. What is not declared has no vote. Immutable, as far as the host's lambda is.</summary>
public sealed class EssentialDeclaration
{
    /// <summary>The customer's answer to the direct question; null where it is not asked.</summary>
    public EssentialAnswer? Question { get; init; }

    /// <summary>The customer's NPS answer, which counts where the direct question has no vote; null where it is not asked.</summary>
    public EssentialAnswer? Nps { get; init; }

    /// <summary>The CSM's view; null where nobody states it.</summary>
    public EssentialAnswer? Csm { get; init; }

    /// <summary>What is used: a count, a sum, distinct actors or active days over the time that counts, for instance <c>SignalMeasure.Count("login").InLast(28)</c>. Of 0 nothing is used. Null, unless stated: the use of the capabilities of <see cref="Consumption"/>.</summary>
    /// <exception cref="ArgumentException">It is another measure, without a window, or of a season.</exception>
    public SignalMeasure? Usage
    {
        get;
        init => field = value is null or { Aggregation: SignalAggregation.Count or SignalAggregation.Sum or SignalAggregation.DistinctActors or SignalAggregation.ActiveDays, Window: not null, Season: null }
            ? value
            : throw new ArgumentException($"{value} does not say whether anything was used lately. State a count, a sum, distinct actors or active days over a window: SignalMeasure.Count(\"{value.Signal}\").InLast({CapabilityDeclaration.WindowInDays}).", nameof(value));
    }

    /// <summary>The consumption gap; null where it is not declared.</summary>
    public ConsumptionReader? Consumption { get; init; }

    /// <summary>Reads whether value is evidenced, for instance that an objective of the customer's plan was reached. Null, unless stated: not known, so that usage votes at most 1.</summary>
    public Func<CustomerFacts, Reading<bool>>? ValueEvidenced { get; init; }

    /// <summary>Whether value is evidenced as soon as an outcome of the customer's plan in force is reached with evidence, where <see cref="ValueEvidenced"/> does not read it; false unless stated.</summary>
    public bool EvidencedByPlan { get; init; }

    /// <summary>The version of the lambda. Raise it when it changes: without one a score that reads it is not reproducible.</summary>
    public string? Version { get; init; }

    internal bool ReadsUsage => Usage is not null || Consumption is not null;

    internal bool ReadsPlans => EvidencedByPlan || Consumption?.Source.Stage == LanguageStage.Plans;

    internal IEnumerable<object> Sources => new[] { Question?.Source, Nps?.Source, Csm?.Source, Usage, Consumption?.Source, ValueEvidenced, EvidencedByPlan ? new PlanSource() : null }.OfType<object>().Distinct();

    internal bool IsVersioned => (ValueEvidenced is null || Version is not null) && Consumption is not { Version: null };

    internal Dictionary<string, object?> Content => new()
    {
        ["question"] = Question?.Content,
        ["nps"] = Nps?.Content,
        ["csm"] = Csm?.Content,
        ["usage"] = Usage?.Canonical,
        ["consumption"] = Consumption is null ? null : Consumption.Version ?? "?",
        ["valueEvidenced"] = ValueEvidenced is null ? null : "lambda",
        ["evidencedByPlan"] = EvidencedByPlan ? true : null,
        ["version"] = Version,
    };
}
