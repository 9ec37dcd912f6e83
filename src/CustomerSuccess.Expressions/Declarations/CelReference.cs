using System.Text;

namespace CustomerSuccess.Expressions;

/// <summary>Writes what an environment declares as a page for people who write expressions.</summary>
public static class CelReference
{
    private static readonly string[] Operations =
    [
        Operators.Conditional, Operators.Or, Operators.And, Operators.Equal, Operators.NotEqual, Operators.Less, Operators.LessOrEqual, Operators.Greater, Operators.GreaterOrEqual,
        Operators.In, Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Divide, Operators.Modulo, Operators.Not, Operators.Negate, Operators.Index,
    ];

    private static readonly (string Written, string Text)[] Forms =
    [
        ("has(x.field)", "Whether there is the field. Never unknown."),
        ("list.all(x, p)", "Whether p holds of all elements x; of a map, of all keys."),
        ("list.exists(x, p)", "Whether p holds of an element."),
        ("list.exists_one(x, p)", "Whether p holds of exactly one element."),
        ("list.filter(x, p)", "The elements of which p holds."),
        ("list.map(x, f)", "What f makes of each element."),
        ("list.map(x, p, f)", "What f makes of each element of which p holds."),
        ("list.all(i, x, p), exists, existsOne", "The same with the index, or the key of a map, and the element."),
        ("list.transformList(i, x, f)", "What f makes of each element; with p before f, of those of which p holds."),
        ("map.transformMap(k, v, f)", "A map of the same keys, with what f makes of each entry; with p before f, of those of which p holds."),
        ("map.transformMapEntry(k, v, m)", "A map of the entries of the maps that m makes."),
    ];

    private static readonly (string Written, string Text)[] UnknownForms =
    [
        ("orElse(x, d)", "x, or d where x is unknown. An error stays one."),
        ("known(x)", "Whether x is not unknown. An error stays one."),
    ];

    /// <summary>Markdown: the variables and the fields of records, the host's functions, operators, macros, and the functions of the language. The same environment gives the same text.</summary>
    public static string Markdown(CelEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var text = new StringBuilder();
        Variables(text, environment);
        Functions(text, "Functions of the vocabulary", environment.Functions.Where(f => !f.IsStandard));
        Table(text, "Macros and forms", environment.HasUnknownForms ? [.. UnknownForms, .. Forms] : Forms);
        var signs = environment.Functions.Where(f => f.IsStandard && Array.IndexOf(Operations, f.Name) >= 0).OrderBy(f => Array.IndexOf(Operations, f.Name));
        Table(text, "Operators, the loosest first", [.. Logical(), .. signs.Select(f => (Sign(f.Name), f.Description ?? ""))]);
        Functions(text, "Functions of the language", environment.Functions.Where(f => f.IsStandard && char.IsAsciiLetter(f.Name[0])));
        return text.ToString();
    }

    private static IEnumerable<(string Written, string Text)> Logical() =>
    [
        ("a || b", "One of two conditions holds, or both. One that holds wins over what is unknown."),
        ("a && b", "Both conditions hold. One that does not wins over what is unknown."),
    ];

    private static void Variables(StringBuilder text, CelEnvironment environment)
    {
        Table(text, "Variables", [.. environment.Variables.Select(v => ($"{v.Name}: {v.Type}", v.Description ?? ""))]);
        foreach (var record in environment.Records.Where(r => r.Fields.Count > 0))
        {
            Table(text, $"Fields of {record.Name}", [.. record.Fields.Select(f => ($"{f.Name}: {f.Type}", f.Description ?? ""))]);
        }
    }

    private static void Functions(StringBuilder text, string title, IEnumerable<CelFunction> functions) =>
        Table(text, title, [.. functions.SelectMany(f => f.Overloads.Select(o => (o.ToString(), o.Description ?? f.Description ?? "")))]);

    private static string Sign(string function) => function switch
    {
        Operators.Conditional => "c ? a : b",
        Operators.Index => "a[b]",
        Operators.Not or Operators.Negate => $"{Operators.Shown(function)}a",
        _ => $"a {Operators.Shown(function)} b",
    };

    private static void Table(StringBuilder text, string title, (string Written, string Text)[] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        text.Append("## ").Append(title).Append("\n\n| written | what it is |\n|---|---|\n");
        foreach (var (written, what) in rows)
        {
            text.Append("| `").Append(Cell(written)).Append("` | ").Append(Cell(what)).Append(" |\n");
        }

        text.Append('\n');
    }

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
