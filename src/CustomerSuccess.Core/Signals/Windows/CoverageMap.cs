using System.Collections.Immutable;

namespace CustomerSuccess.Signals;

/// <summary>From when and through when a source is complete, by signal. Immutable.</summary>
internal sealed class CoverageMap
{
    private readonly ImmutableDictionary<string, SignalCoverage> _stated;
    private readonly SignalCoverage _otherwise;

    private CoverageMap(ImmutableDictionary<string, SignalCoverage> stated, SignalCoverage otherwise) => (_stated, _otherwise) = (stated, otherwise);

    /// <summary>Every signal is complete.</summary>
    public static CoverageMap Complete { get; } = new(ImmutableDictionary.Create<string, SignalCoverage>(StringComparer.Ordinal), SignalCoverage.Complete);

    /// <summary>No signal is complete: nothing may be concluded of one that a source was not asked for.</summary>
    public static CoverageMap Nothing { get; } = new(Complete._stated, new() { Through = DateTimeOffset.MinValue });

    public SignalCoverage this[string signal] => _stated.GetValueOrDefault(signal, _otherwise);

    /// <summary>The same, with what is stated of one signal.</summary>
    public CoverageMap With(string signal, SignalCoverage coverage) => new(_stated.SetItem(signal, coverage), _otherwise);

    /// <summary>Whether anything is stated of a signal.</summary>
    public bool States(string signal) => _stated.ContainsKey(signal);
}
