using System.Globalization;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Measurement;

/// <summary>Whether revenue looks well while success falls. The names are stable: they appear in JSON and in metric tags.</summary>
public enum PortfolioAlarmState
{
    /// <summary>What is not known decides.</summary>
    CannotTell,

    /// <summary>Revenue does not look well, or success did not fall.</summary>
    Quiet,

    /// <summary>Revenue looks well, and success fell: what is renewed today is not renewed for what it brings.</summary>
    Alarm,
}

/// <summary>
/// The alarm of a portfolio: its revenue retention meets the goal or rose, and its success vector is backward, with enough
/// coverage. An operand that decides wins over one that is not known: where revenue neither meets its goal nor rose it is quiet,
/// whatever is known of success. Immutable.
/// </summary>
public sealed class PortfolioAlarm
{
    private const double Tolerance = 1e-9;

    private PortfolioAlarm(PortfolioVector vector, PortfolioAlarmState state, string reason) => (Vector, State, Reason) = (vector, state, reason);

    /// <summary>The vector that was asked.</summary>
    public PortfolioVector Vector { get; }

    /// <summary>Alarm, quiet, or cannot tell.</summary>
    public PortfolioAlarmState State { get; }

    /// <summary>Why, in words.</summary>
    public string Reason { get; }

    /// <summary>Asks for the alarm.</summary>
    /// <param name="vector">The portfolio's vector.</param>
    /// <param name="retention">The revenue retention of the window, a share of 0 or more (1.04 is 104 %); null where it is not known.</param>
    /// <param name="previous">The revenue retention of the window before; null where it is not known.</param>
    /// <param name="goal">The goal of revenue retention, met from it on with a tolerance of 1e-9; null where there is none.</param>
    /// <exception cref="ArgumentException">One of the three is negative, NaN or infinite.</exception>
    public static PortfolioAlarm Of(PortfolioVector vector, double? retention, double? previous, double? goal)
    {
        ArgumentNullException.ThrowIfNull(vector);
        Check(retention, "revenue retention", nameof(retention));
        Check(previous, "previous revenue retention", nameof(previous));
        Check(goal, "goal of revenue retention", nameof(goal));
        bool? meets = retention is { } now && goal is { } aim ? now >= aim - Tolerance : null;
        bool? rose = retention is { } after && previous is { } before ? after > before + Tolerance : null;
        var well = meets == true || rose == true ? true : meets == false && rose == false ? false : (bool?)null;
        var (fell, success) = Fell(vector);
        var revenue = Revenue(retention, previous, goal, meets, rose);
        return (well, fell) switch
        {
            (true, true) => new(vector, PortfolioAlarmState.Alarm, $"{revenue}, and {success}"),
            (false, _) => new(vector, PortfolioAlarmState.Quiet, revenue),
            (_, false) => new(vector, PortfolioAlarmState.Quiet, success),
            (null, null) => new(vector, PortfolioAlarmState.CannotTell, $"{revenue}, and {success}"),
            (null, true) => new(vector, PortfolioAlarmState.CannotTell, $"{success}, but {revenue}"),
            (true, null) => new(vector, PortfolioAlarmState.CannotTell, $"{revenue}, but {success}"),
        };
    }

    /// <summary><c>alarm: revenue retention is 104 %, meets the goal of 100 %, and the portfolio fell: -6.2 points in 90 days</c>.</summary>
    public override string ToString() => $"{State switch { PortfolioAlarmState.Alarm => "alarm", PortfolioAlarmState.Quiet => "quiet", _ => "cannot tell" }}: {Reason}";

    private static (bool? Fell, string Text) Fell(PortfolioVector vector)
    {
        if (vector.Reason is { } reason)
        {
            return (null, $"of the portfolio it cannot be told: {reason}");
        }

        var (options, lower, upper) = (vector.Options, vector.Lower!.Value, vector.Upper!.Value);
        var points = $"{SuccessMovement.Text(lower, upper, vector.Magnitude is not null, options.Cut)} in {SuccessMovement.Days(options.Window)}";
        return !vector.IsCovered ? (null, $"only {PortfolioExplanation.Percent(vector.Coverage)} of revenue has a plan, below {PortfolioExplanation.Percent(options.MinimumCoverage)}")
            : SuccessMovement.Side(upper, options.Cut) < 0 ? (true, $"the portfolio fell: {points}")
            : SuccessMovement.Side(lower, options.Cut) >= 0 ? (false, $"the portfolio did not fall: {points}")
            : (null, $"whether the portfolio fell cannot be told: {points}");
    }

    private static string Revenue(double? retention, double? previous, double? goal, bool? meets, bool? rose)
    {
        if (retention is not { } now)
        {
            return "revenue retention is not known";
        }

        // As many decimals as it takes to see the difference.
        var decimals = Enumerable.Range(2, 9).First(d => d == 10 || !((meets == false && Share(now, d) == Share(goal!.Value, d)) || (rose == true && Share(now, d) == Share(previous!.Value, d))));
        var met = meets is { } m ? $"{(m ? "meets" : "misses")} the goal of {Share(goal!.Value, decimals)}" : "has no goal";
        var moved = rose is { } r ? $"{(r ? "rose" : "did not rise")} from {Share(previous!.Value, decimals)}" : "was not known before";
        return $"revenue retention is {Share(now, decimals)}, " + (meets == true ? met : rose == true ? moved : $"{met} and {moved}");
    }

    private static string Share(double share, int decimals) => $"{(share * 100).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture)} %";

    private static void Check(double? share, string what, string name)
    {
        if (share is { } value && !(double.IsFinite(value) && value >= 0))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The {what} is {value}. State a share of 0 or more (1.04 for 104 %), or null where it is not known."), name);
        }
    }
}
