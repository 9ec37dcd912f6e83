namespace CustomerSuccess.Health;

/// <summary>A measure's value step by step; NaN where it has none.</summary>
/// <param name="Observed">Whether it was observed.</param>
/// <param name="Fresh">What the curve makes of the observation, or what stands in.</param>
/// <param name="Decayed">That after decay toward neutral.</param>
/// <param name="Value">That under the verdict on its usage.</param>
internal readonly record struct MeasureParts(bool Observed, double Fresh, double Decayed, double Value);

/// <summary>The verdict on usage as an input: from each number on.</summary>
internal static class UsageCode
{
    public const double Investigate = 0.5;
    public const double No = 1.5;

    public static double Of(UsageAnswer answer) => answer switch
    {
        UsageAnswer.No => 2,
        UsageAnswer.Investigate => 1,
        _ => 0,
    };
}
