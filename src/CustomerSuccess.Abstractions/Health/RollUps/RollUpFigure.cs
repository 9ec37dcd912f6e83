namespace CustomerSuccess.Health;

/// <summary>What a method makes of the children that count: the value, what it could be, and what each gives to it.</summary>
internal sealed class RollUpFigure
{
    public double? Value { get; private init; }

    public string? Reason { get; private init; }

    public double Coverage { get; private init; }

    public double? Lower { get; private init; }

    public double? Upper { get; private init; }

    /// <summary>Whether all that is missing may arrive and nothing weighs anything, so that there is still no value.</summary>
    public bool CanBeNothing { get; init; }

    /// <summary>Points and share of each part, in their order.</summary>
    public required IReadOnlyList<(double Points, double Weight)> Lines { get; init; }

    public static RollUpFigure Of(IReadOnlyList<RollUpPart> parts, IReadOnlyList<double?> weights, RollUpOptions options)
    {
        var known = parts.Where((p, i) => p.Value is not null && weights[i] is not null).Count();
        return parts.Count == 0 ? Nothing(parts, "there are no children")
            : known == 0 ? Nothing(parts, parts.Any(p => p.Value is not null) ? "the revenue of no child with a score is known" : "no child has a score", Mean(parts, weights), weights.All(w => w is null or 0))
            : options.Method switch
            {
                RollUpMethod.Worst => Worst(parts),
                RollUpMethod.ShareOfPoor => Poor(parts, options),
                _ => Weighted(parts, weights),
            };
    }

    /// <summary>No value, whatever is known.</summary>
    public static RollUpFigure Nothing(IReadOnlyList<RollUpPart> parts, string reason, (double Lower, double Upper)? bounds = null, bool canBeNothing = true) => new()
    {
        Reason = reason,
        CanBeNothing = canBeNothing,
        Lower = bounds?.Lower,
        Upper = bounds?.Upper,
        Lines = [.. parts.Select(_ => (0d, 0d))],
    };

    private static (double Lower, double Upper)? Mean(IReadOnlyList<RollUpPart> parts, IReadOnlyList<double?> weights) =>
        MeanBounds.Of([.. parts.Select((p, i) => (p.Low, p.High, weights[i]))], double.PositiveInfinity);

    private static RollUpFigure Weighted(IReadOnlyList<RollUpPart> parts, IReadOnlyList<double?> weights)
    {
        var (value, seen, all, stated) = (0d, 0d, 0d, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            all += weights[i] ?? 0;
            stated += weights[i] is null ? 0 : 1;
            seen += parts[i].Value is null ? 0 : weights[i] ?? 0;
        }

        if (!(seen > 0))
        {
            return Nothing(parts, "no child with a score has any revenue", Mean(parts, weights), !(all > 0));
        }

        var lines = parts.Select((p, i) => p.Value is { } number && weights[i] is { } weight ? (Points: weight / seen * number, Weight: weight / seen) : (Points: 0d, Weight: 0d)).ToArray();
        foreach (var line in lines)
        {
            value += line.Points;
        }

        return Bounded(Math.Clamp(value, 0, 100), Math.Min(1, seen / all * stated / parts.Count), Mean(parts, weights), lines);
    }

    private static RollUpFigure Worst(IReadOnlyList<RollUpPart> parts)
    {
        var worst = Enumerable.Range(0, parts.Count).Where(i => parts[i].Value is not null).MinBy(i => parts[i].Value!.Value);
        return Bounded(
            parts[worst].Value!.Value,
            Share(parts),
            (parts.Min(p => p.Low), parts.Min(p => p.High)),
            [.. parts.Select((p, i) => i == worst ? (p.Value!.Value, 1d) : (0d, 0d))]);
    }

    private static RollUpFigure Poor(IReadOnlyList<RollUpPart> parts, RollUpOptions options)
    {
        var (known, poor) = (parts.Count(p => p.IsPoor is not null), parts.Count(p => p.IsPoor == true));
        var value = options.ValueOf(poor / (double)known);
        var bearers = poor == known ? known : known - poor;
        var could = Enumerable.Range(0, parts.Count + 1).Where(k => k >= parts.Count(p => !p.CanBeFine) && k <= parts.Count(p => p.CanBePoor))
            .Select(k => options.ValueOf(k / (double)parts.Count)).ToArray();
        return Bounded(
            value,
            Share(parts),
            (could.Min(), could.Max()),
            [.. parts.Select(p => (p.IsPoor is null || (p.IsPoor == true && poor != known) ? 0 : value / bearers, p.IsPoor is null ? 0 : 1d / known))]);
    }

    private static double Share(IReadOnlyList<RollUpPart> parts) => parts.Count(p => p.Value is not null) / (double)parts.Count;

    private static RollUpFigure Bounded(double value, double coverage, (double Lower, double Upper)? bounds, IReadOnlyList<(double, double)> lines) => new()
    {
        Value = value,
        Coverage = coverage,
        Lower = Math.Clamp(Math.Min(bounds?.Lower ?? value, value), 0, 100),
        Upper = Math.Clamp(Math.Max(bounds?.Upper ?? value, value), 0, 100),
        Lines = lines,
    };
}
