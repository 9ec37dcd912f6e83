namespace CustomerSuccess.Health;

/// <content>A scorecard is a strategy.</content>
public partial class Scorecard : IHealthScoreStrategy
{
    /// <summary>
    /// Scores what is known of one customer. A scorecard over a host's rows reads the row itself where the facts are
    /// <see cref="RowFacts{T}"/> of that row type. Otherwise the measures are read from the facts by their names: categories
    /// and yes-or-no as <see cref="IFacts.Text"/> and <see cref="IFacts.Flag"/>, ages as <see cref="IFacts.Age"/>, a lambda's
    /// condition as the flag of the exception's id; what is not there is unknown.
    /// </summary>
    /// <param name="context">What may be read. A previous band that is none of this scorecard's counts as a first evaluation.</param>
    public HealthResult Score(HealthScoreContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var inputs = Read(context, out var failures);
        return HealthResult.Of(ScoreMaker.Make(
            this,
            inputs,
            failures,
            context.CustomerId,
            context.Segment,
            context.AsOf,
            context.KnownAt,
            context.PreviousBand is { } previous ? Bands.Find(previous)?.Index ?? -1 : -1,
            context.Override,
            context.Usage));
    }

    private protected virtual double[] Read(HealthScoreContext context, out UnknownCause?[]? failures) => FactsRow.Read(Program, context.Facts, out failures);
}

/// <content>A scorecard over rows reads the row behind the facts.</content>
public sealed partial class Scorecard<T>
{
    private protected override double[] Read(HealthScoreContext context, out UnknownCause?[]? failures) =>
        RecordingFacts.Behind(context.Facts) is RowFacts<T> { Row: var row } ? Read(row, context.AsOf, out failures) : base.Read(context, out failures);
}
