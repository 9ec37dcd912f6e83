namespace CustomerSuccess.Health;

/// <summary>Which points a measure may give, as written: a place on the scale, or, in an additive group, points up to a size.</summary>
internal readonly record struct PointsRange(double Low, double High, bool Adds)
{
    public static PointsRange On(ScoreScale scale) => scale.IsBroken ? UpTo(double.MaxValue) : new(scale.Minimum, scale.Maximum, false);

    public static PointsRange UpTo(double largest) => new(-largest, largest, true);

    public bool Holds(double points) => points >= Low && points <= High;
}
