namespace CustomerSuccess.Health;

/// <summary>Makes whole scores of what strategies state.</summary>
internal static class ScoreCompletion
{
    /// <param name="result">The result, valid; null where the strategy failed.</param>
    /// <param name="failure">Why it failed; null where it did not.</param>
    /// <param name="read">What the strategy read.</param>
    /// <param name="definition">What all scores of the strategy share.</param>
    /// <param name="context">What the strategy was given.</param>
    public static HealthScore Stated(
        HealthResult? result,
        string? failure,
        IReadOnlyList<(string Name, UnknownCause? Cause)> read,
        ScoreDefinition definition,
        HealthScoreContext context)
    {
        var state = result?.State ?? HealthScoreState.Failed;
        var computed = state == HealthScoreState.Scored ? Math.Clamp(result!.Value, 0, 100) : double.NaN;
        var verdict = new ScoreVerdict(computed, definition.Bands, context);
        var (lower, upper) = Bounds(result, computed, read);
        return new HealthScore
        {
            Definition = definition,
            Detail = new StatedDetail(result, read),
            CustomerId = context.CustomerId,
            Segment = context.Segment,
            Selection = context.Selection,
            State = state,
            Value = verdict.Value,
            Computed = double.IsNaN(computed) ? null : computed,
            Reason = state == HealthScoreState.Scored ? null : failure ?? Reason(result!, definition.Strategy),
            LevelIndex = verdict.Level,
            BandIndex = verdict.Band,
            PreviousBandIndex = verdict.PreviousBand,
            Coverage = Coverage(result, state, read),
            Lower = lower,
            Upper = upper,
            Override = verdict.Override,
            Defects = read.Count(r => r.Cause is { Kind: UnknownKind.NotANumber or UnknownKind.ReaderFailed }) + (result is null ? 1 : 0),
            AsOf = context.AsOf,
            KnownAt = context.KnownAt,
        };
    }

    /// <summary>A score that a strategy hands over whole: what only the context knows is filled in, and an override that it does not carry yet is set.</summary>
    public static HealthScore Whole(HealthScore score, HealthScoreContext context)
    {
        var bands = score.Definition.Bands;
        var missing = score.Override is null && context.Override is { } manual && manual.IsInForce(context.AsOf);
        if (!missing && (score.CustomerId ?? context.CustomerId) == score.CustomerId && (score.Segment ?? context.Segment) == score.Segment && (score.Selection ?? context.Selection) == score.Selection)
        {
            return score;
        }

        var verdict = new ScoreVerdict(score.Computed ?? double.NaN, bands, context);
        return new HealthScore
        {
            Definition = score.Definition,
            Detail = score.Detail,
            CustomerId = score.CustomerId ?? context.CustomerId,
            Segment = score.Segment ?? context.Segment,
            Selection = score.Selection ?? context.Selection,
            State = score.State,
            Value = missing ? verdict.Value : score.Value,
            Computed = score.Computed,
            Reason = score.Reason,
            LevelIndex = missing ? verdict.Level : score.LevelIndex,
            BandIndex = missing ? verdict.Band : score.BandIndex,
            PreviousBandIndex = score.PreviousBandIndex,
            Coverage = score.Coverage,
            Lower = score.Lower,
            Upper = score.Upper,
            Override = missing ? verdict.Override : score.Override,
            Defects = score.Defects,
            AsOf = score.AsOf,
            KnownAt = score.KnownAt,
        };
    }

    private static string Reason(HealthResult result, string strategy) =>
        result.Causes.Count == 0 ? $"strategy '{strategy}' does not say what is not known" : string.Join("; ", result.Causes);

    // Without a score, nothing read is nothing known; a constant score knows all it needs.
    private static double Coverage(HealthResult? result, HealthScoreState state, IReadOnlyList<(string Name, UnknownCause? Cause)> read) =>
        result is null ? 0
        : result.Coverage ?? (read.Count > 0 ? read.Count(r => r.Cause is null) / (double)read.Count : state == HealthScoreState.Scored ? 1 : 0);

    // Stated bounds hold the value in any case.
    private static (double? Lower, double? Upper) Bounds(HealthResult? result, double computed, IReadOnlyList<(string Name, UnknownCause? Cause)> read)
    {
        if (result is null)
        {
            return (null, null);
        }

        if (result.Lower is { } lower && result.Upper is { } upper)
        {
            return (computed < lower ? computed : lower, computed > upper ? computed : upper);
        }

        return !double.IsNaN(computed) && read.All(r => r.Cause is null) ? (computed, computed) : (0, 100);
    }
}
