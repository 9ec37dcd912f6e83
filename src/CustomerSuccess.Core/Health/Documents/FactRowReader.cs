namespace CustomerSuccess.Health;

/// <summary>Reads an input through a reader that the host has named. Of categories it is the place of the text.</summary>
internal sealed class FactRowReader<T>(FactReader<T> fact, CategoryCurve? categories) : RowReader<T>
{
    private readonly string[]? _categories = categories is null ? null : [.. categories.Categories.Select(c => c.Name)];

    public override object Source => fact.Source;

    public FactReader<T> Fact => fact;

    public override double Read(T row, DateTimeOffset asOf) => ReadInput(row, asOf).Value;

    public override FactsRow.Input ReadInput(T row, DateTimeOffset asOf)
    {
        if (fact.Kind == FactKind.Text)
        {
            var text = fact.Text(row, asOf);
            return text.IsKnown ? new(_categories is null ? -1 : Array.IndexOf(_categories, text.Value), null) : FactsRow.Unknown(text.Causes);
        }

        return fact.Kind == FactKind.Flag ? FactsRow.Coded(fact.Flag(row, asOf)) : FactsRow.Coded(fact.Number(row, asOf));
    }
}

/// <summary>Reads the age, in days, of what the host has named.</summary>
internal sealed class FactAgeReader<T>(FactReader<T> fact) : RowReader<T>
{
    public override object Source => fact.Source;

    public override double Read(T row, DateTimeOffset asOf) => ReadInput(row, asOf).Value;

    public override FactsRow.Input ReadInput(T row, DateTimeOffset asOf)
    {
        var age = fact.Age(row, asOf);
        return age.IsKnown ? new(age.Value.Ticks / (double)TimeSpan.TicksPerDay, null) : FactsRow.Unknown(age.Causes);
    }
}
