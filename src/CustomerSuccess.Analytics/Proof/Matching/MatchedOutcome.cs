namespace CustomerSuccess.Proof;

/// <summary>An outcome with the score that it is judged by. The lead is null where the score has no date.</summary>
internal readonly record struct MatchedOutcome(double Score, bool Churned, string? Segment, TimeSpan? Lead);
