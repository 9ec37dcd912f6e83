using CustomerSuccess.Health;

namespace CustomerSuccess.Composition;

/// <summary>
/// What reads what: for a signal, a trait or a function the measures, exceptions, segments, milestones, accountabilities, objectives, rules and named facts that read it, also
/// through other facts, segments, plans and scores; the reverse; what is lost where it stops; what nobody reads. What a lambda reads is not
/// known, and said so. Immutable.
/// </summary>
public sealed class Lineage
{
    private readonly CustomerHealthPlan _plan;

    private Lineage(CustomerHealthPlan plan, CustomerConfiguration? configuration)
    {
        _plan = plan;
        Entries = new LineageWalk(plan, configuration?.Rules.Rules ?? []).Entries();
        Unused = UnusedParts.Of(plan, configuration, Entries);
        DeadMeasures = DeadMeasure.Of(plan.Scorecards);
    }

    /// <summary>Everything that is read, by kind, name and reader.</summary>
    public IReadOnlyList<LineageEntry> Entries { get; }

    /// <summary>What is declared and read by nothing, in words: <c>signal 'ticket'</c>. Of signals, traits and scorecards only where documents declare them.</summary>
    public IReadOnlyList<string> Unused { get; }

    /// <summary>Measures that cannot move any score.</summary>
    public IReadOnlyList<DeadMeasure> DeadMeasures { get; }

    /// <summary>The lineage of how health is formed, and of the plans of its templates.</summary>
    public static Lineage Of(CustomerHealth health)
    {
        ArgumentNullException.ThrowIfNull(health);
        return new(health.Plan, null);
    }

    /// <summary>The lineage of a configuration.</summary>
    public static Lineage Of(CustomerConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var (said, found) = (new CustomerHealthBuilder(), new DiagnosticList());
        configuration.AddTo(said);
        var plan = CustomerHealthCheck.Run(said, said.Named, CustomerHealthCheck.Table(said, found), found);
        return new(plan, configuration);
    }

    /// <summary>What reads a signal, in ordinal order.</summary>
    public IReadOnlyList<string> ReadersOfSignal(string signal) => ReadersOf(LineageKind.Signal, signal);

    /// <summary>What reads a trait, in ordinal order.</summary>
    public IReadOnlyList<string> ReadersOfTrait(string trait) => ReadersOf(LineageKind.Trait, trait);

    /// <summary>What calls a function of the host, in ordinal order.</summary>
    public IReadOnlyList<string> ReadersOfFunction(string function) => ReadersOf(LineageKind.Function, function);

    /// <summary>Who reads anything of that name, whatever it is.</summary>
    public IReadOnlyList<LineageEntry> ReadersOf(string name) => [.. Entries.Where(e => e.Name == name && e.Kind != LineageKind.Lambda)];

    /// <summary>The reverse: all that a measure, exception, segment, milestone, accountability, objective, rule or fact reads, also through others.</summary>
    public IReadOnlyList<LineageEntry> ReadsOf(LineageReader reader) => [.. Entries.Where(e => e.Reader == reader)];

    /// <summary>The reverse for a whole scorecard, scheme or plan, by its name.</summary>
    public IReadOnlyList<LineageEntry> ReadsOf(string whole) => [.. Entries.Where(e => e.Reader.Of == whole)];

    /// <summary>What scores and plans lose where something stops: of each scorecard the share of weight, of each plan the share of milestones, that would be unknown at most. An expression may do without it: <c>orElse</c>, <c>known</c>.</summary>
    /// <param name="kind">What stops.</param>
    /// <param name="name">Its name.</param>
    public CoverageLoss Without(LineageKind kind, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return CoverageLoss.Of(kind, name, Entries, _plan.Scorecards, _plan.Model.Plans.Templates);
    }

    /// <summary>A flow chart in the notation of Mermaid: from signals, traits and functions to what reads them, and on to scorecards, schemes and plans.</summary>
    public string ToMermaid() => MermaidChart.Of(Entries);

    private IReadOnlyList<string> ReadersOf(LineageKind kind, string name) => [.. Entries.Where(e => e.Kind == kind && e.Name == name).Select(e => e.ReadBy)];
}
