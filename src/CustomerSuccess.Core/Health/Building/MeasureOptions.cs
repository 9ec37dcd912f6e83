namespace CustomerSuccess.Health;

/// <summary>The last words of a measure: weight, missing data, age, action. All optional.</summary>
/// <typeparam name="TSelf">The options themselves.</typeparam>
public abstract class MeasureOptions<TSelf>
    where TSelf : MeasureOptions<TSelf>
{
    private protected MeasureOptions(MeasureDraft draft) => Draft = draft;

    private protected MeasureDraft Draft { get; }

    private TSelf Self => (TSelf)this;

    /// <summary>The weight relative to the siblings, 0 or more; 1 unless stated. Not in an additive group, where the points weigh.</summary>
    public TSelf Weight(double weight)
    {
        Draft.Weight = weight;
        return Self;
    }

    /// <summary>The weight for customers of one segment.</summary>
    public TSelf WeightIn(string segment, double weight)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(segment);
        Draft.SegmentWeights[segment] = weight;
        return Self;
    }

    /// <summary>Missing: the weight goes to the observed siblings. The default.</summary>
    public TSelf Redistribute() => When(MissingData.Redistribute);

    /// <summary>Missing: a neutral value stands in.</summary>
    /// <param name="value">The value on the scale of the scorecard; its middle (50 of 0 to 100) where null.</param>
    public TSelf Neutral(double? value = null)
    {
        Draft.Neutral = value;
        return When(MissingData.Neutral());
    }

    /// <summary>Missing: the lowest value that the curve can reach stands in.</summary>
    public TSelf Pessimistic() => When(MissingData.Pessimistic);

    /// <summary>Missing: the whole scorecard gives no score.</summary>
    public TSelf Abstain() => When(MissingData.Abstain);

    /// <summary>The measure can be acted upon: counterfactuals may move it.</summary>
    /// <param name="effort">What moving it across its whole range costs, relative to the other measures; more than 0.</param>
    public TSelf Actionable(double effort = 1)
    {
        Draft.Effort = effort;
        return Self;
    }

    /// <summary>Only whole numbers make sense: counterfactuals do not propose 1.7 issues.</summary>
    public TSelf WholeNumbers()
    {
        Draft.WholeNumbers = true;
        return Self;
    }

    /// <summary>Whether this measure's being red decides in an any-red group. Unless anything is stated, every child decides.</summary>
    public TSelf Decisive(bool decisive = true)
    {
        Draft.Decisive = decisive;
        return Self;
    }

    /// <summary>An observation older than this is unknown (expired). Needs the age of the observation.</summary>
    public TSelf ExpiresAfter(TimeSpan age)
    {
        Draft.ExpiresAfter = age;
        return Self;
    }

    /// <summary>neutral + (x − neutral)·0.5^(age ÷ half-life). Needs the age of the observation.</summary>
    /// <param name="halfLife">After that long half of the distance from neutral is left; above 0.</param>
    /// <param name="neutral">The value on the scale of the scorecard toward which observations decay; its middle (50 of 0 to 100) where null.</param>
    public TSelf HalfLife(TimeSpan halfLife, double? neutral = null)
    {
        Draft.HalfLife = halfLife;
        Draft.DecayNeutral = neutral;
        return Self;
    }

    /// <summary>The layer that the measure belongs to: <see cref="HealthLayer.Usage"/>, <see cref="HealthLayer.Value"/>, <see cref="HealthLayer.People"/>, <see cref="HealthLayer.Sentiment"/>, or any other text, compared ordinally.</summary>
    public TSelf Layer(string layer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(layer);
        Draft.Layer = layer;
        return Self;
    }

    /// <summary>
    /// High usage is not value: while a <see cref="UsageVerdict"/> in force says that this usage is not as it should be, or is to
    /// be investigated, the value is at most a ceiling. It stays observed. In columns the verdict is the column
    /// <c>NAME.usage</c>: 0 yes, 1 to be investigated, 2 no, NaN none.
    /// </summary>
    /// <param name="whenNot">The ceiling when it is not as it should be, on the scale of the scorecard; 0 of 0 to 100 where null.</param>
    /// <param name="whileInvestigated">The ceiling while it is being investigated; 50 of 0 to 100 where null.</param>
    public TSelf JudgedAsUsage(double? whenNot = null, double? whileInvestigated = null)
    {
        Draft.Usage = (whenNot, whileInvestigated);
        return Self;
    }

    private protected TSelf When(MissingData missing)
    {
        Draft.Missing = missing;
        return Self;
    }
}

/// <summary>The last words of a measure that reads a column. Its age is the column <c>name.age</c>, in days.</summary>
public sealed class ColumnMeasure : MeasureOptions<ColumnMeasure>
{
    internal ColumnMeasure(MeasureDraft draft)
        : base(draft)
    {
    }

    /// <summary>Missing: the last known value (column <c>name.last</c>) stands in while its age (column <c>name.last.age</c>, days) is not above the maximum; then redistribution.</summary>
    public ColumnMeasure CarryForward(TimeSpan maximumAge) => When(MissingData.CarryForward(maximumAge));
}

/// <summary>The last words of a measure that reads the host's rows.</summary>
/// <typeparam name="T">The host's row type.</typeparam>
public sealed class RowMeasure<T> : MeasureOptions<RowMeasure<T>>
{
    internal RowMeasure(MeasureDraft draft)
        : base(draft)
    {
    }

    /// <summary>When the observation was made; null is unknown. An instant after the as-of instant makes the measure unknown.</summary>
    public RowMeasure<T> ObservedAt(Func<T, DateTimeOffset?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        (Draft.AgeReader, Draft.Expressions.Age) = (new ObservedAtReader<T>(read), null);
        return this;
    }

    /// <summary>How old the observation is as of the instant; null is unknown.</summary>
    public RowMeasure<T> Age(Func<T, TimeSpan?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        (Draft.AgeReader, Draft.Expressions.Age) = (new AgeReader<T>(read), null);
        return this;
    }

    /// <summary>How old the observation is as of the instant, in days: <c>(now - customer.surveyed).inDays()</c>.</summary>
    public RowMeasure<T> Age(NumberExpression<T> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        (Draft.AgeReader, Draft.Expressions.Age) = (ReadingReader<T>.Of(days), days.Compiled.Text);
        return this;
    }

    /// <summary>Missing: the last known value stands in while it is not older than the maximum; then redistribution.</summary>
    /// <param name="last">The last known value.</param>
    /// <param name="days">How old that is as of the instant, in days.</param>
    /// <param name="maximumAge">The greatest age at which it may stand in.</param>
    public RowMeasure<T> CarryForward(NumberExpression<T> last, NumberExpression<T> days, TimeSpan maximumAge)
    {
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(days);
        (Draft.LastReader, Draft.Expressions.Last) = (ReadingReader<T>.Of(last), last.Compiled.Text);
        (Draft.LastAgeReader, Draft.Expressions.LastAge) = (ReadingReader<T>.Of(days), days.Compiled.Text);
        return When(MissingData.CarryForward(maximumAge));
    }

    /// <summary>Missing: the last known pair of a table's two numbers stands in while it is not older than the maximum; then redistribution.</summary>
    /// <param name="last">The last known number of the rows.</param>
    /// <param name="lastBy">The number of the columns that belongs to it.</param>
    /// <param name="days">How old they are as of the instant, in days.</param>
    /// <param name="maximumAge">The greatest age at which they may stand in.</param>
    public RowMeasure<T> CarryForward(NumberExpression<T> last, NumberExpression<T> lastBy, NumberExpression<T> days, TimeSpan maximumAge)
    {
        ArgumentNullException.ThrowIfNull(lastBy);
        (Draft.LastByReader, Draft.Expressions.LastBy) = (ReadingReader<T>.Of(lastBy), lastBy.Compiled.Text);
        return CarryForward(last, days, maximumAge);
    }

    /// <summary>Missing: the last known value stands in while it is not older than the maximum; then redistribution.</summary>
    /// <param name="last">Reads the last known value; null where there is none.</param>
    /// <param name="observedAt">Reads when that value was observed; null where that is not known.</param>
    /// <param name="maximumAge">The greatest age at which it may stand in.</param>
    public RowMeasure<T> CarryForward(Func<T, double?> last, Func<T, DateTimeOffset?> observedAt, TimeSpan maximumAge)
    {
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(observedAt);
        (Draft.LastReader, Draft.Expressions.Last) = (new OptionalNumberReader<T>(last), null);
        (Draft.LastAgeReader, Draft.Expressions.LastAge) = (new ObservedAtReader<T>(observedAt), null);
        return When(MissingData.CarryForward(maximumAge));
    }

    /// <summary>Missing: the last known pair of a table's two numbers stands in while it is not older than the maximum; then redistribution.</summary>
    /// <param name="last">Reads the last known number of the rows; null where there is none.</param>
    /// <param name="lastBy">Reads the number of the columns that belongs to it; null where there is none.</param>
    /// <param name="observedAt">Reads when they were observed; null where that is not known.</param>
    /// <param name="maximumAge">The greatest age at which they may stand in.</param>
    public RowMeasure<T> CarryForward(Func<T, double?> last, Func<T, double?> lastBy, Func<T, DateTimeOffset?> observedAt, TimeSpan maximumAge)
    {
        ArgumentNullException.ThrowIfNull(lastBy);
        Draft.LastByReader = new OptionalNumberReader<T>(lastBy);
        return CarryForward(last, observedAt, maximumAge);
    }

    /// <summary>The version of the lambda that reads the value. Raise it when the lambda changes: without one a score is not reproducible.</summary>
    public RowMeasure<T> Version(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        Draft.Version = version;
        return this;
    }
}
