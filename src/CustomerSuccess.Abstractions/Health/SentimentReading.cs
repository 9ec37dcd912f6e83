using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>
/// What a person at the vendor last said of a customer, beside the computed health and never mixed into it: the rating as it was
/// given, what it is worth, by whom and when. Immutable.
/// </summary>
public sealed class SentimentReading
{
    /// <summary>The scale.</summary>
    public required SentimentScale Scale { get; init; }

    /// <summary>What counts: the calibrated rating where there is one, otherwise the rating. Unknown, with the reason, where none was given, it has expired, the customer was handed over since, or it lies off the scale.</summary>
    public required Reading<double> Value { get; init; }

    /// <summary>The last rating as it was given, also where it no longer counts; null where none is known.</summary>
    public double? Rating { get; init; }

    /// <summary>The rating with the rater's leaning taken off; null where no reference is stated or it is older than the rating needs, or where the rating does not count.</summary>
    public double? Calibrated { get; init; }

    /// <summary>Who gave it; null where that is not known. A person.</summary>
    public string? Rater { get; init; }

    /// <summary>When it was given, UTC; null where none is known.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How old it is as of the instant; null where none is known.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>Whether it counts and is old enough that it should be asked for again.</summary>
    public bool IsStale { get; init; }

    /// <summary>The content hash of the reference with which it was calibrated; null where it was not.</summary>
    public string? ReferenceHash { get; init; }

    /// <summary><c>4 on 1 to 5, given 2026-02-01 (28 days ago); calibrated 3.6</c>. It names no person.</summary>
    public override string ToString()
    {
        if (Rating is not { } rating || At is not { } at || Age is not { } age)
        {
            return $"no rating: {Causes()}";
        }

        var given = string.Create(CultureInfo.InvariantCulture, $"{NumberText.Of(rating)} on {Scale}, given {NumberText.Instant(at)} ({Math.Floor(age.TotalDays):0} days ago)");
        return !Value.IsKnown ? $"{given}, does not count: {Causes()}"
            : $"{given}{(IsStale ? ", stale" : "")}{(Calibrated is { } calibrated ? $"; calibrated {NumberText.Of(calibrated)}" : "")}";
    }

    private string Causes() => string.Join("; ", Value.Causes.Select(c => c.Reason));
}
