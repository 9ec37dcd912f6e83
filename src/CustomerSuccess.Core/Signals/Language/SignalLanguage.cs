using System.Collections.Concurrent;
using CustomerSuccess.Expressions;

namespace CustomerSuccess.Signals;

/// <summary>What expressions may name of signals.</summary>
internal sealed class SignalLanguage : LanguagePart<CustomerFacts>
{
    public const string Variable = "signals";

    private const string SignalType = "signal";

    // So that a chain that is written often is one reader; beyond, each is its own.
    private const int MostRemembered = 4096;

    private readonly ConcurrentDictionary<SignalMeasure, CelReader<CustomerFacts>> _readers = new();

    public List<DeclaredSignal> Signals { get; } = [];

    public List<SeasonCalendar> Seasons { get; } = [];

    public override void Declare(LanguageDraft<CustomerFacts> draft)
    {
        var byAlias = ByAlias(draft.Found);
        var signal = CelRecordType.For<CustomerFacts>(SignalType).Build();
        var all = CelRecordType.For<CustomerFacts>(Variable);
        foreach (var declared in byAlias.Values)
        {
            all.Field(declared.Alias, signal.Type, facts => CelValue.Of(new CelRecord(signal, facts)), description: declared.Words);
        }

        var type = all.Build();
        draft.Environment.Record(signal).Record(type);
        SignalFunctions.AddTo(draft.Environment, signal.Type);
        draft.Add(new FactsReader(Variable, "1", facts => CelValue.Of(new CelRecord(type, facts)), _ => null), type.Type, "The signals of the customer.");
        SeasonCalendar[] seasons = [.. Seasons];
        SignalChain Chain(CelExpression expression) => new(expression, byAlias, seasons);
        draft.Recognise((expression, node) => Chain(expression).Read(node) is { } chain ? Reader(chain.Measure, $"{Variable}.{chain.Signal.Alias}") : null);
        draft.Checks.Add(expression => Check(expression, Chain(expression)));
    }

    private Dictionary<string, DeclaredSignal> ByAlias(DiagnosticList found)
    {
        var byAlias = new Dictionary<string, DeclaredSignal>(StringComparer.Ordinal);
        foreach (var signal in Signals)
        {
            if (!byAlias.TryAdd(signal.Alias, signal) && byAlias[signal.Alias] != signal)
            {
                found.Add("LA002", $"language/{Variable}.{signal.Alias}", $"'{Variable}.{signal.Alias}' is declared twice.", "Declare it once, or give one another name.");
            }
        }

        foreach (var twice in Seasons.GroupBy(s => s.Name, StringComparer.Ordinal).Where(g => g.Select(s => s.Canonical).Distinct().Count() > 1))
        {
            found.Add("LA002", $"language/seasons/{twice.Key}", $"Two calendars are named '{twice.Key}'.", "Rename one.");
        }

        return byAlias;
    }

    private CelReader<CustomerFacts> Reader(SignalMeasure measure, string name)
    {
        if (_readers.TryGetValue(measure, out var known) && known.Name == name)
        {
            return known;
        }

        CelReader<CustomerFacts> made = measure.Aggregation == SignalAggregation.Age ? new SignalAgeReader(name, measure) : new SignalReader(name, measure);
        return _readers.Count >= MostRemembered ? made : _readers.GetOrAdd(measure, made) is var kept && kept.Name == name ? kept : made;
    }

    // Every signal that is named begins a whole chain with constants: then it is known before anything runs what is read.
    private static List<CelDiagnostic> Check(CelExpression expression, SignalChain chain)
    {
        var found = new List<CelDiagnostic>();
        void Visit(CelNode node)
        {
            var before = found.Count;
            if (chain.Read(node, found) is not null || found.Count > before)
            {
                return;
            }

            if (expression.VariableOf(node)?.Name == Variable || chain.SignalOf(node) is not null)
            {
                var example = expression.VariableOf(node) is null ? $"{node}" : $"{Variable}.NAME";
                found.Add(expression.Mistake("LA003", $"A signal is asked for nothing: {node}.", $"Say what is to be computed of it, for instance {example}.count(days(28)).", node));
                return;
            }

            foreach (var part in node.Parts)
            {
                Visit(part);
            }
        }

        Visit(expression.Root);
        return found;
    }
}
