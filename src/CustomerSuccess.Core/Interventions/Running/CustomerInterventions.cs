using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using CustomerSuccess.Health;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Interventions;

/// <summary>
/// Runs rules over customers: cycles find what is due and record it, deliveries attempt it. Time is an argument: it reads no clock and starts no
/// thread of its own. Safe to use from several threads and processes over one store: what two do at once is done once.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore that nobody asks for its wait handle holds nothing that is to be given back.")]
public sealed partial class CustomerInterventions
{
    private readonly CustomerHealth _health;
    private readonly IInterventionStore _store;
    private readonly ISilenceSource? _silences;
    private readonly IReadOnlyList<ITouchChannel> _channels;
    private readonly Dictionary<string, RulePlan> _plans = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, GridMemory> _memories = new(StringComparer.Ordinal);
    private readonly bool _remembers;

    private CustomerInterventions(CustomerHealth health, RuleSet rules, InterventionHost host)
    {
        (_health, Rules, _store, _silences, _channels) = (health, rules, host.Store, host.Silences, host.Channels);
        foreach (var rule in rules.Former.Concat(rules.Rules))
        {
            _plans[rule.ConfigurationHash] = new(rule);
        }

        _remembers = rules.Rules.Concat(rules.Former).SelectMany(r => r.Content.Conditions).Any(c => !c.Condition.IsForeseen);
        ConfigurationHash = HashOf(health, rules);
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>The content hash of rules and of what they read: segments, plans and scorecards.</summary>
    public string ConfigurationHash { get; }

    /// <summary>Forms interventions from the health of customers and rules.</summary>
    /// <param name="health">How customers are read.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="host">What the host gives: a store, channels, silences. In memory, without channels, unless stated.</param>
    /// <exception cref="ConfigurationException">A rule reads what nothing gives; the exception has all mistakes.</exception>
    public static CustomerInterventions Of(CustomerHealth health, RuleSet rules, InterventionHost? host = null)
    {
        ArgumentNullException.ThrowIfNull(health);
        ArgumentNullException.ThrowIfNull(rules);
        var found = new DiagnosticList();
        SourceCheck.Run(health.Plan, rules, found);
        found.ThrowIfAny();
        object[] sources = [.. rules.Rules.Concat(rules.Former).SelectMany(r => r.Sources)];
        SignalMeasure[] measures = [.. sources.OfType<SignalMeasure>()];
        var signals = measures.Select(m => m.Signal).Concat(rules.Rules.Concat(rules.Former).SelectMany(r => RuleSources.SignalsOf(r.Content.Trigger)).Select(s => s.Signal));
        return new(health.WithSignals(signals, measures.Any(m => m.Grain == Grain.AccountTree)), rules, host ?? new());
    }

    private static string HashOf(CustomerHealth health, RuleSet rules) => CanonicalJson.Hash(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["format"] = 1,
        ["rules"] = rules.ConfigurationHash,
        ["schemes"] = health.Plan.Model.Facts.Schemes.Select(s => (object)s.ConfigurationHash).ToList(),
        ["plans"] = health.Plan.Model.Plans.Templates.Select(t => (object)t.ConfigurationHash).ToList(),
        ["scorecards"] = health.Plan.Scorecards.Select(s => (object)s.Definition.ConfigurationHash).Order().ToList(),
        ["grid"] = health.Plan.Model.Grid.ToString(),
    });

    /// <summary>The same over another health, or what is kept of this one, and with another host.</summary>
    internal CustomerInterventions Over(CustomerHealth health, InterventionHost host) => new(health, Rules, host);

    internal CustomerHealth Health => _health;

    private async ValueTask<CycleContext> ContextAsync(DateTimeOffset at, InterventionCycle? last, CancellationToken cancellationToken)
    {
        var activations = Activations(last, at);
        var silences = _silences is null ? [] : await _silences.ReadAsync(at, cancellationToken).ConfigureAwait(false);
        return new()
        {
            At = at,
            Previous = last?.At,
            Rules = Rules,
            Active = [.. Rules.Rules.Select(r => (_plans[r.ConfigurationHash], activations[r.Name].Since))],
            Version = hash => _plans.GetValueOrDefault(hash),
            Silences = [.. (silences ?? []).Where(s => s.RecordedAt <= at).GroupBy(s => s.Id, StringComparer.Ordinal).Select(g => g.OrderBy(s => s.RecordedAt).ThenBy(s => s.To).Last())],
        };
    }

    // A version that was there at the last cycle stays active since then; another is active from this one on.
    private Dictionary<string, RuleActivation> Activations(InterventionCycle? last, DateTimeOffset at) => Rules.Rules.ToDictionary(
        r => r.Name,
        r => last?.Activations.GetValueOrDefault(r.Name) is { } known && known.Hash == r.ConfigurationHash ? known : new RuleActivation(r.ConfigurationHash, at),
        StringComparer.Ordinal);

    private CustomerMoments MomentsOf(CustomerHistory history, DateTimeOffset knownAt)
    {
        if (!_remembers)
        {
            return new(_health.Plan.Model, history, knownAt);
        }

        var moments = new CustomerMoments(_health.Plan.Model, history, knownAt, _memories.GetOrAdd(history.CustomerId, _ => new()));
        moments.Memory!.See(moments);
        return moments;
    }
}

/// <summary>What the host gives to interventions. Immutable, as far as what it gives is.</summary>
public sealed class InterventionHost
{
    private readonly IReadOnlyList<ITouchChannel> _channels = [];

    /// <summary>Where cases are kept; in memory unless stated.</summary>
    public IInterventionStore Store { get; init; } = new InMemoryInterventionStore();

    /// <summary>The channels, each name once.</summary>
    /// <exception cref="ArgumentException">Two have one name, or one has none.</exception>
    public IReadOnlyList<ITouchChannel> Channels
    {
        get => _channels;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Any(c => c is null || string.IsNullOrWhiteSpace(c.Name)) || value.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { })
            {
                throw new ArgumentException($"Each channel has a name of its own: {string.Join(", ", value.Select(c => $"'{c?.Name}'"))}.", nameof(value));
            }

            _channels = Array.AsReadOnly([.. value]);
        }
    }

    /// <summary>Where silences are read; null for none.</summary>
    public ISilenceSource? Silences { get; init; }
}
