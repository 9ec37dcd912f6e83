using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CustomerSuccess.Signals;

/// <summary>
/// A named kind of number over a customer's signals: what is computed, over which window, of which signals. The window of
/// length d at t is (t − d, t]; without one it is everything up to t. Immutable: each word gives a new measure.
/// </summary>
public sealed record SignalMeasure
{
    private SignalMeasure(string signal, SignalAggregation aggregation)
    {
        ValidText.Check(signal);
        (Signal, Aggregation) = (signal, aggregation);
    }

    /// <summary>The signal's name, compared ordinally.</summary>
    public string Signal { get; }

    /// <summary>What is computed.</summary>
    public SignalAggregation Aggregation { get; private init; }

    /// <summary>The length of the window; null for everything up to the instant.</summary>
    public TimeSpan? Window { get; private init; }

    /// <summary>Only of this actor; null for any.</summary>
    public string? Actor { get; private init; }

    /// <summary>Only of this product; null for any.</summary>
    public string? Product { get; private init; }

    /// <summary>Which causes count, in the order of <see cref="Provenance"/>: all three unless stated.</summary>
    public IReadOnlyList<Provenance> CausedBy { get; private init; } = Everyone;

    /// <summary>Of the account, or of the account and all below it.</summary>
    public Grain Grain { get; private init; } = Grain.Account;

    /// <summary>The zone whose calendar days are counted; null where no days are counted.</summary>
    public TimeZoneInfo? Zone { get; private init; }

    /// <summary>The calendar of a comparison with the cycle before; null where there is none.</summary>
    public SeasonCalendar? Season { get; private init; }

    /// <summary>Whether the value is divided by that of the same window one cycle earlier; otherwise, with a <see cref="Season"/>, it is that of the earlier window.</summary>
    public bool IsRatio { get; private init; }

    /// <summary>What distinguishes this measure from every other: the version of its reader, which content hashes cover.</summary>
    public string Canonical => Describe();

    private static System.Collections.ObjectModel.ReadOnlyCollection<Provenance> Everyone { get; } = Array.AsReadOnly([Provenance.Customer, Provenance.Vendor, Provenance.System]);

    /// <summary>How many signals there are.</summary>
    public static SignalMeasure Count(string signal) => new(signal, SignalAggregation.Count);

    /// <summary>The sum of their values.</summary>
    public static SignalMeasure Sum(string signal) => new(signal, SignalAggregation.Sum);

    /// <summary>The mean of their values.</summary>
    public static SignalMeasure Mean(string signal) => new(signal, SignalAggregation.Mean);

    /// <summary>The smallest value.</summary>
    public static SignalMeasure Minimum(string signal) => new(signal, SignalAggregation.Minimum);

    /// <summary>The largest value.</summary>
    public static SignalMeasure Maximum(string signal) => new(signal, SignalAggregation.Maximum);

    /// <summary>How many different actors there are.</summary>
    public static SignalMeasure DistinctActors(string signal) => new(signal, SignalAggregation.DistinctActors);

    /// <summary>On how many calendar days they happened.</summary>
    /// <param name="signal">The signal's name.</param>
    /// <param name="zone">The zone of the calendar.</param>
    public static SignalMeasure ActiveDays(string signal, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(signal, SignalAggregation.ActiveDays) { Zone = zone };
    }

    /// <summary>The value of the one that happened last.</summary>
    public static SignalMeasure Latest(string signal) => new(signal, SignalAggregation.Latest);

    /// <summary>Days since the last one happened.</summary>
    public static SignalMeasure DaysSince(string signal) => new(signal, SignalAggregation.Age);

    /// <summary>The slope of values on days, in units a day.</summary>
    public static SignalMeasure Slope(string signal) => new(signal, SignalAggregation.Slope);

    /// <summary>The age of what this measure is computed from: days since the last of the same signals, now rather than in a season.</summary>
    public SignalMeasure DaysSinceLast() => this with { Aggregation = SignalAggregation.Age, Zone = null, Season = null, IsRatio = false };

    /// <summary>Over the window (t − days, t].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The days are not above 0, or more than 100,000.</exception>
    public SignalMeasure InLast(double days)
    {
        if (!(days > 0 && days <= 100_000))
        {
            throw new ArgumentOutOfRangeException(nameof(days), days, $"The window of '{Signal}' is a number of days above 0, at most 100,000.");
        }

        return InLast(TimeSpan.FromDays(days));
    }

    /// <summary>Over the window (t − length, t].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is not above 0.</exception>
    public SignalMeasure InLast(TimeSpan length) => length > TimeSpan.Zero
        ? this with { Window = length }
        : throw new ArgumentOutOfRangeException(nameof(length), length, $"The window of '{Signal}' has a length above 0.");

    /// <summary>Only signals of one actor.</summary>
    public SignalMeasure By(string actor)
    {
        ValidText.Check(actor);
        return this with { Actor = actor };
    }

    /// <summary>Only signals that concern one product.</summary>
    public SignalMeasure On(string product)
    {
        ValidText.Check(product);
        return this with { Product = product };
    }

    /// <summary>Only signals that these caused: usage that the vendor caused is no usage by the customer.</summary>
    /// <exception cref="ArgumentException">None is named, or one that does not exist.</exception>
    public SignalMeasure Causing(params IReadOnlyList<Provenance> causes)
    {
        ArgumentNullException.ThrowIfNull(causes);
        if (causes.Count == 0 || causes.Any(c => !Enum.IsDefined(c)))
        {
            throw new ArgumentException($"Name who may have caused '{Signal}': {string.Join(", ", Everyone)}.", nameof(causes));
        }

        return this with { CausedBy = Array.AsReadOnly([.. causes.Distinct().Order()]) };
    }

    /// <summary>Only signals that the customer caused.</summary>
    public SignalMeasure ByCustomer() => Causing(Provenance.Customer);

    /// <summary>Of the account and all accounts below it, as the tree stands at the instant.</summary>
    public SignalMeasure AcrossTree() => this with { Grain = Grain.AccountTree };

    /// <summary>The same window one cycle earlier instead of the current one, as known now. Unknown for a customer of less than one cycle: what it did not do before it came says nothing.</summary>
    public SignalMeasure OneCycleEarlier(SeasonCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return this with { Season = calendar, IsRatio = false };
    }

    /// <summary>Divided by the value of the same window one cycle earlier. Unknown for a customer of less than one cycle, and where there was nothing to divide by.</summary>
    public SignalMeasure AgainstSeason(SeasonCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return this with { Season = calendar, IsRatio = true };
    }

    /// <inheritdoc />
    public bool Equals(SignalMeasure? other) => other is not null && (ReferenceEquals(this, other) || Canonical == other.Canonical);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Canonical);

    /// <inheritdoc />
    public override string ToString() => Canonical;

    private string Describe()
    {
        var text = new StringBuilder();
        text.Append(char.ToLowerInvariant(Aggregation.ToString()[0])).Append(Aggregation.ToString().AsSpan(1)).Append('(').Append(Quoted(Signal)).Append(')');
        if (Window is { } window)
        {
            text.Append(CultureInfo.InvariantCulture, $" in {window:c}");
        }

        Add(text, "by", Actor);
        Add(text, "on", Product);
        if (CausedBy.Count < Everyone.Count)
        {
            text.Append(" causing ").AppendJoin('+', CausedBy);
        }

        if (Grain == Grain.AccountTree)
        {
            text.Append(" across tree");
        }

        Add(text, "zone", Zone?.Id);
        Add(text, IsRatio ? "against" : "earlier", Season?.Canonical);
        return text.ToString();
    }

    private static void Add(StringBuilder text, string word, string? value)
    {
        if (value is not null)
        {
            text.Append(' ').Append(word).Append(' ').Append(Quoted(value));
        }
    }

    private static string Quoted(string name) => $"\"{JsonEncodedText.Encode(name)}\"";
}
