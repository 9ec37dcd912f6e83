namespace CustomerSuccess.SuccessPlans;

/// <summary>The value that a plan has delivered, and how it moved.</summary>
internal static class PlanVector
{
    // Sums run in the order of the ids.
    public static ValueRange ValueOf(PlanShape shape, StateParts parts)
    {
        var (lower, upper) = (0d, 0d);
        foreach (var m in shape.ByName)
        {
            var progress = parts.Milestones[m]!.Progress;
            lower += shape.Shares[m] * progress.Lower;
            upper += shape.Shares[m] * progress.Upper;
        }

        return new(lower, upper);
    }

    public static SuccessVector Of(PlanState state)
    {
        var window = state.Options.Vector.Window;
        var before = state.AsOf - DateTimeOffset.MinValue > window ? state.AsOf - window : DateTimeOffset.MinValue;
        return new(state.RewoundTo(before).Value, state.Value, state.Options.Vector);
    }
}
