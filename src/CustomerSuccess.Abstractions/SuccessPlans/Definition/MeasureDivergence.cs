using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>Compares the goals of stakeholders measure by measure, each with each.</summary>
internal static class MeasureDivergence
{
    private const double Tolerance = 1e-9;

    public static IEnumerable<DivergenceLine> Of(Stakeholder[] stakeholders, DivergenceOptions options)
    {
        foreach (var measure in stakeholders.SelectMany(s => s.Goals.Select(g => (By: s.Id, Goal: g))).GroupBy(g => g.Goal.Measure, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var goals = measure.OrderBy(g => g.By, StringComparer.Ordinal).ThenBy(g => g.Goal.Target).ThenBy(g => g.Goal.MoreIsBetter).ThenBy(g => g.Goal.Unit, StringComparer.Ordinal).ToArray();
            for (var i = 0; i < goals.Length; i++)
            {
                for (var j = i + 1; j < goals.Length; j++)
                {
                    foreach (var line in Compare(goals[i], goals[j], options))
                    {
                        yield return line;
                    }
                }
            }

            foreach (var silent in stakeholders.Where(s => !Array.Exists(goals, g => g.By == s.Id)))
            {
                string[] speak = [.. goals.Select(g => g.By).Distinct(StringComparer.Ordinal)];
                yield return Line(DivergenceKind.SilentOnMeasure, measure.Key, silent.Id, speak.Length == 1 ? speak[0] : null, null, $"{measure.Key}: {silent.Id} says nothing of it, and {string.Join(", ", speak)} {(speak.Length == 1 ? "does" : "do")}");
            }
        }
    }

    private static IEnumerable<DivergenceLine> Compare((string By, StakeholderGoal Goal) one, (string By, StakeholderGoal Goal) other, DivergenceOptions options)
    {
        var (a, b) = (one.Goal, other.Goal);
        if (a.MoreIsBetter != b.MoreIsBetter)
        {
            yield return Line(DivergenceKind.OppositePolarity, a.Measure, one.By, other.By, null, $"{a.Measure}: {one.By} wants {(a.MoreIsBetter ? "more" : "less")} of it, {other.By} {(b.MoreIsBetter ? "more" : "less")}");
        }

        if (a.Unit != b.Unit)
        {
            yield return Line(DivergenceKind.DifferentUnits, a.Measure, one.By, other.By, null, $"{a.Measure}: {one.By} counts in {a.Unit ?? "no unit"}, {other.By} in {b.Unit ?? "no unit"}");
            yield break;
        }

        var apart = Apart(a.Target, b.Target);
        if (apart > options.TargetsApart + Tolerance)
        {
            yield return Line(DivergenceKind.TargetsApart, a.Measure, one.By, other.By, apart, string.Create(CultureInfo.InvariantCulture, $"{a.Measure}: {one.By} wants {NumberText.Of(a.Target, a.Unit)}, {other.By} {NumberText.Of(b.Target, b.Unit)}, {100 * apart:0.#} % apart"));
        }
    }

    private static double Apart(double one, double other)
    {
        var larger = Math.Max(Math.Abs(one), Math.Abs(other));
        var difference = Math.Abs(one - other);
        return larger == 0 ? 0 : double.IsFinite(difference) ? difference / larger : Math.Abs((one / larger) - (other / larger));
    }

    private static DivergenceLine Line(DivergenceKind kind, string measure, string stakeholder, string? other, double? apart, string text) =>
        new() { Kind = kind, Measure = measure, Stakeholder = stakeholder, Other = other, Apart = apart, Text = text };
}
