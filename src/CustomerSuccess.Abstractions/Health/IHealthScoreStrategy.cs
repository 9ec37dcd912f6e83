namespace CustomerSuccess.Health;

/// <summary>
/// Turns what is known of a customer into a score. Pure: the same context gives the same result; no clock, no I/O, no
/// randomness. Called from several threads at once. An exception becomes a failed result with its reason.
/// </summary>
public interface IHealthScoreStrategy
{
    /// <summary>Scores one customer as of one instant.</summary>
    HealthResult Score(HealthScoreContext context);
}
