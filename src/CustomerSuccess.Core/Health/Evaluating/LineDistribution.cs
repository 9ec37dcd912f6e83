namespace CustomerSuccess.Health;

/// <summary>The distribution of one score over a tree.</summary>
internal readonly ref struct LineDistribution(ScorecardProgram program, ReadOnlySpan<double> inputs, int segment, ReadOnlySpan<double> values, Span<double> lines, Span<double> shares)
{
    private readonly ScorecardProgram _program = program;
    private readonly ReadOnlySpan<double> _inputs = inputs;
    private readonly ReadOnlySpan<double> _weights = program.WeightsOf(segment);
    private readonly int _segment = segment;
    private readonly ReadOnlySpan<double> _values = values;
    private readonly Span<double> _lines = lines;
    private readonly Span<double> _shares = shares;

    /// <summary>Hands factor × the group's value on to its children.</summary>
    public void Group(int index, double factor)
    {
        ref readonly var op = ref _program.Groups[index - _program.Measures.Length];
        switch (op.Kind)
        {
            case Aggregation.WeightedMean:
            case Aggregation.AnyRed:
                Mean(index, op, factor);
                break;
            case Aggregation.Minimum:
            case Aggregation.Maximum:
                Child(GroupEvaluator.Decider(_program, op, _weights, _values), factor);
                break;
            case Aggregation.GeometricMean:
                Geometric(index, op, factor);
                break;
            default:
                Points(index, op, factor * op.Scale, op.Start - op.Base);
                break;
        }
    }

    private void Mean(int index, in GroupOp op, double factor)
    {
        double weight = 0, sum = 0;
        for (var place = op.FirstChild; place < op.FirstChild + op.ChildCount; place++)
        {
            var value = _values[_program.Children[place]];
            if (!double.IsNaN(value))
            {
                weight += _weights[place];
                sum += _weights[place] * value;
            }
        }

        for (var place = op.FirstChild; place < op.FirstChild + op.ChildCount; place++)
        {
            var child = _program.Children[place];
            if (double.IsNaN(_values[child]) || _weights[place] == 0)
            {
                continue;
            }

            if (child < _program.Measures.Length)
            {
                var parts = Parts(child);
                Measure(
                    child,
                    factor * (_weights[place] * parts.Fresh / weight),
                    factor * (_weights[place] * parts.Decayed / weight),
                    factor * (_weights[place] * _values[child] / weight),
                    factor * (_weights[place] / weight));
            }
            else
            {
                Group(child, factor * (_weights[place] / weight));
            }
        }

        if (op.Kind == Aggregation.AnyRed)
        {
            _lines[Own(index)] = factor * (_values[index] - ScalarMath.Clamp(sum / weight, 0, 100));
        }
    }

    private void Points(int index, in GroupOp op, double factor, double start)
    {
        var sum = op.Start;
        _lines[Own(index)] = factor * start;
        for (var place = op.FirstChild; place < op.FirstChild + op.ChildCount; place++)
        {
            var child = _program.Children[place];
            var points = GroupEvaluator.Points(_program, child, _values);
            if (double.IsNaN(points))
            {
                continue;
            }

            sum += points;
            if (child >= _program.Measures.Length && _program.Groups[child - _program.Measures.Length] is { Kind: Aggregation.AdditivePoints } inner)
            {
                Points(child, inner, factor, inner.Start);
            }
            else
            {
                Child(child, factor);
            }
        }

        _lines[Own(index) + 1] = factor * (Math.Min(Math.Max(sum, op.Minimum), op.Maximum) - sum);
    }

    private void Geometric(int index, in GroupOp op, double factor)
    {
        _lines[Own(index)] = factor * 100;
        double losses = 0, zeros = 0;
        for (var place = op.FirstChild; place < op.FirstChild + op.ChildCount; place++)
        {
            var value = _values[_program.Children[place]];
            if (double.IsNaN(value) || _weights[place] == 0)
            {
                continue;
            }

            var loss = GroupEvaluator.Loss(value);
            zeros += double.IsPositiveInfinity(loss) ? _weights[place] : 0;
            losses += double.IsPositiveInfinity(loss) ? 0 : _weights[place] * loss;
        }

        var lost = factor * (_values[index] - 100);
        for (var place = op.FirstChild; place < op.FirstChild + op.ChildCount; place++)
        {
            var child = _program.Children[place];
            var value = _values[child];
            if (double.IsNaN(value) || _weights[place] == 0)
            {
                continue;
            }

            var loss = GroupEvaluator.Loss(value);
            var part = zeros > 0 ? (double.IsPositiveInfinity(loss) ? _weights[place] / zeros : 0) : losses > 0 ? _weights[place] * loss / losses : 0;
            Amount(child, lost * part);
        }
    }

    // A stated amount that is not a factor of the child's value: a loss in a geometric mean.
    private void Amount(int child, double amount)
    {
        if (amount == 0)
        {
            return;
        }

        if (child < _program.Measures.Length)
        {
            var (parts, value) = (Parts(child), GroupEvaluator.Loss(_values[child]));
            Measure(child, Kept(parts.Fresh), Kept(parts.Decayed), amount, 0);
            return;

            double Kept(double before) =>
                GroupEvaluator.Loss(before) is var loss && double.IsFinite(loss) && double.IsFinite(value) && value > 0 ? amount * loss / value : amount;
        }

        ref readonly var op = ref _program.Groups[child - _program.Measures.Length];
        if (op.Kind is Aggregation.Minimum or Aggregation.Maximum)
        {
            Amount(GroupEvaluator.Decider(_program, op, _weights, _values), amount);
            return;
        }

        var total = 0d;
        for (var place = op.FirstChild; place < op.FirstChild + op.ChildCount; place++)
        {
            total += Portion(op, place, _values[child]);
        }

        for (var place = op.FirstChild; place < op.FirstChild + op.ChildCount; place++)
        {
            var portion = Portion(op, place, _values[child]);
            if (portion > 0)
            {
                Amount(_program.Children[place], amount * (portion / total));
            }
        }
    }

    // In proportion to what the children gave where all gave something; otherwise to their weights.
    private double Portion(in GroupOp op, int place, double groupValue)
    {
        var value = _values[_program.Children[place]];
        if (double.IsNaN(value))
        {
            return 0;
        }

        var weight = op.Kind == Aggregation.AdditivePoints ? 1 : _weights[place];
        return op.Kind is Aggregation.WeightedMean or Aggregation.AnyRed && groupValue > 0 ? weight * value : weight;
    }

    private void Child(int child, double factor)
    {
        if (child >= _program.Measures.Length)
        {
            Group(child, factor);
            return;
        }

        var parts = Parts(child);
        Measure(child, factor * parts.Fresh, factor * parts.Decayed, factor * _values[child], factor);
    }

    /// <param name="measure">The measure.</param>
    /// <param name="fresh">What it gives before decay.</param>
    /// <param name="decayed">What it gives after decay.</param>
    /// <param name="value">What it gives in the end.</param>
    /// <param name="share">The share of the score that its value carries.</param>
    private void Measure(int measure, double fresh, double decayed, double value, double share)
    {
        if (!_shares.IsEmpty)
        {
            _shares[measure] = share;
        }

        var (decay, usage) = (_program.DecayLine[measure], _program.UsageLine[measure]);
        _lines[measure] = decay >= 0 ? fresh : usage >= 0 ? decayed : value;
        if (decay >= 0)
        {
            _lines[decay] = (usage >= 0 ? decayed : value) - fresh;
        }

        if (usage >= 0)
        {
            _lines[usage] = value - decayed;
        }
    }

    // The value before decay and before what people say of it.
    private MeasureParts Parts(int measure)
    {
        ref readonly var op = ref _program.Measures[measure];
        return _program.DecayLine[measure] < 0 && _program.UsageLine[measure] < 0
            ? new(true, _values[measure], _values[measure], _values[measure])
            : MeasureEvaluator.Parts(op, _inputs, measure, _segment);
    }

    private int Own(int index) => _program.GroupLine[index - _program.Measures.Length];
}
