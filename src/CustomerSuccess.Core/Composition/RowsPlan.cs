using CustomerSuccess.Health;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Composition;

/// <summary>The host's rows, whatever their type.</summary>
internal abstract class RowsPlan
{
    public abstract Type RowType { get; }

    /// <summary>Makes the scorer of everything that was said about rows of this type; those of another are left out.</summary>
    public abstract Func<IServiceScopeFactory, StrategyTable, IHealthScorer> Compile(RowsCheck check);
}

/// <summary>The host's rows of one type.</summary>
internal sealed class RowsPlan<T>(RowsBuilder<T> said) : RowsPlan
    where T : class
{
    private const string Lambdas = "lambdas";

    public override Type RowType => typeof(T);

    private RowsBuilder<T> Said => said;

    public override Func<IServiceScopeFactory, StrategyTable, IHealthScorer> Compile(RowsCheck check)
    {
        var (parts, found) = (check.All.OfType<RowsPlan<T>>().Select(p => p.Said).ToArray(), check.Found);
        if (check.Services.GetService<IServiceProviderIsService>()?.IsService(typeof(IRowSource<T>)) == false)
        {
            found.Add("ST004", "rows", $"Nothing reads rows of type {typeof(T).Name}.", $"Register an IRowSource<{typeof(T).Name}>, or name it: Rows<{typeof(T).Name}, MySource>(…).");
        }

        var id = check.Single(parts.Select(p => p.Id), "IdentifiedBy", Lambdas);
        if (id is null && parts.All(p => p.Id is null))
        {
            found.Add("ST006", "rows", $"It is not said how to read the customer's id of a {typeof(T).Name}.", "Say so: rows.IdentifiedBy(row => row.Id).");
        }

        foreach (var (_, stage, strategy) in parts.All(p => p.Stage is null) ? check.Uses.Where(u => u.Stage is not null).Distinct() : [])
        {
            found.Add("ST014", $"stages/{stage}", $"'{strategy}' is to score the stage '{stage}', and it is not said how to read the stage of a {typeof(T).Name}.", "Say so: rows.LifecycleStage(row => row.Stage).");
        }

        if (check.ColdStarts.Count > 0)
        {
            found.Add("ST015", "strategies", $"'{check.ColdStarts[0].Strategy}' is to score new customers, and rows do not tell since when there is a customer.", "Score customers of which you have facts: Customers(…). Of rows, read a segment 'new' yourself and say UseStrategy(…, forSegment: \"new\").");
        }

        check.Single(parts.Select(p => p.Overrides), "OverriddenBy", Lambdas);
        var rows = new CustomerRows<T>
        {
            Vocabulary = Facts(parts, check.Strategies, found),
            Id = id ?? (_ => null),
            Segment = check.Single(parts.Select(p => p.Segment), "SegmentedBy", Lambdas),
            Stage = check.Single(parts.Select(p => p.Stage), "LifecycleStage", Lambdas),
            PreviousBand = check.Single(parts.Select(p => p.Previous), "PreviousBand", Lambdas),
            Override = parts.Select(p => p.Override).FirstOrDefault(o => o is not null),
            Usage = check.Single(parts.Select(p => p.Usage), "UsageJudgedBy", Lambdas),
        };
        return (scopes, table) => new HealthScorer<T>(scopes, rows, table);
    }

    private static Vocabulary<T> Facts(RowsBuilder<T>[] parts, IReadOnlyList<(string Name, IHealthScoreStrategy Strategy)> strategies, DiagnosticList found)
    {
        var draft = new VocabularyDraft<T>();
        foreach (var part in parts)
        {
            draft.Add(part.Facts);
        }

        foreach (var scorecard in strategies.SelectMany(s => CompositeStrategy.Leaves(s.Strategy)).OfType<Scorecard<T>>())
        {
            scorecard.AddReadersTo(draft);
        }

        var facts = draft.Compile(found);
        foreach (var (name, strategy) in strategies)
        {
            foreach (var scorecard in CompositeStrategy.Leaves(strategy).OfType<Scorecard>().Where(s => s is not Scorecard<T>))
            {
                Readable(name, scorecard, facts, found);
            }
        }

        return facts;
    }

    // A scorecard over columns reads its measures from the facts by name: one that nobody reads would be unknown for ever.
    private static void Readable(string name, Scorecard scorecard, Vocabulary<T> facts, DiagnosticList found)
    {
        foreach (var read in scorecard.Program.NamesRead.Where(n => facts.Find(n) is null))
        {
            found.Add("ST009", $"strategies/{name}/{read}", $"The scorecard reads '{read}' by name, and nothing reads that from a {typeof(T).Name}.", Suggestion.For(read, facts.Names));
        }
    }
}
