namespace CustomerSuccess.Health;

/// <summary>Copies contexts with something changed.</summary>
internal static class Contexts
{
    public static HealthScoreContext With(HealthScoreContext context, IFacts facts) => new()
    {
        Facts = facts,
        AsOf = context.AsOf,
        KnownAt = context.KnownAt,
        CustomerId = context.CustomerId,
        Segment = context.Segment,
        LifecycleStage = context.LifecycleStage,
        Selection = context.Selection,
        PreviousBand = context.PreviousBand,
        Override = context.Override,
        Usage = context.Usage,
    };

    /// <summary>The context with the reason why this strategy scores.</summary>
    public static HealthScoreContext Selected(HealthScoreContext context, string? because) => because is null ? context : new()
    {
        Facts = context.Facts,
        AsOf = context.AsOf,
        KnownAt = context.KnownAt,
        CustomerId = context.CustomerId,
        Segment = context.Segment,
        LifecycleStage = context.LifecycleStage,
        Selection = because,
        PreviousBand = context.PreviousBand,
        Override = context.Override,
        Usage = context.Usage,
    };

    /// <summary>The context of a part of a composite: the previous band and the override concern the whole.</summary>
    public static HealthScoreContext OfPart(HealthScoreContext context) => new()
    {
        Facts = context.Facts,
        AsOf = context.AsOf,
        KnownAt = context.KnownAt,
        CustomerId = context.CustomerId,
        Segment = context.Segment,
        LifecycleStage = context.LifecycleStage,
        Usage = context.Usage,
    };
}
