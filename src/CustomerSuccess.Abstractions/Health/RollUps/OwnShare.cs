namespace CustomerSuccess.Health;

/// <summary>The parent's own score beside what its children come to. What is missing leaves its weight to the other, and is coverage.</summary>
internal sealed record OwnShare(double? Value, string? Reason, double Coverage, double? Lower, double? Upper, double ChildShare, RollUpLine? Line)
{
    public static OwnShare None(RollUpFigure children) => new(children.Value, children.Reason, children.Coverage, children.Lower, children.Upper, 1, null);

    public static OwnShare Of(ChildAccount own, RollUpFigure children, bool hasChildren, RollUpOptions options)
    {
        var part = RollUpPart.Of(own, options);
        // Where there are no children at all, nothing of them is missing.
        var weight = hasChildren ? options.OwnWeight : 1;
        var share = part.Value is null ? 0 : children.Value is null ? 1 : weight;
        double? value = part.Value is null && children.Value is null ? null : (share * (part.Value ?? 0)) + ((1 - share) * (children.Value ?? 0));
        var canCount = part.State != RollUpState.LeftOut;
        var (low, high) = canCount ? Bounds(part, children, weight) : (children.Lower, children.Upper);
        return new(
            value,
            $"{(canCount ? own.Reason : "lost or closed")} of the parent itself, and {children.Reason}",
            ((part.Value is null ? 0 : weight) + ((1 - weight) * children.Coverage)) / (canCount || 1 - weight <= 0 ? 1 : 1 - weight),
            low is null || value < low ? value ?? low : low,
            high is null || value > high ? value ?? high : high,
            1 - share,
            new()
            {
                CustomerId = own.CustomerId,
                IsOwn = true,
                State = part.State,
                Value = part.Value,
                Points = share * (part.Value ?? 0),
                Weight = share,
                IsPoor = part.IsPoor,
                Override = own.Score?.Override,
                Because = part.State == RollUpState.LeftOut ? "lost or closed" : part.State == RollUpState.Missing ? own.Reason : null,
            });
    }

    // Where the children may come to nothing, the parent's own score may be all.
    private static (double? Low, double? High) Bounds(RollUpPart own, RollUpFigure children, double weight)
    {
        if (children.Lower is not { } lower || children.Upper is not { } upper)
        {
            return (own.Low, own.High);
        }

        var (low, high) = ((weight * own.Low) + ((1 - weight) * lower), (weight * own.High) + ((1 - weight) * upper));
        return children.CanBeNothing ? (Math.Min(low, own.Low), Math.Max(high, own.High)) : (low, high);
    }
}
