using System.Globalization;

namespace CustomerSuccess;

/// <summary>
/// The instants at which state is evaluated: local midnights of a stated zone, every so many days from a stated day. What is
/// evaluated on a grid does not depend on when anyone looked. A midnight that does not exist is the first instant after the
/// gap; one that exists twice is the earlier. Immutable and safe to share between threads.
/// </summary>
public sealed class EvaluationGrid
{
    private readonly int _origin;

    /// <summary>Creates a grid.</summary>
    /// <param name="zone">The zone of the midnights.</param>
    /// <param name="days">Days from one point to the next, 1 or more.</param>
    /// <param name="origin">A day that is a point of the grid, and the first one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The days are less than 1.</exception>
    public EvaluationGrid(TimeZoneInfo zone, int days = 1, DateOnly? origin = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (days < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(days), days, "A grid has a point every 1 or more days.");
        }

        (Zone, Days, Origin) = (zone, days, origin ?? new DateOnly(2000, 1, 1));
        _origin = Origin.DayNumber;
    }

    /// <summary>Midnights UTC, daily from 1 January 2000.</summary>
    public static EvaluationGrid Daily { get; } = new(TimeZoneInfo.Utc);

    /// <summary>The zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Days from one point to the next.</summary>
    public int Days { get; }

    /// <summary>The first day of the grid.</summary>
    public DateOnly Origin { get; }

    /// <summary>The first point after an instant; null where the calendar ends before it, with the year 9999.</summary>
    public DateTimeOffset? FirstAfter(DateTimeOffset instant)
    {
        var index = Math.Max(0, IndexNear(instant) - 1);
        while (At(index) is { } point)
        {
            if (point > instant)
            {
                return point;
            }

            index++;
        }

        return null;
    }

    /// <summary>The last point strictly before an instant; null where the grid begins at or after it.</summary>
    public DateTimeOffset? LastBefore(DateTimeOffset instant)
    {
        for (var index = IndexNear(instant) + 1; index >= 0; index--)
        {
            if (At(index) is { } point && point < instant)
            {
                return point;
            }
        }

        return null;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"every {Days} days at midnight in {Zone.Id} from {Origin:yyyy-MM-dd}");

    private long IndexNear(DateTimeOffset instant) =>
        Math.Max(-1, (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime).DayNumber - _origin) / Days);

    private DateTimeOffset? At(long index) => _origin + (index * Days) is var day && day <= DateOnly.MaxValue.DayNumber
        ? LocalTime.First(DateOnly.FromDayNumber((int)day).ToDateTime(TimeOnly.MinValue), Zone)
        : null;
}
