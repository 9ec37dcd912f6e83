namespace CustomerSuccess.Proof;

/// <summary>What became of the rows, in JSON.</summary>
internal sealed record MatchingDocument(
    int Scores, int Outcomes, int Judged, int WithoutScore, int TooOld, int TooLate, int Contradicting, int Repeated, int SameInstant, int Undated, int CustomersWithSeveral, int CustomersWithoutOutcome)
{
    public static MatchingDocument Of(MatchReport report) => new(
        report.Scores, report.Outcomes, report.Judged, report.WithoutScore, report.TooOld, report.TooLate, report.Contradicting,
        report.Repeated, report.SameInstant, report.Undated, report.CustomersWithSeveral, report.CustomersWithoutOutcome);
}

/// <summary>How it was judged, in JSON.</summary>
internal sealed record OptionsDocument(int HorizonDays, bool HighIsRisk, double Confidence, int? Capacity, double? CapacityShare)
{
    public static OptionsDocument Of(JudgeOptions options) =>
        new(options.HorizonDays, options.HighIsRisk, options.Confidence, options.Capacity?.Count, options.Capacity?.Portion);
}
