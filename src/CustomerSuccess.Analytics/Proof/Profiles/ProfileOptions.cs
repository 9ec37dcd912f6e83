using System.Collections.ObjectModel;
using System.Globalization;

namespace CustomerSuccess.Proof;

/// <summary>How traits are compared with what became of customers. Immutable.</summary>
public sealed class ProfileOptions
{
    private readonly int _fewestDecided = 20;
    private readonly double _falseDiscoveryRate = 0.10;
    private readonly double _confidence = 0.95;
    private readonly ReadOnlyDictionary<string, IReadOnlyList<double>> _edges = ReadOnlyDictionary<string, IReadOnlyList<double>>.Empty;

    /// <summary>A value of a trait is looked at where so many decided customers have it; 20 unless stated, 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int FewestDecided { get => _fewestDecided; init => _fewestDecided = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A value is looked at where 1 or more customers have it."); }

    /// <summary>The share of the values taken for significant that may be expected to be chance, above 0 and below 1; 0.10 unless stated (Benjamini and Hochberg).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double FalseDiscoveryRate { get => _falseDiscoveryRate; init => _falseDiscoveryRate = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A rate of false discoveries lies above 0 and below 1: write 10 % as 0.10."); }

    /// <summary>The confidence of the intervals, above 0 and below 1; 0.95 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double Confidence { get => _confidence; init => _confidence = ProportionInterval.CheckedConfidence(value); }

    /// <summary>The edges between the bins of traits that are numbers or money, by trait, rising; an edge belongs to the bin above it. A number without edges is not looked at.</summary>
    /// <exception cref="ArgumentException">Edges are missing, not finite, or do not rise.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Edges
    {
        get => _edges;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (var (trait, edges) in value)
            {
                if (edges is null || edges.Count == 0 || edges.Any(e => !double.IsFinite(e)) || edges.Zip(edges.Skip(1)).Any(p => !(p.First < p.Second)))
                {
                    throw new ArgumentException($"The edges of '{trait}' are none: state one or more finite numbers that rise.", nameof(value));
                }
            }

            _edges = value.ToDictionary(e => e.Key, e => (IReadOnlyList<double>)Array.AsReadOnly([.. e.Value]), StringComparer.Ordinal).AsReadOnly();
        }
    }

    /// <summary>The bin of a number; null where the trait has no edges.</summary>
    internal string? BinOf(string trait, double number)
    {
        if (!_edges.TryGetValue(trait, out var edges))
        {
            return null;
        }

        var place = 0;
        while (place < edges.Count && number >= edges[place] - 1e-9)
        {
            place++;
        }

        return place == 0 ? $"below {Text(edges[0])}" : place == edges.Count ? $"{Text(edges[^1])} or more" : $"{Text(edges[place - 1])} to below {Text(edges[place])}";
    }

    private static string Text(double edge) => edge.ToString("R", CultureInfo.InvariantCulture);
}
