namespace CustomerSuccess.Expressions;

/// <summary>The columns that programs read: numbers and texts by their places, others by name.</summary>
internal sealed record ColumnNames(IReadOnlyList<string> Numbers, IReadOnlyList<string> Texts, IReadOnlyList<string> Others)
{
    public IReadOnlyList<string> All { get; } = Array.AsReadOnly([.. Numbers.Concat(Texts).Concat(Others).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <exception cref="ArgumentException">A column is missing.</exception>
    public void Check(CelColumns columns)
    {
        Check(Numbers.Where(n => columns.FindNumber(n) is null), "the numbers ");
        Check(Texts.Where(t => columns.FindText(t) is null), "the texts ");
        Check(Others.Where(o => columns.FindNumber(o) is null && columns.FindText(o) is null), "");
    }

    private static void Check(IEnumerable<string> missing, string what)
    {
        if (missing.FirstOrDefault() is { } name)
        {
            throw new ArgumentException($"An expression reads {what}'{name}', and there is no such column. Add it, filled with {(what == "the texts " ? "null" : "NaN")} where nothing is known.", nameof(missing));
        }
    }
}
