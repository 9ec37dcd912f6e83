using System.Globalization;

namespace CustomerSuccess.Signals;

/// <summary>
/// Which instant one cycle earlier an instant is compared with: a calendar year earlier in a stated zone, or the same place
/// in the cycle before of a declared calendar (terms, fiscal years). Immutable.
/// </summary>
public sealed class SeasonCalendar
{
    private readonly TimeZoneInfo? _zone;
    private readonly DateTimeOffset[] _starts = [];

    private SeasonCalendar(string name, TimeZoneInfo? zone, DateTimeOffset[] starts) => (Name, _zone, _starts) = (name, zone, starts);

    /// <summary>The name: the zone's id, or the declared name.</summary>
    public string Name { get; }

    /// <summary>What distinguishes it, for hashes. Zones are told apart by their ids.</summary>
    public string Canonical => _zone is not null
        ? $"year {Name}"
        : $"cycles {_starts.Length} {string.Join(' ', _starts.Select(s => s.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture)))} {Name}";

    /// <summary>
    /// The calendar year of a zone: 29 February is compared with 28 February; a local time that did not exist moves forward
    /// by the gap; one that existed twice is the earlier of the two.
    /// </summary>
    public static SeasonCalendar Year(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(zone.Id, zone, []);
    }

    /// <summary>A declared calendar: an instant lies as far into the cycle before as it lies into its own. Within the first cycle, and before it, there is nothing to compare with; the last goes on until a later start is declared.</summary>
    /// <param name="name">The name. Not empty.</param>
    /// <param name="starts">When the cycles start, rising; at least two.</param>
    /// <exception cref="ArgumentException">The starts are fewer than two or do not rise.</exception>
    public static SeasonCalendar Declared(string name, params IReadOnlyList<DateTimeOffset> starts)
    {
        ValidText.Check(name);
        ArgumentNullException.ThrowIfNull(starts);
        if (starts.Count < 2 || starts.Skip(1).Where((s, i) => s <= starts[i]).Any())
        {
            throw new ArgumentException($"The calendar '{name}' needs at least two starts of cycles, each later than the one before.", nameof(starts));
        }

        return new(name, null, [.. starts.Select(s => s.ToUniversalTime())]);
    }

    /// <summary>The instant one cycle earlier; null where there is no cycle before.</summary>
    public DateTimeOffset? OneCycleEarlier(DateTimeOffset instant)
    {
        if (_zone is not null)
        {
            return YearEarlier(instant, _zone);
        }

        var place = Array.FindLastIndex(_starts, s => s <= instant);
        return place < 1 ? null : Earlier(_starts[place - 1] + (instant - _starts[place]), _starts[place]);
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    // A longer cycle may reach further than the one before it lasted.
    private static DateTimeOffset Earlier(DateTimeOffset instant, DateTimeOffset end) => (instant < end ? instant : end - TimeSpan.FromTicks(1)).ToUniversalTime();

    private static DateTimeOffset? YearEarlier(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        if (local.Year == 1)
        {
            return null;
        }

        return LocalTime.Moved(local.AddYears(-1), zone);
    }
}
