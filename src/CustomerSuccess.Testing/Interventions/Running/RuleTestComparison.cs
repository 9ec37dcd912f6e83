using CustomerSuccess.Interventions;

namespace CustomerSuccess.Testing;

/// <summary>Compares what was with what was expected. A list that is expected is all there is, in whatever order; what a test does not state is not compared.</summary>
internal static class RuleTestComparison
{
    public static List<RuleTestFailure> Failures(
        RuleTestExpectation expected,
        IReadOnlyList<InterventionCase> cases,
        IReadOnlyList<(string Customer, CaseEvent Given)> suppressions,
        IReadOnlyList<(ExpectedAnswer Expected, RuleExplanation Actual)> answers,
        IReadOnlyList<InterventionProblem> problems)
    {
        var failures = new List<RuleTestFailure>();
        if (problems.Count > 0)
        {
            failures.Add(new("problems", "none", string.Join("; ", problems)));
        }

        if (expected.Cases is { } wanted)
        {
            Compare("cases", wanted, [.. cases], Is, Words, Words, failures);
        }

        if (expected.Touches is { } touches)
        {
            Compare("touches", touches, [.. cases.SelectMany(c => c.Touches.Where(t => t.State is not TouchState.Suppressed && (t.State != TouchState.Cancelled || t.Minutes > 0)).Select(t => (c, t)))], Is, Words, Words, failures);
        }

        if (expected.Suppressions is { } held)
        {
            Compare("suppressions", held, [.. suppressions.Select(s => new Held(s.Customer, s.Given)).DistinctBy(h => h.Key)], Is, Words, Words, failures);
        }

        failures.AddRange(answers.Where(a => !Is(a.Expected, a.Actual)).Select(a => new RuleTestFailure("why", Words(a.Expected), Words(a.Expected, a.Actual))));
        return failures;
    }

    // Each expected one takes one that fits, so that as many as possible are taken.
    private static void Compare<TExpected, TActual>(string what, IReadOnlyList<TExpected> expected, IReadOnlyList<TActual> actual, Func<TExpected, TActual, bool> fits, Func<TExpected, string> wanted, Func<TActual, string> was, List<RuleTestFailure> failures)
    {
        var takenBy = Enumerable.Repeat(-1, actual.Count).ToArray();
        bool Take(int one, HashSet<int> tried)
        {
            for (var i = 0; i < actual.Count; i++)
            {
                if (fits(expected[one], actual[i]) && tried.Add(i) && (takenBy[i] < 0 || Take(takenBy[i], tried)))
                {
                    takenBy[i] = one;
                    return true;
                }
            }

            return false;
        }

        var missing = Enumerable.Range(0, expected.Count).Where(i => !Take(i, [])).ToArray();
        var more = Enumerable.Range(0, actual.Count).Where(i => takenBy[i] < 0).ToArray();
        if (missing.Length > 0 || more.Length > 0)
        {
            failures.Add(new(what, Joined(missing.Select(i => wanted(expected[i])), "no more than these"), Joined(more.Select(i => was(actual[i])), "nothing else")));
        }
    }

    private static string Joined(IEnumerable<string> all, string none) => string.Join("\n            ", all) is { Length: > 0 } text ? text : none;

    private static bool Is(ExpectedCase e, InterventionCase a) =>
        Same(e.Rule, a.Key.Rule) && Same(e.Customer, a.CustomerId) && Same(e.Fired, a.FiredAt) && Same(e.IsOpen, a.IsOpen)
        && Same(e.Outcome, a.Closed?.Outcome) && Same(e.Ended, a.Closed?.At);

    private static bool Is(ExpectedTouch e, (InterventionCase Case, Touch Touch) a) =>
        Same(e.Rule, a.Case.Key.Rule) && Same(e.Customer, a.Case.CustomerId) && Same(e.Due, a.Touch.DueAt) && Same(e.Sent, a.Touch.AttemptedAt)
        && Same(e.Channel, a.Touch.Channel) && Same(e.Contact, a.Touch.Key.ContactId) && Same(e.ByPeople, a.Touch.IsByPeople) && Same(e.State, a.Touch.State);

    private static bool Is(ExpectedSuppression e, Held a) =>
        Same(e.Rule, a.Given.Case.Rule) && Same(e.Customer, a.Customer) && Same(e.Reason, a.Reason) && Same(e.At, a.Given.At) && Same(e.Until, a.Until);

    private static bool Is(ExpectedAnswer e, RuleExplanation a) =>
        Same(e.Standing, a.Standing) && Same(e.Reason, a.Reason) && Same(e.Next, a.NextAt) && Same(e.Until, a.Until)
        && (e.Says is null || a.ToString().Contains(e.Says, StringComparison.Ordinal));

    private static bool Same(string? expected, string? actual) => expected is null || expected == actual;

    private static bool Same<T>(T? expected, T? actual)
        where T : struct => expected is null || Equals(expected, actual);

    private static string Words(ExpectedCase e) => Said(e.Rule, e.Customer, e.Fired is { } f ? $"fired {NumberText.Instant(f)}" : null, e.IsOpen == true ? "open" : null, e.Outcome is { } o ? TestReader.WordOf(o) : null, e.Ended is { } d ? $"ended {NumberText.Instant(d)}" : null);

    private static string Words(InterventionCase a) => Words(new ExpectedCase(a.Key.Rule, a.CustomerId, a.FiredAt, a.IsOpen, a.Closed?.Outcome, a.Closed?.At));

    private static string Words(ExpectedTouch e) => Said(e.Rule, e.Customer, e.Due is { } d ? $"due {NumberText.Instant(d)}" : null, e.Sent is { } s ? $"sent {NumberText.Instant(s)}" : null, e.Channel is { } c ? $"on {c}" : null, e.Contact is { } to ? $"to {to}" : null, e.ByPeople is { } people ? people ? "by people" : "automatic" : null, e.State is { } state ? TestReader.WordOf(state) : null);

    private static string Words((InterventionCase Case, Touch Touch) a) => Words(new ExpectedTouch(a.Case.Key.Rule, a.Case.CustomerId, a.Touch.DueAt, a.Touch.AttemptedAt, a.Touch.Channel, a.Touch.Key.ContactId, a.Touch.IsByPeople, a.Touch.State));

    private static string Words(ExpectedSuppression e) => Said(e.Rule, e.Customer, e.Reason is { } r ? TestReader.WordOf(r) : null, e.At is { } at ? $"at {NumberText.Instant(at)}" : null, e.Until is { } u ? $"until {NumberText.Instant(u)}" : null);

    private static string Words(Held a) => $"{Words(new ExpectedSuppression(a.Given.Case.Rule, a.Customer, a.Reason, a.Given.At, a.Until))}: {a.Because}";

    private static string Words(ExpectedAnswer e) => Said(e.Rule, e.Customer, $"at {NumberText.Instant(e.At)}", e.Standing is { } s ? TestReader.WordOf(s) : null, e.Reason is { } r ? TestReader.WordOf(r) : null, e.Next is { } n ? $"next {NumberText.Instant(n)}" : null, e.Until is { } u ? $"until {NumberText.Instant(u)}" : null, e.Says is { } says ? $"says \"{says}\"" : null);

    private static string Words(ExpectedAnswer e, RuleExplanation a) =>
        $"{Words(e with { Standing = a.Standing, Reason = e.Reason is null ? null : a.Reason, Next = e.Next is null ? null : a.NextAt, Until = e.Until is null ? null : a.Until, Says = null })}: {a.Because}";

    private static string Said(params string?[] parts) => string.Join(", ", parts.OfType<string>()) is { Length: > 0 } said ? said : "any";

    /// <summary>Something that was held back; the same touch for the same reason until the same instant counts once.</summary>
    private sealed record Held(string Customer, CaseEvent Given)
    {
        public SuppressionReason Reason => Given is OccurrenceSuppressed occurrence ? occurrence.Reason : ((TouchSuppressed)Given).Reason;

        public DateTimeOffset? Until => (Given as TouchSuppressed)?.Until;

        public string Because => Given is OccurrenceSuppressed occurrence ? occurrence.Because : ((TouchSuppressed)Given).Because;

        public (string, CaseKey, int?, SuppressionReason, DateTimeOffset?) Key => (Customer, Given.Case, (Given as TouchSuppressed)?.Touch.Rung, Reason, Until);
    }
}
