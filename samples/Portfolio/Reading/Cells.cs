using System.Globalization;

namespace CustomerSuccess.Portfolio.Reading;

/// <summary>The cells of the current record, by column name, checked as they are read.</summary>
internal sealed class Cells(CsvRecords records, Columns columns)
{
    // Far above any bill, and far below where sums lose cents.
    private const double Largest = 1e9;

    /// <summary>A text; with a pool, the same string for the same text.</summary>
    public string Text(string column, TextPool? pool = null) => Clean(column, Required(column), pool);

    /// <summary>A text, or null where the cell is empty or the column absent.</summary>
    public string? OptionalText(string column, TextPool? pool = null)
    {
        var text = Optional(column);
        return text.IsEmpty ? null : Clean(column, text, pool);
    }

    public string Category(string column, string[] categories)
    {
        var text = Required(column);
        foreach (var category in categories)
        {
            if (text.SequenceEqual(category))
                return category;
        }

        var known = string.Join(", ", categories.Select(c => $"'{c}'"));
        throw records.Mistake(column, $"{Quoted.Text(text)} is none of {known}.{Nearest.Hint(text.ToString(), categories)}");
    }

    /// <summary>A number from 0 to a billion.</summary>
    public double Quantity(string column) => Quantity(column, Required(column));

    /// <summary>A number from 0 to a billion, or null where the cell is empty or the column absent.</summary>
    public double? OptionalQuantity(string column)
    {
        var text = Optional(column);
        return text.IsEmpty ? null : Quantity(column, text);
    }

    /// <summary>A number on any scale.</summary>
    public double Number(string column)
    {
        var text = Required(column, "Leave out lines without one.");
        var number = Parse(column, text);
        return double.IsFinite(number) ? number : throw records.Mistake(column, $"{Quoted.Text(text)} is too large for a number.");
    }

    /// <summary>A day, which is its 00:00 UTC, or an instant with its offset.</summary>
    public DateTimeOffset Instant(string column) => Instant(column, Required(column));

    /// <summary>The same, or null where the cell is empty.</summary>
    public DateTimeOffset? OptionalInstant(string column)
    {
        var text = Optional(column);
        return text.IsEmpty ? null : Instant(column, text);
    }

    private ReadOnlySpan<char> Optional(string column)
    {
        var ordinal = columns.Find(column);
        return ordinal < 0 ? [] : records.Field(ordinal);
    }

    private ReadOnlySpan<char> Required(string column, string? cure = null)
    {
        var text = records.Field(columns.Find(column));
        return text.IsEmpty ? throw records.Mistake(column, cure is null ? "this is empty." : $"this is empty. {cure}") : text;
    }

    private string Clean(string column, ReadOnlySpan<char> text, TextPool? pool)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character))
                throw records.Mistake(column, $"{Quoted.Text(text)} holds a control character.");
        }

        return pool is null ? text.ToString() : pool.Of(text);
    }

    private DateTimeOffset Instant(string column, ReadOnlySpan<char> text) =>
        InstantText.TryParse(text, out var instant, out var mistake) ? instant : throw records.Mistake(column, $"{Quoted.Text(text)} {mistake}");

    private double Quantity(string column, ReadOnlySpan<char> text) => Parse(column, text) switch
    {
        < 0 => throw records.Mistake(column, $"{Quoted.Text(text)} is negative. A number from 0 on belongs here."),
        > Largest => throw records.Mistake(column, $"{Quoted.Text(text)} is too large. The largest is 1,000,000,000."),
        var number => number,
    };

    private double Parse(string column, ReadOnlySpan<char> text)
    {
        // NaN and Infinity parse; they have no digit.
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && text.ContainsAnyInRange('0', '9')
            ? number
            : throw records.Mistake(column, $"{Quoted.Text(text)} is not a number. Write it like 29.85.");
    }
}
