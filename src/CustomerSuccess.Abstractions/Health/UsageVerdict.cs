using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>Whether usage is as it should be.</summary>
public enum UsageAnswer
{
    /// <summary>It is: the customer does what the product is for.</summary>
    Yes,

    /// <summary>Somebody is finding out.</summary>
    Investigate,

    /// <summary>It is not: bots, one person's exports, workarounds.</summary>
    No,
}

/// <summary>
/// A person's word on "is this usage as it should be?": high usage is not value. It has an author, a reason and an expiry, and
/// is in force from <see cref="At"/> (included) to <see cref="ExpiresAt"/> (excluded). Immutable.
/// </summary>
public sealed record UsageVerdict
{
    /// <summary>Creates a verdict.</summary>
    /// <param name="answer">Yes, no, or to be investigated.</param>
    /// <param name="author">Who says so. Not empty.</param>
    /// <param name="reason">Why. Not empty.</param>
    /// <param name="at">From when it is in force.</param>
    /// <param name="expiresAt">Until when; after <paramref name="at"/>.</param>
    /// <param name="measure">The measure it is about; null for all measures that are judged as usage.</param>
    /// <exception cref="ArgumentException">A rule above is broken.</exception>
    public UsageVerdict(UsageAnswer answer, string author, string reason, DateTimeOffset at, DateTimeOffset expiresAt, string? measure = null)
    {
        if (!Enum.IsDefined(answer))
        {
            throw new ArgumentOutOfRangeException(nameof(answer), answer, "A verdict on usage is Yes, Investigate or No.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (expiresAt <= at)
        {
            throw new ArgumentException("A verdict expires after it was given. Give it an expiry in its future.", nameof(expiresAt));
        }

        (Answer, Author, Reason, Measure) = (answer, author, reason, measure);
        (At, ExpiresAt) = (at.ToUniversalTime(), expiresAt.ToUniversalTime());
    }

    /// <summary>Yes, no, or to be investigated.</summary>
    public UsageAnswer Answer { get; }

    /// <summary>Who says so.</summary>
    public string Author { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>The measure it is about; null for all measures that are judged as usage.</summary>
    public string? Measure { get; }

    /// <summary>From when it is in force, UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Until when it is in force, excluded, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Whether it is in force as of an instant.</summary>
    public bool IsInForce(DateTimeOffset asOf) => asOf >= At && asOf < ExpiresAt;

    /// <summary><c>not as it should be, says Dana until 2026-02-01: bots log in</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Answer switch { UsageAnswer.Yes => "as it should be", UsageAnswer.No => "not as it should be", _ => "under investigation" }}, says {Author} until {ExpiresAt:yyyy-MM-dd}: {Reason}");

    /// <summary>
    /// The verdict in force that concerns a measure: one that names it before one on all, then the latest, then the strictest;
    /// null where there is none.
    /// </summary>
    /// <param name="verdicts">The verdicts, in any order.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="asOf">The instant.</param>
    public static UsageVerdict? InForce(IEnumerable<UsageVerdict> verdicts, string measure, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        return verdicts.Where(v => v is not null && v.IsInForce(asOf) && (v.Measure is null || v.Measure == measure))
            .OrderByDescending(v => v.Measure is not null).ThenByDescending(v => v.At).ThenByDescending(v => v.Answer)
            .ThenBy(v => v.Author, StringComparer.Ordinal).ThenBy(v => v.Reason, StringComparer.Ordinal).FirstOrDefault();
    }
}
