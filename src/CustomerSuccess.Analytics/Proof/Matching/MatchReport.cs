namespace CustomerSuccess.Proof;

/// <summary>
/// What became of the rows of the two tables. Every row of the outcomes is judged, unmatched (with its cause) or a
/// repetition: <see cref="Outcomes"/> = <see cref="Judged"/> + <see cref="Unmatched"/> + <see cref="Repeated"/>.
/// </summary>
public sealed class MatchReport
{
    /// <summary>The rows of the table of scores.</summary>
    public required int Scores { get; init; }

    /// <summary>The rows of the table of outcomes.</summary>
    public required int Outcomes { get; init; }

    /// <summary>The outcomes that have a score.</summary>
    public required int Judged { get; init; }

    /// <summary>The outcomes that are left out: the sum of the four causes.</summary>
    public int Unmatched => WithoutScore + TooOld + TooLate + Contradicting;

    /// <summary>Outcomes of customers who have no score at all.</summary>
    public required int WithoutScore { get; init; }

    /// <summary>Outcomes whose latest score before the day of the decision is older than the horizon.</summary>
    public required int TooOld { get; init; }

    /// <summary>Outcomes whose scores are all dated on the day of the decision or later (calendar days in UTC).</summary>
    public required int TooLate { get; init; }

    /// <summary>
    /// Outcomes of one customer on one day (UTC) of which some say that the customer left and some that it stayed: nobody can
    /// say which is right, so none of them counts.
    /// </summary>
    public required int Contradicting { get; init; }

    /// <summary>Further rows that say the same of the same customer and day: a decision counts once.</summary>
    public required int Repeated { get; init; }

    /// <summary>Judged outcomes whose customer has several scores at that latest instant: the last in the table counts.</summary>
    public required int SameInstant { get; init; }

    /// <summary>Judged outcomes whose score has no date.</summary>
    public required int Undated { get; init; }

    /// <summary>
    /// Customers with more than one judged outcome. Intervals take outcomes for independent, so they are somewhat too
    /// narrow where these are many.
    /// </summary>
    public required int CustomersWithSeveral { get; init; }

    /// <summary>Customers who have a score and no outcome. They are not judged; where those who left were removed from the outcomes, nothing is.</summary>
    public required int CustomersWithoutOutcome { get; init; }
}
