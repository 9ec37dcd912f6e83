namespace CustomerSuccess.Health;

/// <summary>Finds the mistakes of a group of additive points: start and limits.</summary>
internal sealed class AdditiveCheck(ScoreScale scale, string path, DiagnosticList found)
{
    /// <summary>Which points the children of a group may give.</summary>
    /// <param name="group">The group.</param>
    /// <param name="addsPoints">Whether its parent is additive, so that its limits are points too and no places on the scale.</param>
    public PointsRange Points(GroupDraft group, bool addsPoints)
    {
        if (group.Aggregation != Aggregation.AdditivePoints || scale.IsBroken)
        {
            return PointsRange.On(scale);
        }

        var (minimum, maximum) = Limits(group);
        var range = scale.Distance(maximum - minimum);
        var largest = range * CurveCheck.LargestTimes;
        var isFinite = double.IsFinite(group.Start) && scale.Distance(Math.Max(Math.Abs(minimum), Math.Abs(maximum))) <= Math.Max(CurveCheck.LargestPoints, Ends);
        if (!isFinite || !(range >= 0.1))
        {
            found.Add("SC009", path, $"Additive points from {group.Start} within {minimum} to {maximum} leave no room.", $"State finite limits, the smaller first and at least {scale.Written(0.1)} apart.");
            return PointsRange.UpTo(scale.Written(CurveCheck.LargestPoints));
        }

        if (scale.IsStated && !addsPoints && !(scale.Contains(minimum) && scale.Contains(maximum)))
        {
            found.Add("SC009", path, $"The limits {minimum} to {maximum} of its points lie outside {scale.Minimum} to {scale.Maximum}.", "State limits within the scale, or leave them out for the whole scale.");
        }

        if (scale.Distance(Math.Abs(group.Start)) > Math.Max(largest, Ends))
        {
            found.Add("SC009", path, $"Additive points start at {group.Start}, out of all proportion to the limits {minimum} to {maximum}.", "Start closer to the limits.");
        }

        return PointsRange.UpTo(scale.Written(Math.Min(largest, CurveCheck.LargestPoints)));
    }

    /// <summary>Whether an additive group is in proportion to the additive group that it adds to.</summary>
    public void Proportion(GroupDraft inner, PointsRange outer)
    {
        var (minimum, maximum) = Limits(inner);
        if (inner.Aggregation == Aggregation.AdditivePoints && outer.Adds && Math.Max(Math.Abs(minimum), Math.Abs(maximum)) > outer.High)
        {
            found.Add("SC009", path, $"Its limits {minimum} to {maximum} are out of all proportion to those of the group it adds to.", "Use narrower limits here, or wider ones there.");
        }
    }

    // A scale may lie far from 0.
    private double Ends => scale.IsStated ? scale.Distance(Math.Max(Math.Abs(scale.Minimum), Math.Abs(scale.Maximum))) : 0;

    private (double Minimum, double Maximum) Limits(GroupDraft group) => (group.Minimum ?? scale.Minimum, group.Maximum ?? scale.Maximum);
}
