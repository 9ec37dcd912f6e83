using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>
/// The bands of a scorecard from worst to best, with their edges, the convention of the edges and the hysteresis.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class HealthBands
{
    /// <summary>The hysteresis unless stated: a band is left 2 points beyond its edge.</summary>
    public const double DefaultHysteresis = 2;

    private readonly double[] _edges;
    private readonly double[] _level;
    private readonly double[] _up;
    private readonly double[] _down;
    private readonly HealthBand[] _bands;

    /// <summary>Creates bands.</summary>
    /// <param name="names">The names from worst to best, distinct; at least one.</param>
    /// <param name="edges">The edges between them, one fewer than names, rising, strictly inside 0 to 100 (an edge of 100 is allowed with the lower bound included, an edge of 0 with it excluded).</param>
    /// <param name="convention">Which side an edge belongs to.</param>
    /// <param name="hysteresis">How far beyond an edge a value must be for the band to be left, 0 or more. Near the ends of the scale it is cut so that every band can be entered and left.</param>
    /// <exception cref="ArgumentException">The arguments do not fit these rules.</exception>
    public HealthBands(
        IReadOnlyList<string> names,
        IReadOnlyList<double> edges,
        EdgeConvention convention = EdgeConvention.LowerIncluded,
        double hysteresis = DefaultHysteresis)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(edges);
        Check(names, edges, convention, hysteresis);
        Convention = convention;
        Hysteresis = hysteresis;
        _edges = [.. edges];
        var top = convention == EdgeConvention.LowerIncluded ? 100 : 100 - Edge.Nudge;
        _level = [.. edges.Select(e => Edge.Beyond(e, convention))];
        _up = [.. edges.Select(e => Edge.Beyond(Math.Min(e + hysteresis, Math.Max(top, e)), convention))];
        _down = [.. edges.Select(e => Edge.Beyond(Math.Max(e - hysteresis, Math.Min(Edge.Nudge, e)), convention))];
        _bands = [.. names.Select((name, i) => new HealthBand(name, i, i == 0 ? 0 : edges[i - 1], i == edges.Count ? 100 : edges[i]))];
        Bands = Array.AsReadOnly(_bands);
        Thresholds = Array.AsReadOnly(_level);
    }

    /// <summary>The bands from worst to best.</summary>
    public IReadOnlyList<HealthBand> Bands { get; }

    /// <summary>The edges as they are compared, tolerance built in: a value at or above the k-th lies in band k + 1 or better.</summary>
    public IReadOnlyList<double> Thresholds { get; }

    /// <summary>Which side an edge belongs to.</summary>
    public EdgeConvention Convention { get; }

    /// <summary>How far beyond an edge a value must be for the band to be left, in points.</summary>
    public double Hysteresis { get; }

    /// <summary>Red, Yellow and Green with the two stated edges.</summary>
    public static HealthBands RedYellowGreen(double yellow, double green) => new(["Red", "Yellow", "Green"], [yellow, green]);

    /// <summary>The band with that name (ordinal, ignoring case), or null.</summary>
    public HealthBand? Find(string name) => Array.Find(_bands, b => string.Equals(b.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The index of the band of a value: its <i>level</i>. NaN lies in none: −1.</summary>
    public int LevelOf(double value)
    {
        if (double.IsNaN(value))
        {
            return -1;
        }

        var index = 0;
        foreach (var threshold in _level)
        {
            index += value >= threshold ? 1 : 0;
        }

        return index;
    }

    /// <summary>
    /// The index of the band of a value after <paramref name="previous"/>: each edge is crossed upward only from
    /// edge + hysteresis and downward only below edge − hysteresis. Without a previous band (−1) it is the level.
    /// </summary>
    public int BandOf(double value, int previous)
    {
        if (double.IsNaN(value) || (uint)previous >= (uint)_bands.Length)
        {
            return LevelOf(value);
        }

        var index = previous;
        while (index < _up.Length && value >= _up[index])
        {
            index++;
        }

        while (index > 0 && index <= previous && !(value >= _down[index - 1]))
        {
            index--;
        }

        return index;
    }

    /// <summary>The smallest value of a band that the engine sets: the edge itself, or just above an excluded one.</summary>
    public double Lowest(int index) =>
        index == 0 ? 0 : Convention == EdgeConvention.LowerIncluded ? _edges[index - 1] : Math.Min(100, _edges[index - 1] + Edge.Nudge);

    /// <summary>The largest value of a band that the engine sets: just below an edge that belongs to the next band, or the edge itself.</summary>
    public double Highest(int index) =>
        index == _edges.Length ? 100 : Convention == EdgeConvention.LowerIncluded ? Math.Max(0, _edges[index] - Edge.Nudge) : _edges[index];

    private static void Check(IReadOnlyList<string> names, IReadOnlyList<double> edges, EdgeConvention convention, double hysteresis)
    {
        if (names.Count == 0 || names.Any(string.IsNullOrWhiteSpace) || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Count)
        {
            throw new ArgumentException("Bands need distinct names that are not empty. Name each band once, worst first.", nameof(names));
        }

        if (edges.Count != names.Count - 1)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{names.Count} bands have {names.Count - 1} edges between them, not {edges.Count}. State one edge between each two bands."),
                nameof(edges));
        }

        var (floor, ceiling) = convention == EdgeConvention.LowerIncluded ? (double.BitIncrement(Edge.Tolerance), 100d) : (0d, double.BitDecrement(100 - Edge.Tolerance));
        for (var i = 0; i < edges.Count; i++)
        {
            if (!(edges[i] >= floor && edges[i] <= ceiling) || (i > 0 && !(edges[i] - edges[i - 1] > 2 * Edge.Nudge)))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The edge {edges[i]} leaves a band that no value can reach. Edges rise and lie between 0 and 100."),
                    nameof(edges));
            }
        }

        if (!(hysteresis >= 0) || double.IsInfinity(hysteresis))
        {
            throw new ArgumentOutOfRangeException(nameof(hysteresis), hysteresis, "The hysteresis is a number of points, 0 or more.");
        }
    }
}
