using CustomerSuccess.Health;

namespace CustomerSuccess.Tests.Health.Plans;

/// <summary>A condition as a test writes it. It is read as 1 (holds), 0 (does not) or ½ (not known): and = min, or = max, not = 1 − x.</summary>
internal abstract record ConditionPlan
{
    public virtual IEnumerable<ConditionPlan> Leaves => [this];

    /// <param name="raw">The raw value of a measure that counts, NaN where it is not observed.</param>
    /// <param name="flag">The flag of a column, NaN where it is not known.</param>
    public abstract double Holds(Func<string, double> raw, Func<string, double> flag);

    public abstract ScoreCondition Write(MeasureConditions m);
}

internal enum Comparison
{
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    EqualTo,
}

internal sealed record ComparePlan(string Measure, Comparison Comparison, double Number) : ConditionPlan
{
    public override double Holds(Func<string, double> raw, Func<string, double> flag)
    {
        var x = raw(Measure);
        if (double.IsNaN(x))
        {
            return 0.5;
        }

        return Comparison switch
        {
            Comparison.AtLeast => x >= Number - 1e-9,
            Comparison.MoreThan => x > Number + 1e-9,
            Comparison.AtMost => x <= Number + 1e-9,
            Comparison.LessThan => x < Number - 1e-9,
            _ => x >= Number - 1e-9 && x <= Number + 1e-9,
        } ? 1 : 0;
    }

    public override ScoreCondition Write(MeasureConditions m) => Comparison switch
    {
        Comparison.AtLeast => m[Measure].AtLeast(Number),
        Comparison.MoreThan => m[Measure].MoreThan(Number),
        Comparison.AtMost => m[Measure].AtMost(Number),
        Comparison.LessThan => m[Measure].LessThan(Number),
        _ => m[Measure].EqualTo(Number),
    };
}

internal sealed record IsPlan(string Measure, string Category, int Index) : ConditionPlan
{
    public override double Holds(Func<string, double> raw, Func<string, double> flag) =>
        double.IsNaN(raw(Measure)) ? 0.5 : Math.Round(raw(Measure)) == Index ? 1 : 0;

    public override ScoreCondition Write(MeasureConditions m) => m[Measure].Is(Category);
}

internal sealed record KnownPlan(string Measure) : ConditionPlan
{
    public override double Holds(Func<string, double> raw, Func<string, double> flag) => double.IsNaN(raw(Measure)) ? 0 : 1;

    public override ScoreCondition Write(MeasureConditions m) => m[Measure].IsKnown;
}

internal sealed record FlagPlan(string Column) : ConditionPlan
{
    public override double Holds(Func<string, double> raw, Func<string, double> flag) =>
        !double.IsFinite(flag(Column)) ? 0.5 : flag(Column) != 0 ? 1 : 0;

    public override ScoreCondition Write(MeasureConditions m) => m.Column(Column);
}

internal sealed record BothPlan(ConditionPlan Left, ConditionPlan Right) : ConditionPlan
{
    public override IEnumerable<ConditionPlan> Leaves => Left.Leaves.Concat(Right.Leaves);

    public override double Holds(Func<string, double> raw, Func<string, double> flag) => Math.Min(Left.Holds(raw, flag), Right.Holds(raw, flag));

    public override ScoreCondition Write(MeasureConditions m) => Left.Write(m) & Right.Write(m);
}

internal sealed record EitherPlan(ConditionPlan Left, ConditionPlan Right) : ConditionPlan
{
    public override IEnumerable<ConditionPlan> Leaves => Left.Leaves.Concat(Right.Leaves);

    public override double Holds(Func<string, double> raw, Func<string, double> flag) => Math.Max(Left.Holds(raw, flag), Right.Holds(raw, flag));

    public override ScoreCondition Write(MeasureConditions m) => Left.Write(m) | Right.Write(m);
}

internal sealed record NotPlan(ConditionPlan Inner) : ConditionPlan
{
    public override IEnumerable<ConditionPlan> Leaves => Inner.Leaves;

    public override double Holds(Func<string, double> raw, Func<string, double> flag) => 1 - Inner.Holds(raw, flag);

    public override ScoreCondition Write(MeasureConditions m) => !Inner.Write(m);
}
