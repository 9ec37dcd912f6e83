using System.Runtime.CompilerServices;

namespace CustomerSuccess.Health;

/// <summary>The measures and groups of a scorecard over the host's rows.</summary>
/// <typeparam name="T">The host's row type.</typeparam>
/// <typeparam name="TSelf">The builder itself.</typeparam>
public abstract class RowPart<T, TSelf> : PartBuilder<TSelf>
    where TSelf : RowPart<T, TSelf>
{
    private protected RowPart(GroupDraft group)
        : base(group)
    {
    }

    /// <summary>A measure. A NaN or an infinity that the lambda computes is unknown (not a number) and counted as a defect.</summary>
    public TSelf Measure(string name, Func<T, double> read, Func<MeasureStart<RowMeasure<T>>, RowMeasure<T>> measure)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, new NumberReader<T>(read), measure);
    }

    /// <summary>A measure. A null is unknown (not given).</summary>
    public TSelf Measure(string name, Func<T, double?> read, Func<MeasureStart<RowMeasure<T>>, RowMeasure<T>> measure)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, new OptionalNumberReader<T>(read), measure);
    }

    /// <summary>A measure that is known, or unknown with causes that its line then says.</summary>
    [OverloadResolutionPriority(-1)]
    public TSelf Measure(string name, Func<T, Reading<double>> read, Func<MeasureStart<RowMeasure<T>>, RowMeasure<T>> measure)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, new ReadingReader<T>(read, read), measure);
    }

    /// <summary>A measure written as an expression. Its text and what that reads are its version. Where it reads one signal, its age is that of the last one it is computed from.</summary>
    public TSelf Measure(string name, NumberExpression<T> read, Func<MeasureStart<RowMeasure<T>>, RowMeasure<T>> measure)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, ReadingReader<T>.Of(read), measure, read.Compiled.Version, ExpressionAge.Of(read.Compiled), read.Compiled.Text);
    }

    /// <summary>A measure over categories, or over ranges that conditions tell: <c>customer.seats &lt; 50.0 ? 'small' : 'large'</c>. Its text and what that reads are its version.</summary>
    public TSelf Category(string name, TextExpression<T> read, Func<CategoryStart<RowMeasure<T>>, RowMeasure<T>> measure)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(measure);
        var draft = new MeasureDraft(name, null) { Version = read.Compiled.Version, Expressions = { Value = read.Compiled.Text } };
        measure(new(draft, new(draft), curve => draft.Reader = new CategoryReadingReader<T>(read, curve)));
        return Add(draft);
    }

    /// <summary>A measure over yes and no, written as an expression. Its text and what that reads are its version.</summary>
    public TSelf Flag(string name, ConditionExpression<T> read, Func<FlagStart<RowMeasure<T>>, RowMeasure<T>> measure)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(measure);
        var draft = new MeasureDraft(name, new ConditionReader<T>(read)) { Version = read.Compiled.Version, Expressions = { Value = read.Compiled.Text } };
        measure(new(draft, new(draft)));
        return Add(draft);
    }

    /// <summary>A measure over categories. A null is unknown (not given).</summary>
    public TSelf Category(string name, Func<T, string?> read, Func<CategoryStart<RowMeasure<T>>, RowMeasure<T>> measure)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(measure);
        var draft = new MeasureDraft(name, null);
        measure(new(draft, new(draft), curve => draft.Reader = new CategoryReader<T>(read, curve)));
        return Add(draft);
    }

    /// <summary>A measure over yes and no. A null is unknown (not given).</summary>
    public TSelf Flag(string name, Func<T, bool?> read, Func<FlagStart<RowMeasure<T>>, RowMeasure<T>> measure)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(measure);
        var draft = new MeasureDraft(name, new FlagReader<T>(read));
        measure(new(draft, new(draft)));
        return Add(draft);
    }

    /// <summary>A measure over two numbers, which choose the row and the column of a table. A null is unknown (not given).</summary>
    public TSelf Table(string name, Func<T, double?> row, Func<T, double?> column, Func<TableStart<RowMeasure<T>>, RowMeasure<T>> table)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(column);
        return Add(new(name, new OptionalNumberReader<T>(row)) { ByReader = new OptionalNumberReader<T>(column) }, table);
    }

    /// <summary>A measure over two numbers that are known, or unknown with causes that its line then says.</summary>
    [OverloadResolutionPriority(-1)]
    public TSelf Table(string name, Func<T, Reading<double>> row, Func<T, Reading<double>> column, Func<TableStart<RowMeasure<T>>, RowMeasure<T>> table)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(column);
        return Add(new(name, new ReadingReader<T>(row, row)) { ByReader = new ReadingReader<T>(column, column) }, table);
    }

    /// <summary>A measure over two numbers, each written as an expression. Their texts and what those read are its version. Where the first reads one signal, its age is that of the last one it is computed from.</summary>
    public TSelf Table(string name, NumberExpression<T> row, NumberExpression<T> column, Func<TableStart<RowMeasure<T>>, RowMeasure<T>> table)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(column);
        return Add(
            new(name, ReadingReader<T>.Of(row))
            {
                ByReader = ReadingReader<T>.Of(column),
                Expressions = { Value = row.Compiled.Text, By = column.Compiled.Text },
                Version = ReaderText.VersionOf(row.Compiled.Text, column.Compiled.Text),
                AgeReader = ExpressionAge.Of(row.Compiled),
            },
            table);
    }

    /// <summary>A group of measures and groups.</summary>
    public TSelf Group(string name, Action<RowGroup<T>> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var draft = new GroupDraft(name);
        group(new(draft));
        return Add(draft);
    }

    private TSelf Add(MeasureDraft draft, Func<TableStart<RowMeasure<T>>, RowMeasure<T>> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table(new(draft, new(draft)));
        return base.Add(draft);
    }

    internal TSelf Add(string name, RowReader<T> reader, Func<MeasureStart<RowMeasure<T>>, RowMeasure<T>> measure, string? version = null, RowReader<T>? age = null, ReaderText? expression = null)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var draft = new MeasureDraft(name, reader) { Version = version, AgeReader = age, Expressions = { Value = expression } };
        measure(new(draft, new(draft)));
        return Add(draft);
    }
}

/// <summary>A group of a scorecard over the host's rows.</summary>
/// <typeparam name="T">The host's row type.</typeparam>
public sealed class RowGroup<T> : RowPart<T, RowGroup<T>>
{
    internal RowGroup(GroupDraft group)
        : base(group)
    {
    }

    /// <summary>The weight relative to the siblings, 0 or more; 1 unless stated.</summary>
    public RowGroup<T> Weight(double weight)
    {
        Draft.Weight = weight;
        return this;
    }

    /// <summary>The weight for customers of one segment.</summary>
    public RowGroup<T> WeightIn(string segment, double weight)
    {
        GroupWords.Weigh(Draft, segment, weight);
        return this;
    }

    /// <summary>Whether this group's being red decides in an any-red parent.</summary>
    public RowGroup<T> Decisive(bool decisive = true)
    {
        Draft.Decisive = decisive;
        return this;
    }
}
