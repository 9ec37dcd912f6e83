using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>The one place where a movement in points is compared with the cut, and printed so that it never shows a direction that it has not.</summary>
internal static class SuccessMovement
{
    private const double Tolerance = 1e-9;

    public static SuccessDirection Direction(double lower, double upper, double cut) =>
        Side(lower, cut) is var side && side == Side(upper, cut)
            ? side switch { > 0 => SuccessDirection.Forward, < 0 => SuccessDirection.Backward, _ => SuccessDirection.Stalled }
            : SuccessDirection.CannotTell;

    /// <summary>1 above the cut, −1 below its negative, 0 between, edges included.</summary>
    public static int Side(double points, double cut) =>
        points > cut + Tolerance ? 1
        : points < -cut - Tolerance ? -1
        : 0;

    /// <summary><c>+40</c>, <c>-2.5</c>, <c>0</c>: to a tenth, toward its own side of the cut where rounding would cross it.</summary>
    public static string Text(double points, double cut) => Printed(points, cut).ToString("+0.###;-0.###;0", CultureInfo.InvariantCulture);

    /// <summary><c>+40 points</c>, or <c>between -5 and +12 points</c>.</summary>
    public static string Text(double lower, double upper, bool isKnown, double cut) =>
        isKnown ? $"{Text(lower, cut)} points" : $"between {Text(lower, cut)} and {Text(upper, cut)} points";

    public static decimal Printed(double points, double cut)
    {
        var exact = (decimal)points;
        var side = Side(points, cut);
        decimal[] ways = [Math.Round(exact, 1, MidpointRounding.AwayFromZero), Math.Floor(exact * 10) / 10, Math.Ceiling(exact * 10) / 10];
        return Array.Find(ways, w => Side((double)w, cut) == side) is var near && Side((double)near, cut) == side ? near : exact;
    }

    public static string Word(SuccessDirection direction) => direction switch
    {
        SuccessDirection.Forward => "forward",
        SuccessDirection.Stalled => "stalled",
        SuccessDirection.Backward => "backward",
        _ => "cannot tell",
    };

    public static string Days(TimeSpan window) => string.Create(CultureInfo.InvariantCulture, $"{window.TotalDays:0.##} days");
}
