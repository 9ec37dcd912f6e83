namespace CustomerSuccess.Health;

/// <summary>Reads a condition over measures: <c>{ "measure": "nps", "lessThan": 0 }</c>, and what <c>all</c>, <c>any</c> and <c>not</c> make of such.</summary>
internal sealed class MeasureConditionReader(DocumentCheck check)
{
    /// <summary>A condition is gone through by recursion: as deep as it has parts.</summary>
    private const int MostParts = 500;

    private const string Example = "{ \"measure\": \"nps\", \"lessThan\": 0 }";

    private int _parts;

    public ScoreCondition? Read(DocumentNode node)
    {
        if (DocumentReader.Of(node, check, Example) is not { } condition)
        {
            return null;
        }

        var made = Combined(condition, "all") ?? Combined(condition, "any") ?? Negated(condition) ?? Leaf(condition);
        condition.Done();
        return made;
    }

    private ScoreCondition? Combined(DocumentReader condition, string name)
    {
        if (condition.Find(name) is not { } list)
        {
            return null;
        }

        var parts = condition.List(name);
        _parts += parts.Count;
        if (_parts > MostParts)
        {
            check.Add("DO004", list, $"A condition has more than {MostParts} parts.", "Write it as an expression, or give it fewer parts.");
            return null;
        }

        if (parts.Count == 0 && list.Kind == DocumentKind.List)
        {
            check.Add("DO003", condition.Node, $"'{name}' lists no condition.", $"List at least one: \"{name}\": [{Example}].");
        }

        ScoreCondition? whole = null;
        foreach (var part in parts)
        {
            if (Read(part) is { } one)
            {
                whole = whole is null ? one : new CombinedCondition(name == "all", whole, one);
            }
        }

        return whole;
    }

    private NegatedCondition? Negated(DocumentReader condition) =>
        condition.Find("not") is { } inner && Read(inner) is { } one ? new(one) : null;

    private static ScoreCondition? Leaf(DocumentReader condition)
    {
        var before = condition.Check.Count;
        if (condition.Text("known") is { } known)
        {
            return new KnownCondition(known);
        }

        if (condition.Text("column") is { } column)
        {
            if (!string.IsNullOrWhiteSpace(column))
            {
                return new FlagCondition(column, null);
            }

            condition.Check.Add("DO004", condition.Node.Find("column")!, $"A column has a name.", "Write the name of a column of 1 and 0.");
            return null;
        }

        if (condition.Check.Count > before || condition.Node.Find("all") is not null || condition.Node.Find("any") is not null || condition.Node.Find("not") is not null)
        {
            return null;
        }

        var measure = condition.RequiredText("measure", $"Say of which measure: {Example}.");
        var (atLeast, moreThan, atMost, lessThan) = (condition.Number("atLeast"), condition.Number("moreThan"), condition.Number("atMost"), condition.Number("lessThan"));
        var (equal, category) = (condition.Number("equalTo"), condition.Text("is"));
        if (string.IsNullOrWhiteSpace(measure) && condition.Check.Count == before)
        {
            condition.Check.Add("DO004", condition.Node.Find("measure")!, $"A measure has a name.", $"Say of which measure: {Example}.");
        }

        if (condition.Check.Count > before)
        {
            return null;
        }

        var term = new MeasureTerm(measure!);
        ScoreCondition?[] stated =
        [
            atLeast is { } a ? term.AtLeast(a) : null, moreThan is { } b ? term.MoreThan(b) : null, atMost is { } c ? term.AtMost(c) : null,
            lessThan is { } d ? term.LessThan(d) : null, equal is { } e ? term.EqualTo(e) : null, category is { } f ? term.Is(f) : null,
        ];
        var all = stated.OfType<ScoreCondition>().ToArray();
        if (all.Length > 0)
        {
            return all.Aggregate((one, other) => one & other);
        }

        condition.Check.Add("DO003", condition.Node, $"It is not said what '{measure}' is compared with.", $"Write \"atLeast\", \"moreThan\", \"atMost\", \"lessThan\" or \"equalTo\" with a number, or \"is\" with a category.");
        return null;
    }
}
