namespace CustomerSuccess.Interventions;

/// <summary>Explains conditions: whether they hold, what each part came to, and the smallest change that would make them hold. Pure, and safe to use from several threads.</summary>
public static class ConditionExplainer
{
    private static readonly Vocabulary<CustomerFacts> NoNames = Vocabulary.For<CustomerFacts>().Build();

    /// <summary>Explains a condition over a customer's facts.</summary>
    /// <param name="condition">The condition: an expression, a comparison of named facts, a lambda, or what and, or, not make of them.</param>
    /// <param name="facts">The customer's facts.</param>
    /// <param name="vocabulary">The names of facts, for conditions over named facts; null where there are none.</param>
    public static ConditionExplanation Explain(FactCondition condition, CustomerFacts facts, Vocabulary<CustomerFacts>? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Explain(condition, (vocabulary ?? NoNames).Read(facts, facts.AsOf));
    }

    /// <summary>Explains a condition over facts that are read by name.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="facts">The facts.</param>
    public static ConditionExplanation Explain(FactCondition condition, IFacts facts)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(facts);
        var root = ReadPart.Of(condition, facts);
        var isHeld = root.Holds is { IsKnown: true, Value: true };
        var way = isHeld ? Way.Nothing : ChangeSearch.Best(root, wanted: true);
        return new()
        {
            Root = root.Shown,
            Changes = way?.Changes ?? [],
            CanHold = way is not null,
            IsCertain = way?.IsCertain ?? true,
        };
    }
}
