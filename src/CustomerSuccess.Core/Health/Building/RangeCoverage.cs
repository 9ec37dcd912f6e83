using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>Finds the gaps and overlaps of ranges over a domain, each in words.</summary>
internal static class RangeCoverage
{
    public static (List<string> Gaps, List<string> Overlaps) Check(IReadOnlyList<(string Name, Interval Range)> ranges, double minimum, double maximum)
    {
        var (gaps, overlaps) = (new List<string>(), new List<string>());
        var sorted = ranges.OrderBy(r => r.Range.Lower).ThenBy(r => !r.Range.LowerIncluded).ThenBy(r => r.Range.Upper).ToArray();
        var first = sorted[0].Range;
        if (first.Lower > minimum || (first.Lower == minimum && !first.LowerIncluded && double.IsFinite(minimum)))
        {
            gaps.Add(Span(minimum, double.IsFinite(minimum), first.Lower, !first.LowerIncluded));
        }

        var reach = sorted[0];
        for (var i = 1; i < sorted.Length; i++)
        {
            var next = sorted[i];
            if (next.Range.Lower > reach.Range.Upper || (next.Range.Lower == reach.Range.Upper && !next.Range.LowerIncluded && !reach.Range.UpperIncluded))
            {
                gaps.Add(Span(reach.Range.Upper, !reach.Range.UpperIncluded, next.Range.Lower, !next.Range.LowerIncluded));
            }
            else if (next.Range.Lower < reach.Range.Upper || (next.Range.LowerIncluded && reach.Range.UpperIncluded))
            {
                var end = next.Range.Upper < reach.Range.Upper ? next.Range : reach.Range;
                overlaps.Add($"{reach.Name} and {next.Name} both hold {Span(next.Range.Lower, next.Range.LowerIncluded, end.Upper, end.UpperIncluded)}");
            }

            if (next.Range.Upper > reach.Range.Upper || (next.Range.Upper == reach.Range.Upper && next.Range.UpperIncluded))
            {
                reach = next;
            }
        }

        var last = reach.Range;
        if (last.Upper < maximum || (last.Upper == maximum && !last.UpperIncluded && double.IsFinite(maximum)))
        {
            gaps.Add(Span(last.Upper, !last.UpperIncluded, maximum, double.IsFinite(maximum)));
        }

        return (gaps, overlaps);
    }

    private static string Span(double lower, bool lowerIncluded, double upper, bool upperIncluded) => lower == upper
        ? lower.ToString("R", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{(lowerIncluded ? '[' : '(')}{End(lower)}, {End(upper)}{(upperIncluded ? ']' : ')')}");

    private static string End(double end) => double.IsInfinity(end) ? (end > 0 ? "inf" : "-inf") : end.ToString("R", CultureInfo.InvariantCulture);
}
