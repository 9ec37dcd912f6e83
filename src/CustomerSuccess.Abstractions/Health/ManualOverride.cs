using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>
/// A person's word against the computed score: it has an author, a reason and an expiry, is in force from
/// <see cref="SetAt"/> (included) to <see cref="ExpiresAt"/> (excluded), and never erases the computed score. Immutable.
/// </summary>
public sealed record ManualOverride
{
    /// <summary>Creates an override.</summary>
    /// <param name="value">The score to show instead, 0 to 100.</param>
    /// <param name="author">Who says so. Not empty.</param>
    /// <param name="reason">Why. Not empty.</param>
    /// <param name="setAt">From when it is in force.</param>
    /// <param name="expiresAt">Until when; after <paramref name="setAt"/>.</param>
    /// <exception cref="ArgumentException">A rule above is broken.</exception>
    public ManualOverride(double value, string author, string reason, DateTimeOffset setAt, DateTimeOffset expiresAt)
    {
        if (!(value >= 0 && value <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "An override is a score from 0 to 100.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (expiresAt <= setAt)
        {
            throw new ArgumentException("An override expires after it was set. Give it an expiry in its future.", nameof(expiresAt));
        }

        Value = value;
        Author = author;
        Reason = reason;
        SetAt = setAt.ToUniversalTime();
        ExpiresAt = expiresAt.ToUniversalTime();
    }

    /// <summary>The score to show instead, 0 to 100.</summary>
    public double Value { get; }

    /// <summary>Who says so.</summary>
    public string Author { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>From when it is in force, UTC.</summary>
    public DateTimeOffset SetAt { get; }

    /// <summary>Until when it is in force, excluded, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Whether it is in force as of an instant.</summary>
    public bool IsInForce(DateTimeOffset asOf) => asOf >= SetAt && asOf < ExpiresAt;

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"overridden by {Author} until {ExpiresAt:yyyy-MM-dd}: {Reason}");
}
