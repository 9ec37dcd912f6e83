using CustomerSuccess.Segmentation;
using CustomerSuccess.Signals;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Health;

/// <summary>Finds the mistakes of what was said about customers, and makes the model of it.</summary>
internal static class CustomerHealthCheck
{
    private const int UsualBatch = 256;
    private const int UsualBatchesAtOnce = 4;
    private static readonly TimeSpan UsualSpacing = TimeSpan.FromDays(28);

    /// <param name="said">What was said.</param>
    /// <param name="strategies">The strategies by name.</param>
    /// <param name="table">Who is scored by which; null where that has mistakes.</param>
    /// <param name="found">Takes the mistakes.</param>
    public static CustomerHealthPlan Run(CustomerHealthBuilder said, IReadOnlyList<(string Name, IHealthScoreStrategy Strategy)> strategies, StrategyTable? table, DiagnosticList found)
    {
        var draft = new VocabularyDraft<CustomerFacts>();
        draft.Add(said.Facts);
        Scorecard[] scorecards = [.. strategies.SelectMany(s => CompositeStrategy.Leaves(s.Strategy)).OfType<Scorecard>()];
        foreach (var scorecard in scorecards.OfType<Scorecard<CustomerFacts>>())
        {
            scorecard.AddReadersTo(draft);
        }

        var facts = FactsModel.Compile(draft, said.Schemes, found);
        foreach (var scorecard in scorecards.Where(s => s is not Scorecard<CustomerFacts>))
        {
            foreach (var name in scorecard.Program.NamesRead.Where(n => facts.Vocabulary.Find(n) is null))
            {
                found.Add("ST009", $"strategies/{scorecard.Name}/{name}", $"The scorecard reads '{name}' by name, and nothing reads that from the facts.", Suggestion.For(name, facts.Vocabulary.Names));
            }
        }

        object[] scored = [.. facts.Vocabulary.Sources, .. scorecards.OfType<Scorecard<CustomerFacts>>().SelectMany(s => s.Sources)];
        facts.CheckSchemes(scored, found);
        object[] sources = [.. scored, .. said.Schemes.SelectMany(s => s.Sources).SelectMany(ExpressionSources.Of)];
        SignalMeasure[] measures = [.. sources.OfType<SignalMeasure>().Distinct()];
        var longest = measures.Max(m => m.Window) ?? UsualSpacing;
        if (said.Spacing < longest && measures.Any(m => m.Window is not null))
        {
            found.Add("SR002", "trend", $"Scores of a trend are spaced by {said.Spacing.Value.TotalDays} days, and a measure spans {longest.TotalDays}: two scores would count the same signals.", "Space them by at least the longest window.");
        }

        PlanSources.Check(said.Plans, facts.Vocabulary, found);
        object[] planned = [.. said.Plans.SelectMany(p => p.Sources)];
        facts.CheckSchemes(planned, found);
        measures = [.. measures.Concat(planned.OfType<SignalMeasure>()).Distinct()];
        return new CustomerHealthPlan
        {
            Model = new HealthModel { Facts = facts, Plans = new(Distinct(said.Plans), said.PlanOptions ?? new(), facts.Vocabulary), Strategies = table!, Grid = said.EvaluationGrid ?? EvaluationGrid.Daily, Override = said.Override, Usage = said.Usage, LooksBack = sources.Any(s => s is HealthWords.PreviousBand or HealthWords.PreviousValue) },
            Scorecards = [.. scorecards.Distinct()],
            Signals = [.. measures.Select(m => m.Signal).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            AcrossTrees = measures.Any(m => m.Grain == Grain.AccountTree),
            Spacing = said.Spacing ?? longest,
            History = said.History,
            Batch = said.Batches?.Customers ?? UsualBatch,
            Threads = said.Batches?.AtOnce ?? UsualBatchesAtOnce,
        };
    }

    // One template said twice is one.
    private static PlanTemplate[] Distinct(IReadOnlyList<PlanTemplate> templates) => [.. templates.DistinctBy(t => t.Reproducible ? t.ConfigurationHash : (object)t)];

    /// <summary>Who is scored by which, of a builder that names its strategies itself.</summary>
    public static StrategyTable? Table(CustomerHealthBuilder said, DiagnosticList found)
    {
        foreach (var twice in said.Strategies.GroupBy(s => (s.Segment, s.Stage)).Where(g => g.Count() > 1))
        {
            var (segment, stage) = twice.Key;
            found.Add("ST007", StrategyChoice.PathOf(segment, stage), $"{string.Join(" and ", twice.Select(s => $"'{s.Name}'"))} are both to score {StrategyChoice.WhomOf(segment, stage)}.", "Say ScoredBy once for it.");
        }

        if (said.ColdStarts.Count > 1)
        {
            found.Add("ST013", "strategies", $"{string.Join(" and ", said.ColdStarts.Select(s => $"'{s.Name}'"))} are both to score new customers.", "Say ColdStart once.");
        }

        var withOptions = said.Strategies.Select(s => (Path: s.Segment is null && s.Stage is null ? $"strategies/{s.Name}" : StrategyChoice.PathOf(s.Segment, s.Stage), s.Name, s.Strategy, s.Options))
            .Concat(said.ColdStarts.Select(s => (Path: $"strategies/{s.Name}", s.Name, s.Strategy, s.Options)));
        foreach (var (path, name, _, _) in withOptions.Where(s => s.Options is not null && s.Strategy is Scorecard or CompositeStrategy))
        {
            found.Add("ST010", path, $"Options are stated for '{name}', which brings its own bands, display and configuration.", "State them on the scorecard or composite itself.");
        }

        Segments(said, said.Strategies.Select(s => (s.Segment, s.Name)), found);
        StrategyChoice[] choices = [.. said.Strategies.DistinctBy(s => (s.Segment, s.Stage)).Select(s => new StrategyChoice(s.Segment, s.Stage, new StrategyRunner(s.Name, s.Strategy, s.Options)))];
        if (Array.Exists(choices, c => c is { Segment: null, Stage: null }))
        {
            return new(choices, said.ColdStarts is [var (name, strategy, age, coverage, options), ..] ? new(new StrategyRunner(name, strategy, options), age, coverage) : null);
        }

        found.Add("ST003", "strategies", $"It is not said what scores everyone.", "Say so: ScoredBy(scorecard).");
        return null;
    }

    /// <summary>A strategy that is to score a segment which no customer can fall in would never score anyone.</summary>
    public static void Segments(CustomerHealthBuilder said, IEnumerable<(string? Segment, string Strategy)> uses, DiagnosticList found)
    {
        var segments = said.Schemes.Where(s => s.Purpose == SegmentPurpose.Experience).SelectMany(s => s.Segments).Select(s => s.Name).ToArray();
        foreach (var (segment, name) in uses.Where(u => u.Segment is not null && !segments.Contains(u.Segment, StringComparer.Ordinal)))
        {
            found.Add("ST011", $"segments/{segment}", $"'{name}' is to score the segment '{segment}', and no scheme for experience has one of that name. {Suggestion.For(segment!, segments)}", "Name one of its segments.");
        }
    }
}

/// <summary>What a checked builder comes to. Immutable.</summary>
internal sealed class CustomerHealthPlan
{
    public required HealthModel Model { get; init; }

    /// <summary>The scorecards that score, each once.</summary>
    public required IReadOnlyList<Scorecard> Scorecards { get; init; }

    /// <summary>The signals that measures read.</summary>
    public required IReadOnlyList<string> Signals { get; init; }

    public required bool AcrossTrees { get; init; }

    public required TimeSpan Spacing { get; init; }

    public required IHealthHistory? History { get; init; }

    public required int Batch { get; init; }

    public required int Threads { get; init; }

    /// <summary>The same, with who is scored by which.</summary>
    public CustomerHealthPlan With(StrategyTable table) => With(
        new HealthModel { Facts = Model.Facts, Plans = Model.Plans, Strategies = table, Grid = Model.Grid, Override = Model.Override, Usage = Model.Usage, LooksBack = Model.LooksBack },
        Signals,
        AcrossTrees);

    /// <summary>The same, reading more signals.</summary>
    public CustomerHealthPlan With(IEnumerable<string> signals, bool acrossTrees) =>
        With(Model, [.. Signals.Union(signals, StringComparer.Ordinal).Order(StringComparer.Ordinal)], AcrossTrees || acrossTrees);

    private CustomerHealthPlan With(HealthModel model, IReadOnlyList<string> signals, bool acrossTrees) => new()
    {
        Model = model,
        Scorecards = Scorecards,
        Signals = signals,
        AcrossTrees = acrossTrees,
        Spacing = Spacing,
        History = History,
        Batch = Batch,
        Threads = Threads,
    };
}
