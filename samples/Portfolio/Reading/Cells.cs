using System.Globalization;

namespace CustomerSuccess.Portfolio.Reading;

/// <summary>The cells of the current record, by column name, checked as they are read.</summary>
internal sealed class Cells(CsvRecords records, Columns columns)
{
    // Far above any bill, and far below where sums lose cents.
    private const double Largest = 1e9;

    public string Text(string column)
    {
        var text = Required(column);
        foreach (var character in text)
        {
            if (char.IsControl(character))
                throw records.Mistake(column, $"{Quoted.Text(text)} holds a control character.");
        }

        return text.ToString();
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

    public double Number(string column) => Parse(column, Required(column));

    /// <summary>A number, or null where the cell is empty or the column absent.</summary>
    public double? OptionalNumber(string column)
    {
        var ordinal = columns.Find(column);
        var text = ordinal < 0 ? [] : records.Field(ordinal);
        return text.IsEmpty ? null : Parse(column, text);
    }

    private ReadOnlySpan<char> Required(string column)
    {
        var text = records.Field(columns.Find(column));
        return text.IsEmpty ? throw records.Mistake(column, "this is empty.") : text;
    }

    private double Parse(string column, ReadOnlySpan<char> text)
    {
        // NaN and Infinity parse; they have no digit.
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) || !text.ContainsAnyInRange('0', '9'))
            throw records.Mistake(column, $"{Quoted.Text(text)} is not a number. Write it like 29.85.");
        return number switch
        {
            < 0 => throw records.Mistake(column, $"{Quoted.Text(text)} is negative. A number from 0 on belongs here."),
            > Largest => throw records.Mistake(column, $"{Quoted.Text(text)} is too large. The largest is 1,000,000,000."),
            _ => number,
        };
    }
}
