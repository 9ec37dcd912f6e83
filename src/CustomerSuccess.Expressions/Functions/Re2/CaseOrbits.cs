namespace CustomerSuccess.Expressions;

/// <summary>
/// Which code points differ by case only: those of one simple case folding (Unicode, CaseFolding.txt, status C and S). The same in
/// every culture: 'i' and 'I' are one, dotless and dotted ones are their own; 'k', 'K' and the sign of Kelvin are one.
/// </summary>
internal static class CaseOrbits
{
    private static readonly Lazy<(int[] CodePoints, int[][] Orbits)> All = new(Read);

    /// <summary>The set with the whole orbit of each of its code points.</summary>
    public static CodePointSet Close(CodePointSet set)
    {
        var (codePoints, orbits) = All.Value;
        var builder = new CodePointSetBuilder();
        builder.Add(set);
        for (var i = 0; i < set.Bounds.Length; i += 2)
        {
            var at = Array.BinarySearch(codePoints, set.Bounds[i]);
            for (at = at < 0 ? ~at : at; at < codePoints.Length && codePoints[at] <= set.Bounds[i + 1]; at++)
            {
                foreach (var other in orbits[at])
                {
                    builder.Add(other);
                }
            }
        }

        return builder.Build();
    }

    private static (int[] CodePoints, int[][] Orbits) Read()
    {
        var orbits = new Dictionary<int, List<int>>();
        var runs = CaseFoldingRuns.All;
        for (var i = 0; i < runs.Length; i += 4)
        {
            for (var codePoint = runs[i]; codePoint <= runs[i + 1]; codePoint += runs[i + 2])
            {
                var folded = codePoint + runs[i + 3];
                if (!orbits.TryGetValue(folded, out var orbit))
                {
                    orbits.Add(folded, orbit = [folded]);
                }

                orbit.Add(codePoint);
            }
        }

        var sorted = new SortedDictionary<int, int[]>();
        foreach (var orbit in orbits.Values)
        {
            int[] members = [.. orbit];
            foreach (var member in members)
            {
                sorted.Add(member, members);
            }
        }

        return ([.. sorted.Keys], [.. sorted.Values]);
    }
}
