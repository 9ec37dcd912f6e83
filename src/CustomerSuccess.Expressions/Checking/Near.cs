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

    // Levenshtein (1965), whatever the case of letters.
    private static int Distance(string one, string other)
    {
        if (one.Length > LongestCompared || other.Length > LongestCompared)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (same ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
