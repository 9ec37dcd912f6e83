namespace CustomerSuccess.Health;

/// <summary>Finds the mistakes of one measure.</summary>
internal sealed class MeasureCheck(MeasureDraft measure, PointsRange points, bool overRows, string path, DiagnosticList found)
{
    public void Run()
    {
        var before = found.Count;
        Range();
        Time();
        IExpressed.Check(measure.Reader, path, found);
        IExpressed.Check(measure.ByReader, path, found);
        if (measure.Table is { } table)
        {
            measure.Curve = new TableCheck(measure, points, overRows, path, found).Run(table);
        }

        if (measure.Curve is null && measure.Table is not null)
        {
            return;
        }

        if (measure.Curve is null)
        {
            found.Add("SC010", path, $"'{measure.Name}' has no curve.", "Say how its values count: Linear, Piecewise, Steps, Ranges, Logistic or Points.");
            return;
        }

        new CurveCheck(measure, points, path, found).Run();
        if (found.Count == before)
        {
            Missing();
            Usage();
            Action();
        }
    }

    private void Range()
    {
        if (measure.Valid is not { } valid)
        {
            return;
        }

        if (measure.Curve is CategoryCurve)
        {
            found.Add("SC014", path, $"'{measure.Name}' has categories and a valid range.", "Remove the range: the categories are the range.");
        }
        else if (!(double.IsFinite(valid.Minimum) && double.IsFinite(valid.Maximum) && valid.Minimum < valid.Maximum && Math.Max(Math.Abs(valid.Minimum), Math.Abs(valid.Maximum)) <= CurveCheck.LargestRaw))
        {
            found.Add("SC014", path, $"The valid range from {valid.Minimum} to {valid.Maximum} is not a range.", "State two different finite numbers, the smaller first.");
            measure.Valid = null;
        }
    }

    private void Time()
    {
        if (measure.ExpiresAfter is { } expires && expires <= TimeSpan.Zero)
        {
            found.Add("SC016", path, $"An expiry of {expires} leaves nothing.", "State a time span above zero.", "expiresAfter");
        }

        if (measure.HalfLife is { } halfLife && halfLife <= TimeSpan.Zero)
        {
            found.Add("SC016", path, $"A half-life of {halfLife} leaves nothing.", "State a time span above zero.", "decay");
        }

        if (measure.Missing.Kind == MissingDataKind.CarryForward && measure.Missing.MaximumAge <= TimeSpan.Zero)
        {
            found.Add("SC016", path, $"Carrying forward up to {measure.Missing.MaximumAge} carries nothing.", "State a time span above zero.", "missing");
        }

        if (overRows && measure.AgeReader is null && (measure.ExpiresAfter is not null || measure.HalfLife is not null))
        {
            found.Add("SC015", path, $"'{measure.Name}' expires or decays, and nothing reads the age of its observation.", "Add ObservedAt(row => …) or Age(row => …).");
        }
    }

    private void Missing()
    {
        if (measure.Missing.Kind == MissingDataKind.Neutral && measure.Neutral is { } neutral && !points.Holds(neutral))
        {
            found.Add("SC013", path, $"The neutral value {neutral} lies outside {points.Low} to {points.High}.", "State it on the scale of the curve's points.", "missing");
        }

        if (measure.HalfLife is not null && measure.DecayNeutral is { } decay && !points.Holds(decay))
        {
            found.Add("SC013", path, $"The value {decay} toward which it decays lies outside {points.Low} to {points.High}.", "State it on the scale of the curve's points.", "decay");
        }
    }

    private void Usage()
    {
        if (measure.Usage is not var (whenNot, whileInvestigated))
        {
            return;
        }

        foreach (var ceiling in new[] { whenNot, whileInvestigated }.OfType<double>().Where(c => !points.Holds(c)))
        {
            found.Add("SC013", path, $"The ceiling {ceiling} of usage lies outside {points.Low} to {points.High}.", "State it on the scale of the curve's points.", "judgedAsUsage");
        }

        if (whenNot > whileInvestigated)
        {
            found.Add("SC037", path, $"Usage that is not as it should be may be worth {whenNot}, and while it is investigated only {whileInvestigated}.", "State the smaller ceiling first: JudgedAsUsage(whenNot: 0, whileInvestigated: 50).");
        }
    }

    private void Action()
    {
        if (measure.Effort is not { } effort)
        {
            return;
        }

        if (!(effort > 0 && double.IsFinite(effort)))
        {
            found.Add("SC017", path, $"The effort {effort} of moving '{measure.Name}' is not above 0.", "State what moving it costs relative to the other measures.");
        }

        if (measure.Valid is null && measure.Curve is not TableCurve { RowsValid: { Lower: > double.NegativeInfinity, Upper: < double.PositiveInfinity } } && (measure.Curve is LogisticCurve or PercentileCurve || CurveCompiler.Compile(measure.Curve!).Critical is { Length: < 2 } && measure.Curve is not CategoryCurve))
        {
            found.Add("SC018", path, $"'{measure.Name}' is actionable and has no range: the cost of moving it is a share of the range.", "State Valid(minimum, maximum).");
        }
    }
}
