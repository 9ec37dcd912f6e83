namespace CustomerSuccess.Interventions;

/// <summary>What is usual of a rule: documents and hashes leave it out.</summary>
internal static class RuleDefaults
{
    public const double Minutes = 30;

    public static readonly TimeSpan Wait = TimeSpan.FromDays(3);

    public static readonly TimeSpan SuccessWithin = TimeSpan.FromDays(30);

    public static readonly TimeSpan Lateness = TimeSpan.FromDays(1);

    /// <summary>No time of a rule is longer: 100 years.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(36_525);
}
