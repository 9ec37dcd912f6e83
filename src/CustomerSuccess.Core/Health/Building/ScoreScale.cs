namespace CustomerSuccess.Health;

/// <summary>The scale in which the numbers of a scorecard are written. They are mapped linearly to 0–100 when it is built.</summary>
internal readonly record struct ScoreScale(double Minimum, double Maximum, bool IsStated)
{
    /// <summary>Numbers are written in 0–100 as they are.</summary>
    public static ScoreScale Unstated { get; } = new(0, 100, false);

    /// <summary>The scale itself is a mistake, so that no other number is judged by it.</summary>
    public bool IsBroken => !(Maximum > Minimum && double.IsFinite(Maximum - Minimum));

    public bool Contains(double number) => IsBroken || (number >= Minimum && number <= Maximum);

    /// <summary>From a place on the scale to 0–100: (p − minimum)·100 ÷ (maximum − minimum). The ends are 0 and 100 exactly.</summary>
    public double Place(double number) => IsIdentity ? number
        : number == Minimum ? 0
        : number == Maximum ? 100
        : Contains(number) ? Math.Clamp((number - Minimum) * 100 / (Maximum - Minimum), 0, 100)
        : (number - Minimum) * 100 / (Maximum - Minimum);

    /// <summary>From a distance on the scale, or points that are added, to the same of 0–100.</summary>
    public double Distance(double points) => IsIdentity ? points : points * 100 / (Maximum - Minimum);

    /// <summary>From a distance of 0–100 back to the scale.</summary>
    public double Written(double points) => IsIdentity ? points : points * (Maximum - Minimum) / 100;

    private bool IsIdentity => IsBroken || (Minimum == 0 && Maximum == 100);
}
