using System.Globalization;
using CustomerSuccess.Signals;

namespace CustomerSuccess.Health;

/// <summary>
/// How the raters of a sentiment rated up to an instant: how many ratings each gave and their mean, and the mean of all ratings.
/// Dated and hashed, so that a score that was calibrated with it can be computed again. It lists nobody unless that was asked
/// for: figures of single persons are for calibration, not for judging them. Immutable and safe to share between threads.
/// </summary>
public sealed class RaterReference
{
    /// <summary>Below so many ratings a rater's ratings stay as they are.</summary>
    public const int FewestRatings = 10;

    /// <summary>So many ratings are needed for half of a rater's leaning to be taken off.</summary>
    public const int Shrinkage = 20;

    private readonly Dictionary<string, RaterFigure> _raters;
    private readonly bool _listsRaters;

    private RaterReference(DateTimeOffset asOf, string signal, IEnumerable<RaterFigure> raters, bool listsRaters)
    {
        (AsOf, Signal, _listsRaters) = (asOf.ToUniversalTime(), signal, listsRaters);
        RaterFigure[] all = [.. raters.OrderBy(r => r.Rater, StringComparer.Ordinal)];
        _raters = all.ToDictionary(r => r.Rater, StringComparer.Ordinal);
        var sum = 0d;
        foreach (var rater in all)
        {
            Count += rater.Count;
            sum += rater.Count * rater.Mean;
        }

        Mean = Count == 0 ? null : sum / Count;
        Hash = CanonicalJson.Hash(new Dictionary<string, object?>
        {
            ["format"] = 1,
            ["asOf"] = AsOf.ToString("O", CultureInfo.InvariantCulture),
            ["signal"] = signal,
            ["raters"] = all.Select(r => (object)new Dictionary<string, object?> { ["rater"] = r.Rater, ["count"] = r.Count, ["mean"] = r.Mean }).ToList(),
        });
    }

    /// <summary>Ratings that happened and were recorded up to this instant count, UTC.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>The signal that holds the ratings.</summary>
    public string Signal { get; }

    /// <summary>How many ratings there are, of all raters.</summary>
    public int Count { get; }

    /// <summary>The mean of all ratings of all raters; null where there are none.</summary>
    public double? Mean { get; }

    /// <summary>The content hash: 64 lower-case hexadecimal digits of SHA-256.</summary>
    public string Hash { get; }

    /// <summary>How many raters there are.</summary>
    public int RaterCount => _raters.Count;

    /// <summary>Each rater's figures, in ordinal order.</summary>
    /// <exception cref="InvalidOperationException">The reference does not list raters: that was not asked for when it was made.</exception>
    public IReadOnlyList<RaterFigure> Raters => _listsRaters
        ? [.. _raters.Values.OrderBy(r => r.Rater, StringComparer.Ordinal)]
        : throw new InvalidOperationException("This reference does not list its raters: figures of single persons are off unless asked for. Make it with listsRaters: true where that is allowed.");

    /// <summary>Makes a reference of ratings. Ratings without a rater or a value, off the scale, of other signals, or later than the instant do not count.</summary>
    /// <param name="signal">The signal that holds the ratings: its actor is the rater, its value the rating.</param>
    /// <param name="ratings">The ratings, of all customers, in any order.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="scale">The scale of the ratings.</param>
    /// <param name="listsRaters">Whether the figures of single raters can be listed; false unless stated.</param>
    public static RaterReference Of(string signal, IEnumerable<Signal> ratings, DateTimeOffset asOf, SentimentScale scale, bool listsRaters = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(signal);
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(scale);
        var counting = ratings.Where(r => r.Name == signal && r.Actor is not null && r.Value is { } value && scale.Holds(value) && r.OccurredAt <= asOf && r.RecordedAt <= asOf);
        return new(asOf, signal, counting.GroupBy(r => r.Actor!, StringComparer.Ordinal).Select(g => RaterFigure.Of(g.Key, g.Select(r => r.Value!.Value))), listsRaters);
    }

    /// <summary>Makes a reference of ratings that are read from a source.</summary>
    /// <inheritdoc cref="Of(string, IEnumerable{Signal}, DateTimeOffset, SentimentScale, bool)" />
    public static async Task<RaterReference> OfAsync(string signal, IAsyncEnumerable<Signal> ratings, DateTimeOffset asOf, SentimentScale scale, bool listsRaters = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var all = new List<Signal>();
        await foreach (var rating in ratings.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            all.Add(rating);
        }

        return Of(signal, all, asOf, scale, listsRaters);
    }

    /// <summary>
    /// A rating with the rater's leaning taken off in part: x − n ÷ (n + 20) · (rater's mean − mean of all), clamped to the scale.
    /// Unchanged below 10 ratings, and of a rater who is not known.
    /// </summary>
    /// <param name="rater">The rater; null where it is not known.</param>
    /// <param name="rating">The rating, on the scale.</param>
    /// <param name="scale">The scale.</param>
    public double Calibrate(string? rater, double rating, SentimentScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return rater is null || !_raters.TryGetValue(rater, out var own) || own.Count < FewestRatings
            ? rating
            : Math.Clamp(rating - (own.Count / (double)(own.Count + Shrinkage) * (own.Mean - Mean!.Value)), scale.Lowest, scale.Highest);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Count} ratings of {RaterCount} raters as of {NumberText.Instant(AsOf)}, {Hash[..12]}";
}

/// <summary>How one rater rated. Immutable.</summary>
public sealed record RaterFigure
{
    private RaterFigure(string rater, int count, double mean) => (Rater, Count, Mean) = (rater, count, mean);

    /// <summary>The rater.</summary>
    public string Rater { get; }

    /// <summary>How many ratings.</summary>
    public int Count { get; }

    /// <summary>Their mean.</summary>
    public double Mean { get; }

    // Added up in the order of size, so that the order of arrival changes no bit.
    internal static RaterFigure Of(string rater, IEnumerable<double> ratings)
    {
        var (count, sum) = (0, 0d);
        foreach (var rating in ratings.Order())
        {
            (count, sum) = (count + 1, sum + rating);
        }

        return new(rater, count, sum / count);
    }
}
