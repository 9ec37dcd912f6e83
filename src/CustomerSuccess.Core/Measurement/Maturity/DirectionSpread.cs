namespace CustomerSuccess.Measurement;

/// <summary>The entropy of demands over the declared directions, as a share of the largest there can be.</summary>
internal static class DirectionSpread
{
    public static Omnidirectionality Of(string? name, ClassifiedCase[] cases, MaturityOptions options)
    {
        var counts = cases.Select(c => c.Case.Opened.Direction).OfType<string>().GroupBy(d => d, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        KeyValuePair<string, int>[] demands = [.. options.Directions.Order(StringComparer.Ordinal).Select(d => KeyValuePair.Create(d, counts.GetValueOrDefault(d)))];
        return new()
        {
            Name = name,
            Demands = Array.AsReadOnly(demands),
            Value = Of(Array.ConvertAll(demands, d => d.Value)),
            Unknown = cases.Count(c => c.Case.Opened.Direction is null),
            Undeclared = Array.AsReadOnly([.. counts.Where(c => !options.Directions.Contains(c.Key, StringComparer.Ordinal)).OrderBy(c => c.Key, StringComparer.Ordinal)]),
        };
    }

    private static double? Of(int[] counts)
    {
        double all = counts.Sum();
        if (all == 0)
        {
            return null;
        }

        var entropy = 0d;
        foreach (var count in counts)
        {
            var share = count / all;
            entropy -= count == 0 ? 0 : share * EngineMath.Log(share);
        }

        return Math.Clamp(entropy / EngineMath.Log(counts.Length), 0, 1);
    }
}
