namespace CustomerSuccess.Expressions;

/// <summary>"Did you mean": the nearest of the known names.</summary>
internal static class Near
{
    private const int MostListed = 12;
    private const int LongestCompared = 100;

    /// <summary><c>Did you mean 'nps'?</c> where a name is near, otherwise what is known.</summary>
    public static string For(string name, IReadOnlyCollection<string> known)
    {
        if (known.Count == 0)
        {
            return "";
        }

        var nearest = known.Distinct(StringComparer.Ordinal).Select(k => (Name: k, Distance: Distance(name, k))).OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal).First();
        if (nearest.Distance <= Math.Max(1, name.Length / 3))
        {
            return $"Did you mean '{nearest.Name}'?";
        }

        var listed = known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostListed).Select(k => $"'{k}'");
        return $"Known: {string.Join(", ", listed)}{(known.Count > MostListed ? ", …" : "")}.";
    }

    // Levenshtein (1965), whatever the case of letters, with two neighbours changed over as one step.
    private static int Distance(string one, string other)
    {
        if (one.Length > LongestCompared || other.Length > LongestCompared)
        {
            return int.MaxValue;
        }

        var (before, last, row) = (new int[other.Length + 1], new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray());
        for (var i = 1; i <= one.Length; i++)
        {
            (before, last, row) = (last, row, before);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (AreSame(one[i - 1], other[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && AreSame(one[i - 1], other[j - 2]) && AreSame(one[i - 2], other[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return row[^1];
    }

    private static bool AreSame(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
