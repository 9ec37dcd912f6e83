namespace CustomerSuccess.Health;

/// <summary>A child, or the parent itself, as it counts: value, what the value could be, whether it is or could be poor.</summary>
internal sealed class RollUpPart
{
    private RollUpPart(ChildAccount child, RollUpState state, double? value, double low, double high) =>
        (Child, State, Value, Low, High) = (child, state, value, low, high);

    public ChildAccount Child { get; }

    public RollUpState State { get; }

    public double? Value { get; }

    public double Low { get; }

    public double High { get; }

    public bool? IsPoor { get; private init; }

    public bool CanBePoor { get; private init; }

    public bool CanBeFine { get; private init; }

    public static RollUpPart Of(ChildAccount child, RollUpOptions options)
    {
        if (child.IsLost && options.Lost == LostChildren.LeftOut)
        {
            return new(child, RollUpState.LeftOut, null, 0, 100);
        }

        if (child.IsLost && options.Lost == LostChildren.AsZero)
        {
            return new(child, RollUpState.Counted, 0, 0, 0) { IsPoor = true, CanBePoor = true };
        }

        var manual = child.Score?.Override is not null && options.CountsOverrides;
        var value = child.Score is { } score && !options.CountsOverrides ? score.Computed : child.Value;
        var (low, high) = manual || child.Score is null ? (value ?? 0, value ?? 100) : (child.Score.Lower ?? value ?? 0, child.Score.Upper ?? value ?? 100);
        (low, high) = (Math.Min(low, value ?? low), Math.Max(high, value ?? high));
        var poor = value is { } known ? IsPoorAt(known, child, options, isShown: child.Value == value) : (bool?)null;
        return new(child, value is null ? RollUpState.Missing : RollUpState.Counted, value, low, high)
        {
            IsPoor = poor,
            CanBePoor = poor == true || IsPoorAt(low, child, options, isShown: false),
            CanBeFine = poor == false || !IsPoorAt(high, child, options, isShown: false),
        };
    }

    // The band that is shown has hysteresis; another value has only its level.
    private static bool IsPoorAt(double value, ChildAccount child, RollUpOptions options, bool isShown) =>
        options.PoorBelow is { } edge ? !(value >= Edge.AtLeast(edge))
        : child.Score is not { } score ? options.Bands.LevelOf(value) == 0
        : isShown ? score.BandIndex == 0
        : score.Definition.Bands.LevelOf(value) == 0;
}
