using System.Diagnostics.CodeAnalysis;

namespace CustomerSuccess.Health;

/// <summary>The measures of a scorecard, to write the condition of an exception: <c>m =&gt; m["severe issues"].AtLeast(3)</c>.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "It reads as a word of the condition: m => m.Column(\"escalated\").")]
public sealed class MeasureConditions
{
    internal MeasureConditions()
    {
    }

    /// <summary>The measure of that name. That it exists is checked by <c>Build()</c>.</summary>
    public MeasureTerm this[string measure] => new(measure);

    /// <summary>A flag column of that name: 1 holds, 0 does not, NaN is not known. Over rows, pass a lambda instead.</summary>
    public ScoreCondition Column(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new FlagCondition(name, null);
    }
}

/// <summary>A measure in a condition. Comparisons carry the tolerance of <see cref="Edge"/>; they are not known where the measure is not.</summary>
public sealed class MeasureTerm
{
    private readonly string _measure;

    internal MeasureTerm(string measure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(measure);
        _measure = measure;
    }

    /// <summary>Whether the measure is known. Never itself unknown.</summary>
    public ScoreCondition IsKnown => new KnownCondition(_measure);

    /// <summary>At least the number.</summary>
    public ScoreCondition AtLeast(double number) => new ThresholdCondition(_measure, number, orEqual: true);

    /// <summary>More than the number.</summary>
    public ScoreCondition MoreThan(double number) => new ThresholdCondition(_measure, number, orEqual: false);

    /// <summary>At most the number.</summary>
    public ScoreCondition AtMost(double number) => !MoreThan(number);

    /// <summary>Less than the number.</summary>
    public ScoreCondition LessThan(double number) => !AtLeast(number);

    /// <summary>Equal to the number, within the tolerance.</summary>
    public ScoreCondition EqualTo(double number) => AtLeast(number) & AtMost(number);

    /// <summary>In the category.</summary>
    public ScoreCondition Is(string category) => new CategoryCondition(_measure, category);
}
