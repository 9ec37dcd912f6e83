namespace CustomerSuccess.Interventions;

/// <summary>The rules that are active, what holds for all of them, and former versions that open cases keep. Immutable.</summary>
public sealed class RuleSet
{
    private readonly Dictionary<string, Rule> _versions;

    private RuleSet(Rule[] rules, InterventionPolicy policy, Rule[] former)
    {
        (Rules, Policy, Former) = (Array.AsReadOnly(rules), policy, Array.AsReadOnly(former));
        _versions = new(StringComparer.Ordinal);
        foreach (var rule in former.Concat(rules))
        {
            _versions[rule.ConfigurationHash] = rule;
        }

        ConfigurationHash = RuleHash.Of(this);
    }

    /// <summary>The active rules, by name in ordinal order.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>What holds for all of them.</summary>
    public InterventionPolicy Policy { get; }

    /// <summary>Versions that are no longer active, and that open cases may have begun with.</summary>
    public IReadOnlyList<Rule> Former { get; }

    /// <summary>The content hash of rules and policy; former versions leave it alone.</summary>
    public string ConfigurationHash { get; }

    /// <summary>Whether it says nothing: no rule, and all of the policy usual.</summary>
    internal bool IsUsual => Rules.Count == 0 && RuleHash.Json(Policy) is null;

    /// <summary>Checks everything together and gives the set.</summary>
    /// <param name="rules">The rules, each name once.</param>
    /// <param name="policy">What holds for all of them; null for the defaults, without budgets.</param>
    /// <param name="former">Versions that are no longer active.</param>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them.</exception>
    public static RuleSet Of(IEnumerable<Rule> rules, InterventionPolicy? policy = null, IEnumerable<Rule>? former = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rule[] all = [.. rules.OrderBy(r => r.Name, StringComparer.Ordinal)];
        var found = new DiagnosticList();
        PolicyCheck.Run(all, policy ?? new(), found);
        found.ThrowIfAny();
        return new(all, policy ?? new(), [.. former ?? []]);
    }

    /// <summary>The same, with versions that are no longer active and that open cases may have begun with.</summary>
    public RuleSet With(params IEnumerable<Rule> former)
    {
        ArgumentNullException.ThrowIfNull(former);
        return new([.. Rules], Policy, [.. Former, .. former]);
    }

    /// <summary>The active rule of a name; null where there is none.</summary>
    public Rule? Find(string name) => Rules.FirstOrDefault(r => r.Name == name);

    /// <summary>The version of a rule, active or former; null where it is not known.</summary>
    internal Rule? Version(string hash) => _versions.GetValueOrDefault(hash);
}
