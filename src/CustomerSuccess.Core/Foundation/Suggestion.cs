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

    // Levenshtein (1965).
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                (corner, row[j]) = (row[j], next);
            }
        }

        return row[^1];
    }
}
