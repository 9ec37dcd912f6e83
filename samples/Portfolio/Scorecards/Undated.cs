namespace CustomerSuccess.Portfolio.Scorecards;

/// <summary>
/// A score holds as of an instant. These customers are a snapshot that nobody dated, and no measure here looks at an age:
/// so one fixed instant serves, and stands for "not known".
/// </summary>
internal static class Undated
{
    public static readonly DateTimeOffset Snapshot = DateTimeOffset.UnixEpoch;
}
