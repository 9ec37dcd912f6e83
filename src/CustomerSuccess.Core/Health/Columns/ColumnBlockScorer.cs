namespace CustomerSuccess.Health;

/// <summary>
/// Column by column within a block: each measure's column becomes a column of values, groups join them, exceptions and
/// bands follow. NaN is "no value" throughout. The stages give the bits of a single row's evaluation.
/// </summary>
internal sealed class ColumnBlockScorer : BlockScorer
{
    private readonly double[] _values;
    private readonly Memory<double> _sum = AlignedArray.Of<double>(ColumnRun.BlockRows);
    private readonly Memory<double> _weight = AlignedArray.Of<double>(ColumnRun.BlockRows);
    private readonly Memory<long> _weightRow = AlignedArray.Of<long>(ColumnRun.BlockRows);
    private readonly CoverageStage? _coverage;
    private readonly ExceptionStage? _exceptions;
    private readonly bool[] _bandIsSet;
    private readonly double[] _row;
    private readonly double[] _thresholds;
    private readonly WeightTable[] _weights;
    private readonly Memory<double> _products;
    private readonly (int Measure, MeanPass? Pass)[] _passes;
    private readonly bool _isPlain;
    private readonly bool _many;

    public ColumnBlockScorer(ColumnRun run)
        : base(run)
    {
        _values = new double[(Program.ValueCount - 1) * ColumnRun.BlockRows];
        _coverage = CoverageStage.IsNeeded(run) ? new CoverageStage(run) : null;
        _exceptions = Program.Exceptions.Length > 0 ? new ExceptionStage(run) : null;
        _bandIsSet = run.Columns.Previous is null ? [] : new bool[ColumnRun.BlockRows];
        _row = new double[Math.Max(Program.Inputs.Length, Program.ValueCount)];
        _thresholds = [.. Program.Bands.Thresholds];
        _weights = WeightTable.Columns(Program.Weights, Program.Children.Length);
        _products = AlignedArray.Of<double>(run.Results.Lines.Count * ColumnRun.BlockRows);
        _passes = IsFlatMean ? MeanPass.Over(Program, _weights) : [];
        _isPlain = IsFlatMean && _exceptions is null && _coverage is null && run.Columns.Previous is null;
        _many = run.Columns.Rows >= FinishStage.ManyRows;
        _weightRow.Span.Fill(Program.Segments.Length);
    }

    public override void Score(int start, int rows)
    {
        if (Run.Columns.SegmentCodes is { } codes)
        {
            SegmentStage.Run(codes.Span.Slice(start, rows), Program.Segments.Length, _weightRow.Span[..rows]);
        }

        if (_isPlain)
        {
            Sums(start, rows);
            FinishPlain(start, rows);
            return;
        }

        _bandIsSet.AsSpan().Clear();
        var root = Run.Results.Values.Span.Slice(start, rows);
        if (IsFlatMean)
        {
            Sums(start, rows);
            MeanStage.Divide(_sum.Span[..rows], _weight.Span[..rows], root);
        }
        else
        {
            Tree(start, rows, root);
        }

        _exceptions?.Run(start, root, _bandIsSet);
        _coverage?.Run(start, root, _weightRow.Span);
        Write(start, root);
    }

    private void FinishPlain(int start, int rows)
    {
        var results = Run.Results;
        var bands = results.Bands.IsEmpty ? results.Levels : results.Bands;
        FinishStage.Values(
            Program.Bands, _thresholds, _sum.Span[..rows], _weight.Span[..rows], results.Values.Span.Slice(start, rows), bands.IsEmpty ? default : bands.Span.Slice(start, rows), _many);
        if (!results.Bands.IsEmpty && !results.Levels.IsEmpty)
        {
            results.Bands.Span.Slice(start, rows).CopyTo(results.Levels.Span[start..]);
        }

        for (var i = 0; i < results.Lines.Count; i++)
        {
            FinishStage.Points(Products(i, rows), _weight.Span[..rows], results.Lines[i].Span.Slice(start, rows), _many);
        }
    }

    private Span<double> Column(int value, int rows) => _values.AsSpan(value * ColumnRun.BlockRows, rows);

    private bool IsFlatMean => Program.IsFlat && Program.Groups[0].Kind == Aggregation.WeightedMean;

    private void Sums(int start, int rows)
    {
        var wide = rows & ~(Lanes.Count - 1);
        var cleared = _passes[0].Pass is null ? 0 : wide;
        _sum.Span[cleared..rows].Clear();
        _weight.Span[cleared..rows].Clear();
        var block = new MeanBlock(Run, start, wide, _weightRow.Span, _sum.Span, _weight.Span, _products.Span);
        foreach (var (measure, pass) in _passes)
        {
            pass?.Run(block);
            for (var i = measure; i < measure + (pass?.Count ?? 1); i++)
            {
                AddMeasure(i, start, pass is null ? 0 : wide, rows);
            }
        }
    }

    private void AddMeasure(int measure, int start, int from, int rows)
    {
        if (from == rows)
        {
            return;
        }

        var values = Column(measure, rows)[from..];
        var line = Products(measure, rows);
        Measure(Program.Measures[measure], measure, start + from, _weightRow.Span[from..], values);
        MeanStage.Add(values, _weights[measure], _weightRow.Span[from..], _sum.Span.Slice(from, values.Length), _weight.Span.Slice(from, values.Length), line.IsEmpty ? line : line[from..]);
    }

    private void Tree(int start, int rows, Span<double> root)
    {
        for (var i = 0; i < Program.Measures.Length; i++)
        {
            Measure(Program.Measures[i], i, start, _weightRow.Span, Column(i, rows));
        }

        for (var g = 0; g < Program.Groups.Length; g++)
        {
            var into = g == Program.Groups.Length - 1 ? root : Column(Program.Measures.Length + g, rows);
            if (Program.Groups[g].Kind == Aggregation.WeightedMean)
            {
                Mean(Program.Groups[g], rows, into);
            }
            else
            {
                RowByRow(g, rows, into);
            }
        }
    }

    private void Measure(in MeasureOp op, int measure, int start, ReadOnlySpan<long> weightRow, Span<double> values)
    {
        if (op.ReadsMore)
        {
            MeasureStage.RunWide(op, measure, Run, start, _row, weightRow, values);
        }
        else
        {
            MeasureStage.Run(op, Run.Inputs[measure].Span.Slice(start, values.Length), values);
        }
    }

    private void Mean(in GroupOp op, int rows, Span<double> mean)
    {
        var sum = _sum.Span[..rows];
        var weight = _weight.Span[..rows];
        sum.Clear();
        weight.Clear();
        for (var place = op.FirstChild; place < op.FirstChild + op.ChildCount; place++)
        {
            MeanStage.Add(Column(Program.Children[place], rows), _weights[place], _weightRow.Span, sum, weight, default);
        }

        MeanStage.Divide(sum, weight, mean);
    }

    private void RowByRow(int group, int rows, Span<double> into)
    {
        ref readonly var op = ref Program.Groups[group];
        for (var r = 0; r < rows; r++)
        {
            for (var place = op.FirstChild; place < op.FirstChild + op.ChildCount; place++)
            {
                var child = Program.Children[place];
                _row[child] = _values[(child * ColumnRun.BlockRows) + r];
            }

            into[r] = GroupEvaluator.One(Program, op, Program.WeightsOf((int)_weightRow.Span[r]), _row, out var red);
            if (red && group == Program.Groups.Length - 1 && _bandIsSet.Length > 0)
            {
                _bandIsSet[r] = true;
            }
        }
    }

    private Span<double> Products(int line, int rows) =>
        _products.Length == 0 ? default : _products.Span.Slice(line * ColumnRun.BlockRows, rows);

    private void Write(int start, Span<double> root)
    {
        var results = Run.Results;
        for (var i = 0; i < results.Lines.Count; i++)
        {
            MeanStage.Points(Products(i, root.Length), _weight.Span[..root.Length], root, results.Lines[i].Span.Slice(start, root.Length));
        }

        if (!results.Levels.IsEmpty)
        {
            BandStage.Levels(Program.Bands, _thresholds, root, results.Levels.Span.Slice(start, root.Length));
        }

        if (results.Bands.IsEmpty)
        {
            return;
        }

        var bands = results.Bands.Span.Slice(start, root.Length);
        if (Run.Columns.Previous is { } previous)
        {
            BandStage.Bands(Program.Bands, root, previous.Span.Slice(start, root.Length), _bandIsSet, bands);
        }
        else
        {
            BandStage.Levels(Program.Bands, _thresholds, root, bands);
        }
    }
}
