namespace CustomerSuccess.Interventions;

/// <summary>What is recorded of what a channel says: sent, refused for good, to be tried again with a growing wait, or given up.</summary>
internal static class AttemptOutcomes
{
    public static IReadOnlyList<CaseEvent> Of(Touch touch, int attempt, TouchResult result, bool honoursKeys, RetryPolicy retry, DateTimeOffset at)
    {
        var again = result.Kind == TouchResultKind.Failed || (result.Kind == TouchResultKind.Uncertain && (honoursKeys || retry.WhenUncertain == UncertainDelivery.AtLeastOnce));
        var retryAt = again && attempt < retry.Attempts ? Later(at, retry.DelayAfter(attempt)) : null;
        var attempted = new TouchAttempted { Case = touch.Key.Case, At = at, KnownAt = at, Touch = touch.Key, Attempt = attempt, Result = result.Kind, Detail = result.Detail, RetryAt = retryAt };
        var because = result.Kind == TouchResultKind.Rejected ? $"{touch.Channel} refused it: {result.Detail ?? "for good"}"
            : result.Kind == TouchResultKind.Failed && retryAt is null ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"given up after {attempt} attempts: {result.Detail ?? "failed"}")
            : null;
        return because is null ? [attempted] : [attempted, new TouchFailed { Case = touch.Key.Case, At = at, KnownAt = at, Touch = touch.Key, Because = because }];
    }

    private static DateTimeOffset? Later(DateTimeOffset at, TimeSpan by) => DateTimeOffset.MaxValue - at > by ? at + by : null;
}
