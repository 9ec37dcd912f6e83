using System.Globalization;

namespace CustomerSuccess;

/// <summary>Ranges as documents write them: <c>[0, 50)</c>, or <c>&lt; 50</c>, <c>&gt;= 80</c>.</summary>
internal static class DocumentRange
{
    private const string Cure = "Write [0, 50) or (50, inf), the smaller end first, or < 50, <= 50, > 50, >= 50.";

    /// <summary>The range that a text says; null where it says none, which is then found.</summary>
    public static Interval? Read(DocumentNode node, DocumentReader reader)
    {
        if (!reader.Is(node, DocumentKind.Text, "a range such as \"[0, 50)\""))
        {
            return null;
        }

        var range = Parse(node.Text);
        if (range is null)
        {
            reader.Check.Add("DO004", node, $"'{node.Text}' is no range.", Cure);
        }

        return range;
    }

    /// <summary>The range that the name of a property says.</summary>
    public static Interval? OfName(DocumentNode node, DocumentCheck check)
    {
        var range = Parse(node.Name!);
        if (range is null)
        {
            check.AddName("DO004", node, $"'{node.Name}' is no range.", Cure);
        }

        return range;
    }

    public static Interval? Parse(string text)
    {
        if (Interval.TryParse(text, out var range))
        {
            return range;
        }

        var trimmed = text.AsSpan().Trim();
        foreach (var (sign, make) in Signs)
        {
            if (trimmed.StartsWith(sign, StringComparison.Ordinal))
            {
                return double.TryParse(trimmed[sign.Length..].Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var end) && double.IsFinite(end) ? make(end) : null;
            }
        }

        return null;
    }

    private static readonly (string Sign, Func<double, Interval> Make)[] Signs =
    [
        ("<=", Interval.AtMost), ("≤", Interval.AtMost), ("<", Interval.LessThan),
        (">=", Interval.AtLeast), ("≥", Interval.AtLeast), (">", Interval.MoreThan),
    ];
}
