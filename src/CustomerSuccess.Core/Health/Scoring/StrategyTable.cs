namespace CustomerSuccess.Health;

/// <summary>Which strategy scores the customers of which segment and lifecycle stage, and new ones. The most specific wins: segment and stage, segment, stage, everyone. Immutable.</summary>
internal sealed class StrategyTable
{
    private readonly Dictionary<(string? Segment, string? Stage), StrategySelection> _choices;

    /// <param name="choices">The choices, each segment and stage once; one of them for everyone.</param>
    /// <param name="coldStart">What scores new customers; null for nothing else.</param>
    public StrategyTable(IReadOnlyList<StrategyChoice> choices, ColdStartRule? coldStart = null)
    {
        var alone = choices.Count == 1 && coldStart is null;
        _choices = choices.ToDictionary(c => (c.Segment, c.Stage), c => new StrategySelection(c.Runner, alone ? null : $"'{c.Runner.Name}' for {c.Whom}"));
        ColdStart = coldStart;
        PreviousBands = [null, .. choices.Select(c => c.Runner).Append(coldStart?.Runner).OfType<StrategyRunner>().SelectMany(r => r.DefinitionFor(ReaderSignature.None).Bands.Bands).Select(b => b.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What scores new customers; null for nothing else.</summary>
    public ColdStartRule? ColdStart { get; }

    /// <summary>All that may be the band before: that of any strategy, or none.</summary>
    public IReadOnlyList<string?> PreviousBands { get; }

    public StrategySelection For(string? segment, string? stage = null) =>
        _choices.TryGetValue((segment, stage), out var both) ? both
        : _choices.TryGetValue((segment, null), out var ofSegment) ? ofSegment
        : _choices.TryGetValue((null, stage), out var ofStage) ? ofStage
        : _choices[(null, null)];
}

/// <summary>Which strategy is to score whom.</summary>
/// <param name="Segment">The segment; null for any.</param>
/// <param name="Stage">The lifecycle stage; null for any.</param>
/// <param name="Runner">The strategy.</param>
internal sealed record StrategyChoice(string? Segment, string? Stage, StrategyRunner Runner)
{
    public string Whom => WhomOf(Segment, Stage);

    /// <summary>Where a mistake stands that concerns those customers.</summary>
    public static string PathOf(string? segment, string? stage) =>
        segment is null && stage is null ? "strategies" : string.Join('/', new[] { segment is null ? null : $"segments/{segment}", stage is null ? null : $"stages/{stage}" }.OfType<string>());

    public static string WhomOf(string? segment, string? stage) => (segment, stage) switch
    {
        (null, null) => "everyone",
        (_, null) => $"the segment '{segment}'",
        (null, _) => $"the stage '{stage}'",
        _ => $"the segment '{segment}' in the stage '{stage}'",
    };
}

/// <summary>The strategy that scores a customer.</summary>
/// <param name="Runner">The strategy.</param>
/// <param name="Because">Why it is this one, in words; null where there is no other.</param>
internal readonly record struct StrategySelection(StrategyRunner Runner, string? Because);
