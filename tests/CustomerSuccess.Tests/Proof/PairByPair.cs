namespace CustomerSuccess.Tests.Proof;

/// <summary>The rank figures by their definitions: every pair is looked at, every order of ties is averaged over.</summary>
internal sealed class PairByPair
{
    private readonly double[] _health;
    private readonly bool[] _churned;
    private readonly double[] _left;
    private readonly double[] _stayed;

    public PairByPair(double[] scores, bool[] churned, bool highIsRisk)
    {
        _health = [.. scores.Select(s => Math.Round(highIsRisk ? -s : s, 9))];
        _churned = churned;
        _left = [.. _health.Where((_, i) => churned[i])];
        _stayed = [.. _health.Where((_, i) => !churned[i])];
    }

    private bool Both => _left.Length > 0 && _stayed.Length > 0;

    public double? Auc => Both ? _left.Average(l => _stayed.Average(s => Right(l, s))) : null;

    /// <summary>DeLong, DeLong and Clarke-Pearson (1988), as they write it: sample variances of the placements.</summary>
    public double? Variance => _left.Length < 2 || _stayed.Length < 2
        ? null
        : (SampleVariance(_left.Select(l => _stayed.Average(s => Right(l, s)))) / _left.Length)
            + (SampleVariance(_stayed.Select(s => _left.Average(l => Right(l, s)))) / _stayed.Length);

    public double? AveragePrecision
    {
        get
        {
            if (!Both)
            {
                return null;
            }

            var (sum, recall) = (0d, 0d);
            foreach (var threshold in _health.Distinct().Order())
            {
                var found = _left.Count(l => l <= threshold);
                var next = (double)found / _left.Length;
                sum += (next - recall) * found / _health.Count(h => h <= threshold);
                recall = next;
            }

            return sum;
        }
    }

    public double? Ks => Both
        ? _health.Max(t => Math.Abs(((double)_left.Count(l => l <= t) / _left.Length) - ((double)_stayed.Count(s => s <= t) / _stayed.Length)))
        : null;

    /// <summary>How many left among the riskiest; of equal scores each customer is in it with the same share.</summary>
    public double ChurnedAmong(double customers) => _health.Select((h, i) => _churned[i]
        ? Math.Clamp((customers - _health.Count(o => o < h)) / _health.Count(o => o == h), 0, 1)
        : 0).Sum();

    private static double Right(double left, double stayed) => left < stayed ? 1 : left == stayed ? 0.5 : 0;

    private static double SampleVariance(IEnumerable<double> values)
    {
        double[] all = [.. values];
        var mean = all.Average();
        return all.Sum(v => (v - mean) * (v - mean)) / (all.Length - 1);
    }
}
