using System.Diagnostics.CodeAnalysis;

namespace CustomerSuccess;

/// <summary>A reading, and until when it stands while nothing new is recorded. Immutable.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[SuppressMessage("Performance", "CA1815", Justification = "Equality of readings means nothing.")]
public readonly struct ReadingUntil<T>
{
    internal ReadingUntil(Reading<T> reading, DateTimeOffset? until) => (Reading, Until) = (reading, until);

    /// <summary>The value, or why it is unknown.</summary>
    public Reading<T> Reading { get; }

    /// <summary>The first instant after the row's own at which it may be another, UTC; null for never. Where a change cannot be foreseen, when to ask again.</summary>
    public DateTimeOffset? Until { get; }

    /// <inheritdoc />
    public override string ToString() => $"{Reading} {(Until is { } until ? $"until {NumberText.Instant(until)}" : "for ever")}";
}
