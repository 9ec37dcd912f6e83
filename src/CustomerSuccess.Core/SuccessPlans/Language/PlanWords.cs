namespace CustomerSuccess.SuccessPlans;

/// <summary>What is read of the plan in force under which name.</summary>
public static class PlanWords
{
    /// <summary>The value that the plan has delivered, 0 to 1.</summary>
    public const string Value = "plan.value";

    /// <summary>How far the value has moved over 90 days, in points of 100.</summary>
    public const string Vector = "plan.vector";

    /// <summary>The pace of the plan as a whole: <c>notStarted</c>, <c>onTrack</c>, <c>behind</c>, <c>stuck</c>, <c>reached</c> or <c>unknown</c>.</summary>
    public const string Pace = "plan.pace";

    internal sealed record Word<T>(string Name, Func<CustomerFacts, Reading<T>> Read, string Description);

    internal static IReadOnlyList<Word<double>> Numbers { get; } =
    [
        new(Value, f => Of(f, Value, s => Range(s.Value, Value)), "The value that the plan has delivered, 0 to 1; unknown where some of it is not known."),
        new(Vector, f => Of(f, Vector, s => s.Vector.Magnitude is { } points ? Reading.Known(points) : Unknown<double>(Vector, s.Vector.ToString())), "How far the value has moved over 90 days, −100 to 100 points; unknown where some of it is not known."),
        new("plan.day", f => Of(f, "plan.day", s => Reading.Known((double)s.Day)), "The day since the plan's start, in its zone; negative before it."),
        new("plan.delay", f => Of(f, "plan.delay", s => Reading.Known((double)s.Ledgers.Max(l => l.Delay))), "The delay of the latest of its milestones, in days, projected where it is open."),
        new("plan.keptByCustomer", f => Of(f, "plan.keptByCustomer", s => Rate(s, PlanParty.Customer)), "The share of what the customer owed, and had come due, that it kept in time, 0 to 1."),
        new("plan.keptByVendor", f => Of(f, "plan.keptByVendor", s => Rate(s, PlanParty.Vendor)), "The share of what the vendor owed, and had come due, that it kept in time, 0 to 1."),
    ];

    internal static IReadOnlyList<Word<string>> Texts { get; } =
    [
        new(Pace, f => Of(f, Pace, s => s.Pace == SuccessPlans.Pace.Unknown ? Unknown<string>(Pace, string.Join("; ", s.Milestones.SelectMany(m => m.Causes).Distinct())) : Reading.Known(Of(s.Pace))), "The worst pace of its open milestones: notStarted, onTrack, behind, stuck; reached when all are."),
        new("plan.direction", f => Of(f, "plan.direction", s => s.Vector.Direction == SuccessDirection.CannotTell ? Unknown<string>("plan.direction", s.Vector.ToString()) : Reading.Known(DocumentWords.Of(s.Vector.Direction))), "Where the value has moved over 90 days: forward, stalled or backward."),
        new("plan.template", f => Of(f, "plan.template", s => Reading.Known(s.Plan.Template.Name)), "The model customer that the plan was made from."),
    ];

    internal static IReadOnlyList<Word<bool>> Flags { get; } =
    [
        new("plan.insufficient", f => Of(f, "plan.insufficient", s => Reading.Known(s.Ledgers.Any(l => l.IsPlanInsufficient))), "Whether a milestone has not come though everything that was owed for it was kept."),
        new("plan.valueEvidenced", f => f.Plan is { } plan ? plan.ValueEvidenced() : Unknown<bool>("plan.valueEvidenced", "no source gives plans"), "Whether an outcome is reached, and that is evidence of value."),
        new("plan.nothingFollows", f => Of(f, "plan.nothingFollows", s => Reading.Known(s.NothingFollows)), "Whether every desired outcome is reached and none follows."),
    ];

    /// <summary>For expressions: <c>plan.value</c>, <c>plan.vector</c>, <c>plan.pace</c>, <c>plan.milestones["live"].reached</c> and the like, of the plan in force. Scores and rules may read them, segments and the plans themselves may not.</summary>
    public static LanguageBuilder<CustomerFacts> Plans(this LanguageBuilder<CustomerFacts> language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.With<PlanLanguage>(_ => { });
    }

    /// <summary>Names what is known of the plan in force for what reads facts by name: <c>plan.value</c>, <c>plan.vector</c>, <c>plan.pace</c> and the like.</summary>
    public static TSelf Plan<TSelf>(this VocabularyPart<CustomerFacts, TSelf> part)
        where TSelf : VocabularyPart<CustomerFacts, TSelf>
    {
        ArgumentNullException.ThrowIfNull(part);
        var source = new PlanSource();
        foreach (var word in Numbers)
        {
            part.Add(new ReadingFact<CustomerFacts>(word.Name, "1", source, word.Read));
        }

        foreach (var word in Texts)
        {
            part.Add(new TextReadingFact<CustomerFacts>(word.Name, "1", source, word.Read));
        }

        TSelf self = null!;
        foreach (var word in Flags)
        {
            self = part.Add(new FlagReadingFact<CustomerFacts>(word.Name, "1", source, word.Read));
        }

        return self;
    }

    internal static string Of(Pace pace) => DocumentWords.Of(pace);

    internal static string Of(Verification verification) => DocumentWords.Of(verification);

    internal static (PlanState? State, UnknownCause? Why) StateOf(CustomerFacts facts, string name) => facts.Plan is not { } plan
        ? (null, new UnknownCause(name, UnknownKind.NotDeclared, "no source gives plans"))
        : (plan.State, plan.Why);

    private static Reading<T> Of<T>(CustomerFacts facts, string name, Func<PlanState, Reading<T>> read) => StateOf(facts, name) is (var state, null)
        ? read(state!)
        : Reading.Unknown<T>(StateOf(facts, name).Why!);

    private static Reading<double> Range(ValueRange range, string name) => range.IsKnown
        ? Reading.Known(range.Lower)
        : Unknown<double>(name, $"it lies {range} of 100");

    private static Reading<double> Rate(PlanState state, PlanParty party) => state.Kept(party).Rate is { } rate
        ? Reading.Known(rate)
        : Reading.Unknown<double>(new UnknownCause($"kept by {DocumentWords.Of(party)}", UnknownKind.NoObservations));

    private static Reading<T> Unknown<T>(string name, string why) => Reading.Unknown<T>(new UnknownCause(name, UnknownKind.Stated, why));
}
