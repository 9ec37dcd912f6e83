namespace CustomerSuccess.Health;

/// <summary>
/// Finds the first grid point at which enough was known of a customer for the usual score: from then on it is not new, whatever
/// becomes of what is known. A function of facts and grid, not of when anyone looked. Not safe to use from several threads.
/// </summary>
/// <param name="model">How health is formed.</param>
/// <param name="coverage">How much is enough.</param>
/// <param name="start">The first grid point after the customer's first fact; null where there is none.</param>
/// <param name="factsAt">The facts as of a grid point, as known then.</param>
internal sealed class ColdStartWalk(HealthModel model, double coverage, Func<DateTimeOffset?> start, Func<DateTimeOffset, CustomerFacts> factsAt)
{
    private DateTimeOffset? _reached;
    private DateTimeOffset? _enough;

    /// <summary>The first grid point up to an instant; null where there is none.</summary>
    public DateTimeOffset? EnoughBy(DateTimeOffset asOf)
    {
        for (var next = _reached is { } reached ? model.Grid.FirstAfter(reached) : start(); _enough is null && next is { } at && at <= asOf; next = model.Grid.FirstAfter(at))
        {
            _reached = at;
            var facts = factsAt(at);
            var score = model.Score(facts, null, model.UsualFor(facts), overridden: false);
            if (score.State == HealthScoreState.Scored && score.Coverage >= Edge.AtLeast(coverage))
            {
                _enough = at;
            }
        }

        return _enough <= asOf ? _enough : null;
    }
}
