using CustomerSuccess.Expressions;

namespace CustomerSuccess.SuccessPlans;

/// <summary>What expressions may name of plans. Everything of it may be another at any midnight: it is asked again after a day.</summary>
internal sealed class PlanLanguage : LanguagePart<CustomerFacts>
{
    public const string Prefix = "plan.";
    public const string Milestones = "plan.milestones";

    private static readonly CelRecordType Milestone = CelRecordType.For<MilestoneState>("milestone")
        .Field("reached", CelType.Bool, m => Values.Of(m.Reached, CelValue.Of), description: "Whether it is reached.")
        .Field("pace", CelType.String, m => CelValue.Of(PlanWords.Of(m.Pace)), description: "Its pace: notStarted, onTrack, behind, stuck, reached or unknown.")
        .Field("due", CelType.Double, m => CelValue.Of((double)m.DueDay), description: "When it is due, in days since the plan's start.")
        .Field("verification", CelType.String, m => CelValue.Of(PlanWords.Of(m.Verification)), description: "How sure its outcome is: none, claimed, evidenced or acknowledged.")
        .Build();

    public override void Declare(LanguageDraft<CustomerFacts> draft)
    {
        foreach (var word in PlanWords.Numbers)
        {
            Add(draft, word.Name, CelType.Double, f => Values.Of(word.Read(f), CelValue.Of), word.Description);
        }

        foreach (var word in PlanWords.Texts)
        {
            Add(draft, word.Name, CelType.String, f => Values.Of(word.Read(f), CelValue.Of), word.Description);
        }

        foreach (var word in PlanWords.Flags)
        {
            Add(draft, word.Name, CelType.Bool, f => Values.Of(word.Read(f), CelValue.Of), word.Description);
        }

        draft.Environment.Record(Milestone);
        Add(draft, Milestones, CelType.MapOf(CelType.String, Milestone.Type), Read, "The milestones of the plan by their ids.");
    }

    private static void Add(LanguageDraft<CustomerFacts> draft, string name, CelType type, Func<CustomerFacts, CelValue> read, string description) =>
        draft.Add(new FactsReader(name, "1", read, _ => null) { IsOpaque = true, Source = new PlanSource() }, type, description, LanguageStage.Plans);

    private static CelValue Read(CustomerFacts facts) => PlanWords.StateOf(facts, Milestones) is (var state, null)
        ? CelValue.Of(CelMap.Of(state!.Milestones.Select(m => KeyValuePair.Create(m.Id, CelValue.Of(new CelRecord(Milestone, m))))))
        : Unknowns.Of(PlanWords.StateOf(facts, Milestones).Why!);
}

/// <summary>That something is read of the plan in force.</summary>
internal sealed record PlanSource
{
    /// <inheritdoc />
    public override string ToString() => "plan";
}
