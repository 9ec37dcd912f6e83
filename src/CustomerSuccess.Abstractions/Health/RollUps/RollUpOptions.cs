using System.Collections.ObjectModel;
using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>How the health of child accounts is rolled up. Immutable.</summary>
public sealed class RollUpOptions
{
    private readonly RollUpMethod _method;
    private readonly LostChildren _lost;
    private readonly HealthBands _bands = HealthBands.RedYellowGreen(50, 75);
    private readonly double _ownWeight;
    private readonly double? _poorBelow;
    private readonly string? _currency;
    private readonly ReadOnlyCollection<(double Share, double Value)> _poorCurve = Array.AsReadOnly([(0d, 100d), (1d, 0d)]);
    private readonly ReadOnlyCollection<double> _poorBands = ReadOnlyCollection<double>.Empty;

    /// <summary>The method; the mean unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such method.</exception>
    public RollUpMethod Method { get => _method; init => _method = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "There is no such method."); }

    /// <summary>What becomes of lost and closed children; left out unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice.</exception>
    public LostChildren Lost { get => _lost; init => _lost = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "There is no such choice."); }

    /// <summary>The bands of the result; Red, Yellow from 50 and Green from 75 unless stated.</summary>
    public HealthBands Bands { get => _bands; init => _bands = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>Whether a child with a manual override counts with it, which is so unless stated; otherwise with its computed score. Overridden children are listed in any case.</summary>
    public bool CountsOverrides { get; init; } = true;

    /// <summary>The share of the parent's own score in the result, 0 up to 1 (excluded); 0 unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double OwnWeight
    {
        get => _ownWeight;
        init => _ownWeight = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The parent's own score has a share from 0 up to, and without, 1.");
    }

    /// <summary>Whether all accounts below the parent count, at any depth; otherwise, unless stated, those directly below it. Where children are found in sources.</summary>
    public bool WholeSubtree { get; init; }

    /// <summary>The currency in which revenue weighs; null, unless stated, for the only one there is. Revenue in another is not known.</summary>
    /// <exception cref="ArgumentException">It is not three upper-case letters.</exception>
    public string? Currency { get => _currency; init => _currency = value is null ? null : new Money(0, value).Currency; }

    /// <summary>A child is poor below this score, with the tolerance of edges; null, unless stated: in the worst band of its own scorecard.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0 and up to 100.</exception>
    public double? PoorBelow
    {
        get => _poorBelow;
        init => _poorBelow = value is null or (> 0 and <= 100) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A child is poor below a score above 0 and up to 100.");
    }

    /// <summary>From the share of poor children, 0 to 1, to the result, 0 to 100: points of a piecewise-linear curve, by rising share. From 100 at 0 to 0 at 1 unless stated.</summary>
    /// <exception cref="ArgumentException">There are no two points, or one is out of range or out of order.</exception>
    public IReadOnlyList<(double Share, double Value)> PoorCurve
    {
        get => _poorCurve;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            (double Share, double Value)[] points = [.. value];
            if (points.Length < 2 || points.Any(p => !(p.Share is >= 0 and <= 1 && p.Value is >= 0 and <= 100)) || points.Zip(points.Skip(1)).Any(p => !(p.First.Share < p.Second.Share)))
            {
                throw new ArgumentException("The curve of poor children is two or more points with shares that rise from 0 to 1 and values from 0 to 100: [(0, 100), (0.5, 20), (1, 0)].", nameof(value));
            }

            _poorCurve = Array.AsReadOnly(points);
        }
    }

    /// <summary>
    /// From which share of poor children the result falls in which band, worst first, for every band but the best: [0.5, 0.25] is red from a
    /// half, yellow from a quarter. The result of the curve is moved just inside that band. Empty, unless stated: the curve decides.
    /// </summary>
    /// <exception cref="ArgumentException">A share is not above 0 and up to 1, or they do not fall.</exception>
    public IReadOnlyList<double> PoorBands
    {
        get => _poorBands;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            double[] shares = [.. value];
            if (shares.Any(s => !(s is > 0 and <= 1)) || shares.Zip(shares.Skip(1)).Any(p => !(p.First > p.Second)))
            {
                throw new ArgumentException("The shares of poor children fall from the worst band on, each above 0 and up to 1: [0.5, 0.25].", nameof(value));
            }

            _poorBands = Array.AsReadOnly(shares);
        }
    }

    /// <summary>Throws where there are shares for more or fewer bands than there are.</summary>
    internal void Check()
    {
        if (_poorBands.Count > 0 && _poorBands.Count != _bands.Bands.Count - 1)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"PoorBands has {_poorBands.Count} shares, and there are {_bands.Bands.Count} bands. State one for every band but the best."));
        }
    }

    /// <summary>The result of a share of poor children.</summary>
    internal double ValueOf(double share)
    {
        var value = OnCurve(share);
        if (_poorBands.Count == 0)
        {
            return value;
        }

        var band = 0;
        while (band < _poorBands.Count && !(share >= Edge.AtLeast(_poorBands[band])))
        {
            band++;
        }

        return Math.Clamp(value, _bands.Lowest(band), _bands.Highest(band));
    }

    private double OnCurve(double share)
    {
        var after = 0;
        while (after < _poorCurve.Count && !(share <= _poorCurve[after].Share))
        {
            after++;
        }

        if (after == 0 || after == _poorCurve.Count)
        {
            return _poorCurve[Math.Min(after, _poorCurve.Count - 1)].Value;
        }

        var (low, high) = (_poorCurve[after - 1], _poorCurve[after]);
        var value = low.Value + ((high.Value - low.Value) * ((share - low.Share) / (high.Share - low.Share)));
        return share == high.Share ? high.Value : Math.Clamp(value, Math.Min(low.Value, high.Value), Math.Max(low.Value, high.Value));
    }
}
