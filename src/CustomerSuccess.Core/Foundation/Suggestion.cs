namespace CustomerSuccess;

/// <summary>"Did you mean": the nearest of the known names.</summary>
internal static class Suggestion
{
    /// <summary><c> Did you mean 'nps'?</c> where a name is near, otherwise <c> Known: 'a', 'b'.</c></summary>
    public static string For(string name, IReadOnlyCollection<string> known)
    {
        if (known.Count == 0)
        {
            return "There is none yet.";
        }

        var nearest = known.OrderBy(k => Distance(name.ToUpperInvariant(), k.ToUpperInvariant())).ThenBy(k => k, StringComparer.Ordinal).First();
        return Distance(name.ToUpperInvariant(), nearest.ToUpperInvariant()) <= Math.Max(1, name.Length / 3)
            ? $"Did you mean '{nearest}'?"
            : $"Known: {string.Join(", ", known.OrderBy(k => k, StringComparer.Ordinal).Take(12).Select(k => $"'{k}'"))}{(known.Count > 12 ? ", …" : "")}.";
    }

    // Levenshtein (1965), with two neighbours changed over as one step: what fingers do.
    private static int Distance(string a, string b)
    {
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray());
        for (var i = 1; i <= a.Length; i++)
        {
            (before, last, row) = (last, row, before);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return row[^1];
    }
}
