namespace CustomerSuccess.SuccessPlans;

/// <summary>What conditions and measures of a plan come to for some facts: each is followed once, when it is asked for. Not safe to use from several threads.</summary>
internal sealed class FactsEvidence
{
    private static readonly Vocabulary<CustomerFacts> NoVocabulary = CustomerSuccess.Vocabulary.For<CustomerFacts>().Build();

    private readonly SuccessPlan _plan;
    private readonly Dictionary<int, EvidenceRun> _runs = [];
    private readonly Dictionary<string, MeasureRun> _measures = new(StringComparer.Ordinal);

    public FactsEvidence(SuccessPlan plan, CustomerFacts facts, Vocabulary<CustomerFacts>? vocabulary) =>
        (_plan, Facts, Vocabulary, Day) = (plan, facts, vocabulary, plan.Calendar.DayOf(facts.AsOf));

    public CustomerFacts Facts { get; }

    public Vocabulary<CustomerFacts>? Vocabulary { get; }

    /// <summary>The day of the facts' instant.</summary>
    public int Day { get; }

    /// <summary>The run of an item's condition; null where it has none.</summary>
    public EvidenceRun? Run(int item)
    {
        if (_plan.Graph.Items[item].Evidence is not { } condition)
        {
            return null;
        }

        if (!_runs.TryGetValue(item, out var run))
        {
            _runs[item] = run = Walk.Follow(condition, _plan.Graph.Items[item].Mode);
        }

        return run;
    }

    /// <summary>The run of an objective's measure.</summary>
    public MeasureRun Run(Objective objective)
    {
        if (!_measures.TryGetValue(objective.Id, out var run))
        {
            _measures[objective.Id] = run = Walk.Follow(objective);
        }

        return run;
    }

    private EvidenceWalk Walk => new(_plan.Calendar, Facts, Vocabulary ?? NoVocabulary);
}
