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
        foreach (var name in plan.Strategies.Select(s => s.Name).Concat(uses.Values.Where(Exists)).Distinct(StringComparer.Ordinal))
        {
            if (Make(name) is { } runner)
            {
                runners.Add(name, runner);
            }
        }

        return runners.TryGetValue(uses.GetValueOrDefault("", Usual), out var usual)
            ? new(usual, uses.Where(u => u.Key.Length > 0 && runners.ContainsKey(u.Value)).ToDictionary(u => u.Key, u => runners[u.Value], StringComparer.Ordinal))
            : null;
    }

    private void Duplicates()
    {
        foreach (var name in plan.Clashes.Where(c => c.Length > 0).Concat(plan.Strategies.GroupBy(s => s.Name).Where(Differ).Select(g => g.Key)).Distinct(StringComparer.Ordinal))
        {
            found.Add("ST002", $"strategies/{name}", $"Two different health strategies are named '{name}'.", "Rename one.");
        }
    }

    private static bool Differ(IGrouping<string, StrategyPlan> same) =>
        same.Select(s => s.Options ?? new()).Select(o => StrategyHash.Of(same.Key, o.Version, ReaderSignature.None, o).ConfigurationHash).Distinct().Count() > 1;

    // The strategy's name by segment; "" for everyone else.
    private Dictionary<string, string> Uses()
    {
        var uses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (segment, name) in plan.Uses)
        {
            var path = segment is null ? "strategies" : $"segments/{segment}";
            if (!Exists(name))
            {
                found.Add("ST001", path, $"No health strategy named '{name}'. {Suggestion.For(name, Names())}", $"Add it with AddHealthStrategy(\"{name}\", …).");
            }

            if (!uses.TryAdd(segment ?? "", name) && uses[segment ?? ""] != name)
            {
                found.Add("ST007", path, $"'{uses[segment ?? ""]}' and '{name}' are both to score {(segment is null ? "everyone" : $"the segment '{segment}'")}.", "Say UseStrategy once for it.");
            }
        }

        if (!uses.ContainsKey("") && !Exists(Usual))
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
