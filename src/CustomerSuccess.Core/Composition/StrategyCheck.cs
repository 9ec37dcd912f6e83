using CustomerSuccess.Health;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerSuccess.Composition;

/// <summary>Checks the strategies and who is scored by which, and makes the table of them.</summary>
internal sealed class StrategyCheck(IServiceProvider services, CompositionPlan plan, DiagnosticList found)
{
    private const string Usual = "default";

    private readonly IServiceProviderIsKeyedService? _known = services.GetService<IServiceProviderIsKeyedService>();
    private readonly List<(string Name, IHealthScoreStrategy Strategy)> _made = [];

    /// <summary>The strategies by name, in the order of registration.</summary>
    public IReadOnlyList<(string Name, IHealthScoreStrategy Strategy)> Made => _made;

    public StrategyTable? Run()
    {
        Duplicates();
        var uses = Uses();
        var runners = new Dictionary<string, StrategyRunner>(StringComparer.Ordinal);
        var cold = ColdStart();
        foreach (var name in plan.Strategies.Select(s => s.Name).Concat(uses.Values.Append(cold?.Strategy).OfType<string>().Where(Exists)).Distinct(StringComparer.Ordinal))
        {
            if (Make(name) is { } runner)
            {
                runners.Add(name, runner);
            }
        }

        uses.TryAdd((null, null), Usual);
        return runners.ContainsKey(uses[(null, null)])
            ? new(
                [.. uses.Where(u => runners.ContainsKey(u.Value)).Select(u => new StrategyChoice(u.Key.Segment, u.Key.Stage, runners[u.Value]))],
                cold is not null && runners.TryGetValue(cold.Strategy, out var fresh) ? new(fresh, cold.MaximumAge, cold.UntilCoverage) : null)
            : null;
    }

    private ColdStartUse? ColdStart()
    {
        ColdStartUse[] said = [.. plan.ColdStarts.Distinct()];
        if (said.Length > 1)
        {
            found.Add("ST013", "strategies", $"New customers are to be scored in {said.Length} ways: by {string.Join(" and by ", said.Select(s => $"'{s.Strategy}'"))}.", "Say UseColdStart once.");
        }

        foreach (var missing in said.Select(s => s.Strategy).Distinct(StringComparer.Ordinal).Where(s => !Exists(s)))
        {
            Unregistered("strategies", missing);
        }

        return said.FirstOrDefault();
    }

    private void Unregistered(string path, string name) =>
        found.Add("ST001", path, $"No health strategy named '{name}'. {Suggestion.For(name, Names())}", $"Add it with AddHealthStrategy(\"{name}\", …).");

    private void Duplicates()
    {
        foreach (var name in plan.Clashes.Where(c => c.Length > 0).Concat(plan.Strategies.GroupBy(s => s.Name).Where(Differ).Select(g => g.Key)).Distinct(StringComparer.Ordinal))
        {
            found.Add("ST002", $"strategies/{name}", $"Two different health strategies are named '{name}'.", "Rename one.");
        }
    }

    private static bool Differ(IGrouping<string, StrategyPlan> same) =>
        same.Select(s => s.Options ?? new()).Select(o => StrategyHash.Of(same.Key, o.Version, ReaderSignature.None, o).ConfigurationHash).Distinct().Count() > 1;

    // The strategy's name by segment and stage; null for any.
    private Dictionary<(string? Segment, string? Stage), string> Uses()
    {
        var uses = new Dictionary<(string? Segment, string? Stage), string>();
        foreach (var (segment, stage, name) in plan.Uses)
        {
            var path = StrategyChoice.PathOf(segment, stage);
            if (!Exists(name))
            {
                Unregistered(path, name);
            }

            if (!uses.TryAdd((segment, stage), name) && uses[(segment, stage)] != name)
            {
                found.Add("ST007", path, $"'{uses[(segment, stage)]}' and '{name}' are both to score {StrategyChoice.WhomOf(segment, stage)}.", "Say UseStrategy once for it.");
            }
        }

        if (!uses.ContainsKey((null, null)) && !Exists(Usual))
        {
            found.Add("ST003", "strategies", $"No health strategy is named '{Usual}'. {Suggestion.For(Usual, Names())}", "Add one of that name, or say which scores everyone: UseStrategy(\"…\").");
        }

        return uses;
    }

    private List<string> Names() => [.. plan.Strategies.Select(s => s.Name).Distinct(StringComparer.Ordinal)];

    // The host may also register keyed services of its own.
    private bool Exists(string name) =>
        plan.Strategies.Exists(s => s.Name == name) || _known?.IsKeyedService(typeof(IHealthScoreStrategy), name) == true;

    private StrategyRunner? Make(string name)
    {
        var options = plan.Strategies.Find(s => s.Name == name)?.Options;
        try
        {
            var strategy = services.GetRequiredKeyedService<IHealthScoreStrategy>(name);
            _made.Add((name, strategy));
            if (options is not null && strategy is Scorecard or CompositeStrategy)
            {
                found.Add("ST010", $"strategies/{name}", $"Options are stated for '{name}', which brings its own bands, display and configuration.", "State them on the scorecard or composite itself.");
            }

            return new StrategyRunner(name, strategy, options);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            found.Add("ST008", $"strategies/{name}", $"The health strategy '{name}' cannot be made: {e.Message}", "Register what its constructor takes, or pass an instance.");
            return null;
        }
    }
}
