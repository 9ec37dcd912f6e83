using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>
/// How an answer in numbers becomes a vote: from an edge on it is nice to have, from another on essential. Where the edge of
/// essential is the smaller one, less is more: 1 is essential, 3 is no longer needed. Immutable.
/// </summary>
public sealed record EssentialScale
{
    /// <summary>A scale with its edges; each edge belongs to the higher vote, with a tolerance of 1e-9.</summary>
    /// <param name="lowest">The lowest answer.</param>
    /// <param name="highest">The highest answer, above the lowest.</param>
    /// <param name="niceFrom">From where an answer says nice to have, on the scale.</param>
    /// <param name="essentialFrom">From where an answer says essential, on the scale, not the same.</param>
    /// <exception cref="ArgumentException">A number is not finite, an edge is off the scale, or the edges are equal.</exception>
    public EssentialScale(double lowest, double highest, double niceFrom, double essentialFrom)
    {
        if (!(double.IsFinite(lowest) && double.IsFinite(highest) && lowest < highest))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A scale from {lowest} to {highest} is none. State two numbers, the smaller first."), nameof(lowest));
        }

        if (!(niceFrom >= lowest && niceFrom <= highest && essentialFrom >= lowest && essentialFrom <= highest && niceFrom != essentialFrom))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Nice to have from {niceFrom} and essential from {essentialFrom} are no edges on a scale from {lowest} to {highest}. State two different numbers on it."), nameof(niceFrom));
        }

        (Lowest, Highest, NiceFrom, EssentialFrom) = (lowest, highest, niceFrom, essentialFrom);
    }

    /// <summary>A direct question: 2 essential, 1 nice to have, 0 no longer needed.</summary>
    public static EssentialScale Question { get; } = new(0, 2, 1, 2);

    /// <summary>Net Promoter Score: 9 and 10 essential, 7 and 8 nice to have, 0 to 6 no longer needed.</summary>
    public static EssentialScale Nps { get; } = new(0, 10, 7, 9);

    /// <summary>The lowest answer.</summary>
    public double Lowest { get; }

    /// <summary>The highest answer.</summary>
    public double Highest { get; }

    /// <summary>From where an answer says nice to have.</summary>
    public double NiceFrom { get; }

    /// <summary>From where an answer says essential.</summary>
    public double EssentialFrom { get; }

    /// <summary>The vote of an answer: 2, 1 or 0; null of one that is off the scale or not a number.</summary>
    public int? Vote(double answer) =>
        !(answer >= Lowest - EssentialOptions.Tolerance && answer <= Highest + EssentialOptions.Tolerance) ? null
        : Reaches(answer, EssentialFrom) ? 2
        : Reaches(answer, NiceFrom) ? 1
        : 0;

    /// <summary><c>0 to 10: nice to have from 7, essential from 9</c>.</summary>
    public override string ToString() =>
        $"{NumberText.Of(Lowest)} to {NumberText.Of(Highest)}: nice to have from {NumberText.Of(NiceFrom)}, essential from {NumberText.Of(EssentialFrom)}";

    private bool Reaches(double answer, double edge) => EssentialFrom > NiceFrom
        ? answer >= edge - EssentialOptions.Tolerance
        : answer <= edge + EssentialOptions.Tolerance;
}
