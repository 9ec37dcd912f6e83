namespace CustomerSuccess.Health;

/// <summary>Reads the curve of a measure of a scorecard's document.</summary>
internal sealed class CurveReader(DocumentReader document)
{
    private const string Example = "{ \"linear\": { \"worst\": 0, \"best\": 20 } }";

    private static readonly string[] Kinds = ["linear", "piecewise", "steps", "ranges", "logistic", "categories", "flag", "table", "percentile"];

    /// <summary>Whether the curve is of yes and no.</summary>
    public bool Read(MeasureDraft draft)
    {
        if (document.Required("curve", $"Say how its values count: \"curve\": {Example}.") is not { } node || DocumentReader.Of(node, document.Check, Example) is not { } curve)
        {
            return false;
        }

        if (node.Parts.Count != 1)
        {
            document.Check.Add("DO004", node, $"A measure has one curve, and here are {node.Parts.Count}.", $"Write one of {string.Join(", ", Kinds)}.");
        }

        draft.Curve = FirstOf(Linear(curve), Piecewise(curve), Steps(curve), Ranges(curve), Logistic(curve), Categories(curve), Percentile(curve));
        var flag = Flag(curve);
        draft.Curve ??= flag;
        draft.Table = TableReader.Read(curve);
        draft.Unit = draft.Table?.Rows.UnitText ?? draft.Unit;
        curve.Done();
        return flag is not null;
    }

    // Each is asked for, so that what is left over is known by none.
    private static Curve? FirstOf(params ReadOnlySpan<Curve?> curves)
    {
        foreach (var curve in curves)
        {
            if (curve is not null)
            {
                return curve;
            }
        }

        return null;
    }

    private static LinearCurve? Linear(DocumentReader curve)
    {
        if (curve.Object("linear", "{ \"worst\": 0, \"best\": 20 }") is not { } linear)
        {
            return null;
        }

        var made = new LinearCurve(Needed(linear, "worst"), Needed(linear, "best"));
        linear.Done();
        return made;
    }

    private static LogisticCurve? Logistic(DocumentReader curve)
    {
        if (curve.Object("logistic", "{ \"midpoint\": 50, \"steepness\": 0.1 }") is not { } logistic)
        {
            return null;
        }

        var made = new LogisticCurve(Needed(logistic, "midpoint"), Needed(logistic, "steepness"));
        logistic.Done();
        return made;
    }

    private static PercentileCurve? Percentile(DocumentReader curve)
    {
        if (curve.Object("percentile", "{ \"cohort\": \"customers of 2026\" }") is not { } percentile)
        {
            return null;
        }

        var (cohort, series) = (percentile.RequiredText("cohort", "Name the cohort: \"cohort\": \"customers of 2026\"."), percentile.Text("series"));
        percentile.Done();
        return new(cohort ?? "", series, null);
    }

    private static PiecewiseCurve? Piecewise(DocumentReader curve) =>
        curve.Find("piecewise") is { } node ? new(Pairs(curve, node)) : null;

    private static StepCurve? Steps(DocumentReader curve)
    {
        if (curve.Object("steps", "{ \"below\": 0, \"from\": [[50, 50], [75, 100]] }") is not { } steps)
        {
            return null;
        }

        var below = Needed(steps, "below");
        var from = steps.Required("from", "List the edges: \"from\": [[50, 50], [75, 100]].");
        steps.Done();
        return new(below, from is null ? [] : Pairs(steps, from));
    }

    private static RangeCurve? Ranges(DocumentReader curve)
    {
        if (curve.Find("ranges") is null)
        {
            return null;
        }

        List<CurveRange> ranges = [];
        foreach (var part in curve.Named("ranges"))
        {
            if (DocumentRange.OfName(part, curve.Check) is { } range && curve.NumberOf(part) is { } points)
            {
                ranges.Add(new(range, points));
            }
        }

        return new(ranges);
    }

    private static CategoryCurve? Categories(DocumentReader curve)
    {
        if (curve.Find("categories") is null)
        {
            return null;
        }

        List<CurveCategory> categories = [];
        foreach (var part in curve.Named("categories"))
        {
            if (curve.NumberOf(part) is { } points)
            {
                categories.Add(new(part.Name!, points));
            }
        }

        return new(categories);
    }

    private static CategoryCurve? Flag(DocumentReader curve)
    {
        if (curve.Object("flag", "{ \"yes\": 100, \"no\": 0 }") is not { } flag)
        {
            return null;
        }

        var (yes, no) = (Needed(flag, "yes"), Needed(flag, "no"));
        flag.Done();
        return new([new("no", no), new("yes", yes)]);
    }

    private static List<CurvePoint> Pairs(DocumentReader curve, DocumentNode list)
    {
        List<CurvePoint> points = [];
        if (!curve.Is(list, DocumentKind.List, "pairs of raw value and points: [[0, 100], [3, 0]]"))
        {
            return points;
        }

        foreach (var pair in list.Parts)
        {
            if (pair is { Kind: DocumentKind.List, Parts: [{ Kind: DocumentKind.Number } raw, { Kind: DocumentKind.Number } value] })
            {
                points.Add(new(raw.Number, value.Number));
            }
            else
            {
                curve.Check.Add("DO004", pair, $"A point is a pair of raw value and points.", "Write [3, 0]: at 3 it gives 0.");
            }
        }

        return points;
    }

    private static double Needed(DocumentReader reader, string name) =>
        reader.Required(name, $"State it: \"{name}\": 50.") is { } node && reader.NumberOf(node) is { } number ? number : double.NaN;
}
