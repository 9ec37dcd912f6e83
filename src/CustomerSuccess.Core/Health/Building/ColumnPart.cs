namespace CustomerSuccess.Health;

/// <summary>The measures and groups of a scorecard over columns.</summary>
/// <typeparam name="TSelf">The builder itself.</typeparam>
public abstract class ColumnPart<TSelf> : PartBuilder<TSelf>
    where TSelf : ColumnPart<TSelf>
{
    private protected ColumnPart(GroupDraft group)
        : base(group)
    {
    }

    /// <summary>A measure that reads the column of its name.</summary>
    public TSelf Measure(string name, Func<MeasureStart<ColumnMeasure>, ColumnMeasure> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var draft = new MeasureDraft(name, null);
        measure(new(draft, new(draft)));
        return Add(draft);
    }

    /// <summary>A measure over categories. The column holds each category's index in the order of declaration.</summary>
    public TSelf Category(string name, Func<CategoryStart<ColumnMeasure>, ColumnMeasure> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var draft = new MeasureDraft(name, null);
        measure(new(draft, new(draft), _ => { }));
        return Add(draft);
    }

    /// <summary>A measure over yes (1) and no (0).</summary>
    public TSelf Flag(string name, Func<FlagStart<ColumnMeasure>, ColumnMeasure> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var draft = new MeasureDraft(name, null);
        measure(new(draft, new(draft)));
        return Add(draft);
    }

    /// <summary>A measure over two numbers: the column of its name chooses the row of a table, the column <c>NAME.by</c> its column.</summary>
    public TSelf Table(string name, Func<TableStart<ColumnMeasure>, ColumnMeasure> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var draft = new MeasureDraft(name, null);
        table(new(draft, new(draft)));
        return Add(draft);
    }

    /// <summary>A group of measures and groups.</summary>
    public TSelf Group(string name, Action<ColumnGroup> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var draft = new GroupDraft(name);
        group(new(draft));
        return Add(draft);
    }
}

/// <summary>A group of a scorecard over columns.</summary>
public sealed class ColumnGroup : ColumnPart<ColumnGroup>
{
    internal ColumnGroup(GroupDraft group)
        : base(group)
    {
    }

    /// <summary>The weight relative to the siblings, 0 or more; 1 unless stated.</summary>
    public ColumnGroup Weight(double weight)
    {
        Draft.Weight = weight;
        return this;
    }

    /// <summary>The weight for customers of one segment.</summary>
    public ColumnGroup WeightIn(string segment, double weight)
    {
        GroupWords.Weigh(Draft, segment, weight);
        return this;
    }

    /// <summary>Whether this group's being red decides in an any-red parent.</summary>
    public ColumnGroup Decisive(bool decisive = true)
    {
        Draft.Decisive = decisive;
        return this;
    }
}
