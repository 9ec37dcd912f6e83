using CustomerSuccess.Health;
using CustomerSuccess.Interventions;

namespace CustomerSuccess.Composition;

/// <summary>What is known where the rows are checked.</summary>
internal sealed class RowsCheck
{
    /// <summary>Everything that was said about rows.</summary>
    public required IReadOnlyList<RowsPlan> All { get; init; }

    /// <summary>The strategies by name, in the order of registration.</summary>
    public required IReadOnlyList<(string Name, IHealthScoreStrategy Strategy)> Strategies { get; init; }

    /// <summary>Which strategy is to score whom.</summary>
    public required IReadOnlyList<StrategyUse> Uses { get; init; }

    /// <summary>Which strategy is to score new customers.</summary>
    public required IReadOnlyList<ColdStartUse> ColdStarts { get; init; }

    /// <summary>The rules of interventions; null for none.</summary>
    public required RuleSet? Rules { get; init; }

    /// <summary>The host's services.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>Takes the mistakes.</summary>
    public required DiagnosticList Found { get; init; }

    /// <summary>What several parts say with one word: nothing, or one thing; several are a mistake.</summary>
    /// <param name="said">What each part says; null where it says nothing.</param>
    /// <param name="word">The word.</param>
    /// <param name="what">What they differ in, for instance lambdas.</param>
    /// <param name="same">What makes two of them the same; themselves unless stated.</param>
    public T? Single<T>(IEnumerable<T?> said, string word, string what, Func<T, object>? same = null)
        where T : class
    {
        var distinct = said.OfType<T>().DistinctBy(s => same?.Invoke(s) ?? s).ToArray();
        if (distinct.Length > 1)
        {
            Found.Add("ST005", "rows", $"{word} is said {distinct.Length} times with different {what}.", "Say it once.");
        }

        return distinct.FirstOrDefault();
    }
}
