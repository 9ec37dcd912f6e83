namespace CustomerSuccess.Health;

/// <summary>From the children's values to the groups', bottom up. NaN is "no value".</summary>
internal static class GroupEvaluator
{
    /// <summary>Fills in the groups' values. True where the group at the top is any-red and a decisive child is red.</summary>
    public static bool Run(ScorecardProgram program, ReadOnlySpan<double> weights, Span<double> values)
    {
        var groups = program.Groups;
        var red = false;
        for (var g = 0; g < groups.Length; g++)
        {
            values[program.Measures.Length + g] = One(program, groups[g], weights, values, out red);
        }

        return red;
    }

    public static double One(ScorecardProgram program, in GroupOp op, ReadOnlySpan<double> weights, ReadOnlySpan<double> values, out bool red)
    {
        red = false;
        switch (op.Kind)
        {
            case Aggregation.WeightedMean:
                return Mean(program, op, weights, values);
            case Aggregation.AnyRed:
                var mean = Mean(program, op, weights, values);
                red = IsRed(program, op, weights, values);
                return red ? Math.Min(mean, op.RedCap) : mean;
            case Aggregation.Minimum:
            case Aggregation.Maximum:
                var decider = Decider(program, op, weights, values);
                return decider < 0 ? double.NaN : values[decider];
            case Aggregation.GeometricMean:
                return Geometric(program, op, weights, values);
            default:
                var sum = Sum(program, op, values);
                return (Math.Min(Math.Max(sum, op.Minimum), op.Maximum) - op.Base) * op.Scale;
        }
    }

    private static double Mean(ScorecardProgram program, in GroupOp op, ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        var children = program.Children.AsSpan(op.FirstChild, op.ChildCount);
        var own = weights.Slice(op.FirstChild, op.ChildCount);
        double sum = 0, weight = 0;
        for (var i = 0; i < children.Length; i++)
        {
            var value = values[children[i]];
            if (!double.IsNaN(value))
            {
                sum += own[i] * value;
                weight += own[i];
            }
        }

        return weight > 0 ? ScalarMath.Clamp(sum / weight, 0, 100) : double.NaN;
    }

    /// <summary>Whether a decisive child with weight is red.</summary>
    private static bool IsRed(ScorecardProgram program, in GroupOp op, ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        for (var place = op.FirstChild; place < op.FirstChild + op.ChildCount; place++)
        {
            var value = values[program.Children[place]];
            if (program.Decisive[place] && weights[place] > 0 && value < op.RedThreshold)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The child that decides a minimum or maximum: of equal ones the first by name; −1 where none has a value.</summary>
    public static int Decider(ScorecardProgram program, in GroupOp op, ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        var decider = -1;
        for (var place = op.FirstChild; place < op.FirstChild + op.ChildCount; place++)
        {
            var child = program.Children[place];
            if (double.IsNaN(values[child]) || weights[place] == 0)
            {
                continue;
            }

            if (decider < 0 || (op.Kind == Aggregation.Minimum ? values[child] < values[decider] : values[child] > values[decider]))
            {
                decider = child;
            }
        }

        return decider;
    }

    private static double Geometric(ScorecardProgram program, in GroupOp op, ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        double losses = 0, weight = 0;
        for (var place = op.FirstChild; place < op.FirstChild + op.ChildCount; place++)
        {
            var value = values[program.Children[place]];
            if (!double.IsNaN(value) && weights[place] > 0)
            {
                losses += weights[place] * Loss(value);
                weight += weights[place];
            }
        }

        return weight > 0 ? Math.Min(100, 100 * EngineMath.Exp(-losses / weight)) : double.NaN;
    }

    /// <summary>ln(100 ÷ n): 0 at 100, infinite at 0.</summary>
    public static double Loss(double value) => value <= 0 ? double.PositiveInfinity : EngineMath.Log(100 / value);

    private static double Sum(ScorecardProgram program, in GroupOp op, ReadOnlySpan<double> values)
    {
        var sum = op.Start;
        var any = false;
        for (var place = op.FirstChild; place < op.FirstChild + op.ChildCount; place++)
        {
            var points = Points(program, program.Children[place], values);
            if (!double.IsNaN(points))
            {
                sum += points;
                any = true;
            }
        }

        return any ? sum : double.NaN;
    }

    /// <summary>What a child gives to an additive group: a measure its curve's points, an additive group its own points, any other group its value.</summary>
    public static double Points(ScorecardProgram program, int child, ReadOnlySpan<double> values)
    {
        var value = values[child];
        if (child < program.Measures.Length)
        {
            return value;
        }

        ref readonly var op = ref program.Groups[child - program.Measures.Length];
        return op.Kind == Aggregation.AdditivePoints ? op.Base + (value / op.Scale) : value;
    }
}
