namespace CustomerSuccess.Portfolio;

/// <summary>"Did you mean": the known name that is a few keystrokes away.</summary>
internal static class Nearest
{
    public static string Hint(string name, IEnumerable<string> known) => Find(name, known) is { } near ? $" Did you mean '{near}'?" : "";

    public static string? Find(string name, IEnumerable<string> known)
    {
        var best = known
            .Where(k => Math.Abs(k.Length - name.Length) <= Allowed(name))
            .Select(k => (Name: k, Distance: Distance(name.ToUpperInvariant(), k.ToUpperInvariant())))
            .OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is not null && best.Distance <= Allowed(name) ? best.Name : null;
    }

    private static int Allowed(string name) => Math.Max(1, name.Length / 3);

    // Levenshtein (1965).
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
