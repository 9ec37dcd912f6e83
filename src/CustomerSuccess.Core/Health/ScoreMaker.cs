namespace CustomerSuccess.Health;

/// <summary>Makes score objects of evaluated rows.</summary>
internal static class ScoreMaker
{
    public static HealthScore Make(
        Scorecard scorecard,
        double[] inputs,
        UnknownCause?[]? failures,
        string? customerId,
        string? segment,
        DateTimeOffset asOf,
        DateTimeOffset knownAt,
        int previousBand,
        ManualOverride? manual,
        IReadOnlyList<UsageVerdict> verdicts)
    {
        var program = scorecard.Program;
        var usage = verdicts.Count == 0 ? null : Judge(program, inputs, verdicts, asOf);
        var segmentIndex = scorecard.SegmentIndex(segment);
        var outcome = RowEvaluator.Evaluate(program, inputs, segmentIndex, previousBand, default);
        var (value, level, band) = (outcome.Value, outcome.Level, outcome.Band);
        manual = manual is not null && manual.IsInForce(asOf) ? manual : null;
        if (manual is not null)
        {
            value = manual.Value;
            level = program.Bands.LevelOf(value);
            band = level;
        }

        return new HealthScore
        {
            Definition = scorecard.Definition,
            Detail = new ScorecardDetail(scorecard, inputs, failures, segmentIndex, usage),
            CustomerId = customerId,
            Segment = segment,
            State = double.IsNaN(outcome.Value) ? HealthScoreState.Unknown : HealthScoreState.Scored,
            Value = double.IsNaN(value) ? null : value,
            Computed = double.IsNaN(outcome.Value) ? null : outcome.Value,
            Reason = double.IsNaN(outcome.Value) ? NoScoreReason.Of(scorecard, inputs, segmentIndex, outcome) : null,
            LevelIndex = level,
            BandIndex = band,
            PreviousBandIndex = previousBand,
            Coverage = outcome.Coverage,
            Lower = outcome.Lower,
            Upper = outcome.Upper,
            Override = manual,
            Defects = Defects(inputs),
            AsOf = asOf,
            KnownAt = knownAt,
        };
    }

    // The verdict that is in force becomes an input of the row, so that it explains and repeats itself like any other.
    private static UsageVerdict?[]? Judge(ScorecardProgram program, double[] inputs, IReadOnlyList<UsageVerdict> verdicts, DateTimeOffset asOf)
    {
        UsageVerdict?[]? usage = null;
        for (var i = 0; i < program.Measures.Length; i++)
        {
            if (program.Measures[i].Wide is { UsageSlot: >= 0 and var slot } && UsageVerdict.InForce(verdicts, program.Inputs[i], asOf) is { } verdict)
            {
                (usage ??= new UsageVerdict?[program.Measures.Length])[i] = verdict;
                inputs[slot] = UsageCode.Of(verdict.Answer);
            }
        }

        return usage;
    }

    private static int Defects(double[] inputs)
    {
        var defects = 0;
        foreach (var input in inputs)
        {
            defects += double.IsInfinity(input) || FailedReading.Is(input) ? 1 : 0;
        }

        return defects;
    }
}
