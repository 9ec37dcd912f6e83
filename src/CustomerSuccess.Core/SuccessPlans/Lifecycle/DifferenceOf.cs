using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Makes the lines of a comparison.</summary>
internal static class DifferenceOf
{
    public static PlanDifferenceLine Line(PlanDifferenceKind kind, string of, string item, string? before, string? after, int? days = null) =>
        new() { Kind = kind, Of = of, Item = item, Before = before, After = after, Days = days };

    /// <summary>A line where two texts differ.</summary>
    public static IEnumerable<PlanDifferenceLine> Where(PlanDifferenceKind kind, string of, string item, string? before, string? after) =>
        before == after ? [] : [Line(kind, of, item, before, after)];

    /// <summary>A line where a day differs.</summary>
    public static IEnumerable<PlanDifferenceLine> Moved(string of, string item, int before, int after) =>
        before == after ? [] : [Line(PlanDifferenceKind.DueMoved, of, item, $"day {Text(before)}", $"day {Text(after)}", after - before)];

    /// <summary>What was added, what was removed, and what differs of what both have, by id.</summary>
    public static IEnumerable<PlanDifferenceLine> Each<T>(string of, IEnumerable<T> before, IEnumerable<T> after, Func<T, string> id, Func<T, string> said, Func<T, T, IEnumerable<PlanDifferenceLine>> both)
        where T : class
    {
        var (was, now) = (before.ToDictionary(id, StringComparer.Ordinal), after.ToDictionary(id, StringComparer.Ordinal));
        return was.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(key => (was.GetValueOrDefault(key), now.GetValueOrDefault(key)) switch
        {
            ({ } one, { } other) => both(one, other),
            (null, { } added) => [Line(PlanDifferenceKind.Added, of, key, null, said(added))],
            ({ } removed, _) => [Line(PlanDifferenceKind.Removed, of, key, said(removed), null)],
            _ => [],
        });
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string? Text(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal)) is { Length: > 0 } text ? text : null;
}
