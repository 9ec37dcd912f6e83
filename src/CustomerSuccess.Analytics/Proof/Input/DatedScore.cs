using System.Globalization;

namespace CustomerSuccess.Proof;

/// <summary>One row of the table of scores: what a score said of a customer, and when. Immutable.</summary>
public sealed record DatedScore
{
    /// <summary>Creates a row.</summary>
    /// <param name="customerId">Whose score it is. Not empty; compared letter by letter with the ids of the outcomes.</param>
    /// <param name="date">When the score was known; null for a snapshot that nobody dated, which can show association at best.</param>
    /// <param name="score">The score, on any scale. Finite.</param>
    /// <param name="segment">The customer's segment at that time, or null.</param>
    /// <exception cref="ArgumentException">An id or a segment is blank, or the score is NaN or infinite.</exception>
    public DatedScore(string customerId, DateTimeOffset? date, double score, string? segment = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        if (!double.IsFinite(score))
        {
            throw new ArgumentOutOfRangeException(
                nameof(score),
                score,
                string.Create(CultureInfo.InvariantCulture, $"The score of customer '{customerId}' is {score}. Leave out rows without a score."));
        }

        if (segment is not null && string.IsNullOrWhiteSpace(segment))
        {
            throw new ArgumentException($"The segment of customer '{customerId}' is blank. Pass null where there is none.", nameof(segment));
        }

        CustomerId = customerId;
        Date = date?.ToUniversalTime();
        Score = score;
        Segment = segment;
    }

    /// <summary>Whose score it is.</summary>
    public string CustomerId { get; }

    /// <summary>When the score was known, UTC; null for an undated snapshot.</summary>
    public DateTimeOffset? Date { get; }

    /// <summary>The score, on any scale; finite.</summary>
    public double Score { get; }

    /// <summary>The customer's segment at that time, or null.</summary>
    public string? Segment { get; }
}
