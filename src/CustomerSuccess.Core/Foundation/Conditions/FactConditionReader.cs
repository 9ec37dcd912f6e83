namespace CustomerSuccess;

/// <summary>
/// Reads a condition over facts of a document: the text of an expression, or an object: <c>{ "fact": "revenue", "atLeast": 3 }</c>,
/// a condition that the host has named, and what <c>all</c>, <c>any</c> and <c>not</c> make of such.
/// </summary>
/// <param name="check">Takes the mistakes.</param>
/// <param name="expression">Compiles the text of an expression.</param>
/// <param name="named">The conditions that the host has named.</param>
internal sealed class FactConditionReader(DocumentCheck check, Func<string, FactCondition> expression, IReadOnlyList<FactCondition> named)
{
    /// <summary>A condition is gone through by recursion: as deep as it has parts.</summary>
    private const int MostParts = 500;

    private const string Example = "\"customer.seats >= 100.0\"";

    private int _parts;

    /// <summary>The condition; null where it has mistakes.</summary>
    public FactCondition? Read(DocumentNode node)
    {
        _parts = 0;
        return One(node);
    }

    private FactCondition? One(DocumentNode node)
    {
        if (node.Kind == DocumentKind.Text)
        {
            return Expression(node);
        }

        if (DocumentReader.Of(node, check, Example) is not { } condition)
        {
            return null;
        }

        var made = Combined(condition, "all") ?? Combined(condition, "any") ?? Negated(condition) ?? Registered(condition) ?? Leaf(condition);
        condition.Done();
        return made;
    }

    private FactCondition? Expression(DocumentNode text)
    {
        try
        {
            return expression(text.Text);
        }
        catch (ConfigurationException e)
        {
            check.AddExpression(e, text);
            return null;
        }
    }

    private FactCondition? Combined(DocumentReader condition, string name)
    {
        if (condition.Find(name) is not { } list)
        {
            return null;
        }

        FactCondition? whole = null;
        var parts = condition.List(name);
        _parts += parts.Count;
        if (_parts > MostParts)
        {
            check.Add("DO004", list, $"A condition has more than {MostParts} parts.", "Write it as an expression, or give it fewer parts.");
            return null;
        }

        foreach (var part in parts)
        {
            if (One(part) is { } one)
            {
                whole = whole is null ? one : name == "all" ? whole & one : whole | one;
            }
        }

        if (parts.Count == 0 && list.Kind == DocumentKind.List)
        {
            check.Add("DO003", condition.Node, $"'{name}' lists no condition.", $"List at least one: \"{name}\": [{Example}].");
        }

        return whole;
    }

    private FactCondition? Negated(DocumentReader condition) =>
        condition.Find("not") is { } inner && One(inner) is { } one ? !one : null;

    private FactCondition? Registered(DocumentReader condition)
    {
        if (condition.Text("reader") is not { } reference)
        {
            return null;
        }

        var found = named.FirstOrDefault(n => n.Lambda is var (name, version) && reference == $"{name}@{version ?? "?"}")
            ?? named.FirstOrDefault(n => n.Lambda is var (name, _) && reference == name);
        if (found is null)
        {
            check.Add("DO012", condition.Node.Find("reader")!, $"No condition '{reference}' is registered.", Suggestion.For(reference, [.. named.Select(n => n.Lambda is var (name, version) ? $"{name}@{version ?? "?"}" : "")]));
        }

        return found;
    }

    private FactCondition? Leaf(DocumentReader condition)
    {
        if (Name(condition, "isTrue") is { } flag)
        {
            return Fact.IsTrue(flag);
        }

        if (Name(condition, "known") is { } known)
        {
            return Fact.IsKnown(known);
        }

        if (condition.Node.Parts.Any(p => p.Name is "all" or "any" or "not" or "reader" or "isTrue" or "known"))
        {
            return null;
        }

        var before = check.Count;
        condition.Required("fact", "Say of which fact: { \"fact\": \"revenue\", \"atLeast\": 1000 }.");
        var name = Name(condition, "fact");
        var (atLeast, moreThan, atMost, lessThan) = (condition.Number("atLeast"), condition.Number("moreThan"), condition.Number("atMost"), condition.Number("lessThan"));
        var texts = condition.Find("is") is not { } node ? [] : node.Kind == DocumentKind.List ? condition.Texts("is") : condition.Text("is") is { } one ? [one] : [];
        if (name is null || check.Count > before)
        {
            return null;
        }

        var number = Fact.Number(name);
        FactCondition?[] stated =
        [
            atLeast is { } a ? number.AtLeast(a) : null, moreThan is { } b ? number.MoreThan(b) : null, atMost is { } c ? number.AtMost(c) : null,
            lessThan is { } d ? number.LessThan(d) : null, texts.Count > 0 ? Fact.Text(name).IsOneOf(texts) : null,
        ];
        var all = stated.OfType<FactCondition>().ToArray();
        if (all.Length > 0)
        {
            return all.Aggregate((left, right) => left & right);
        }

        condition.Check.Add("DO003", condition.Node, $"It is not said what '{name}' is compared with.", "Write \"atLeast\", \"moreThan\", \"atMost\" or \"lessThan\" with a number, or \"is\" with a text or a list of texts.");
        return null;
    }

    private static string? Name(DocumentReader condition, string property)
    {
        if (condition.Text(property) is not { } name)
        {
            return null;
        }

        if (!string.IsNullOrWhiteSpace(name))
        {
            return name;
        }

        condition.Check.Add("DO004", condition.Node.Find(property)!, $"A fact has a name.", "Write the name of a fact.");
        return null;
    }
}
