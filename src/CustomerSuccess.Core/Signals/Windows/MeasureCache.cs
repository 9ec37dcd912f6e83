using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CustomerSuccess.Signals;

/// <summary>Measures that were compiled against the coverage of a source, so that each is compiled once. Safe to use from several threads.</summary>
internal sealed class MeasureCache(CoverageMap coverage)
{
    private const int MostRemembered = 4096;

    private readonly ConcurrentDictionary<SignalMeasure, CompiledMeasure> _compiled = new(Same.Instance);

    public CoverageMap Coverage => coverage;

    public CompiledMeasure this[SignalMeasure measure]
    {
        get
        {
            if (_compiled.TryGetValue(measure, out var known))
            {
                return known;
            }

            var compiled = Compile(measure);
            return _compiled.Count < MostRemembered ? _compiled.GetOrAdd(measure, compiled) : compiled;
        }
    }

    /// <summary>Compiles a measure that is not asked for again, or that is kept elsewhere.</summary>
    public CompiledMeasure Compile(SignalMeasure measure) => new(measure, coverage[measure.Signal]);

    // The text of a measure is not made for each look-up.
    private sealed class Same : IEqualityComparer<SignalMeasure>
    {
        public static Same Instance { get; } = new();

        public bool Equals(SignalMeasure? x, SignalMeasure? y) => ReferenceEquals(x, y);

        public int GetHashCode(SignalMeasure measure) => RuntimeHelpers.GetHashCode(measure);
    }
}
