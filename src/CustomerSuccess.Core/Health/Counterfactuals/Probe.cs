namespace CustomerSuccess.Health;

/// <summary>A copy of a score's row that is changed and scored again. Moved observations are fresh.</summary>
internal sealed class Probe(ScorecardDetail detail, HealthBand band)
{
    private readonly double[] _row = [.. detail.Inputs];

    public ScorecardProgram Program { get; } = detail.Scorecard.Program;

    /// <summary>The index of the band to reach.</summary>
    public int Target { get; } = band.Index;

    /// <summary>How often it was scored.</summary>
    public int Scorings { get; private set; }

    /// <summary>What the measure's raw value is now.</summary>
    public double this[int measure] => _row[measure];

    /// <summary>The score of the row as it stands; NaN where it has none.</summary>
    public double Value()
    {
        Scorings++;
        return RowEvaluator.Evaluate(Program, _row, detail.Segment, -1, default).Value;
    }

    /// <summary>The measure's own value as the row stands, after decay.</summary>
    public double ValueOf(int measure) => MeasureEvaluator.Value(Program.Measures[measure], _row, measure, detail.Segment, out _);

    /// <summary>What the measure's own value would be, observed afresh.</summary>
    public double FreshOf(int measure, double to)
    {
        var before = _row[measure];
        _row[measure] = to;
        var fresh = MeasureEvaluator.Fresh(Program.Measures[measure], _row, measure, detail.Segment);
        _row[measure] = before;
        return fresh;
    }

    /// <summary>Whether a score lies in the band or a better one.</summary>
    public bool Reaches(double value) => Program.Bands.LevelOf(value) >= Target;

    /// <summary>The score with a measure moved, which then stays moved.</summary>
    public double Move(int measure, double to)
    {
        _row[measure] = to;
        if (Program.Measures[measure].AgeSlot >= 0)
        {
            _row[Program.Measures[measure].AgeSlot] = 0;
        }

        return Value();
    }

    public void Restore(int measure)
    {
        _row[measure] = detail.Inputs[measure];
        if (Program.Measures[measure].AgeSlot is >= 0 and var age)
        {
            _row[age] = detail.Inputs[age];
        }
    }
}
