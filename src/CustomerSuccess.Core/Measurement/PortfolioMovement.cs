using CustomerSuccess.Health;
using CustomerSuccess.SuccessPlans;

namespace CustomerSuccess.Measurement;

/// <summary>The success vector of a whole portfolio, from its customers' plans.</summary>
public static class PortfolioMovement
{
    /// <summary>
    /// The vector of the customers that were active a window before the instant, weighted by their revenue of then. A customer that was lost
    /// meanwhile counts with the plan last in force and a value of 0; one without a plan is coverage and not zero.
    /// </summary>
    /// <param name="health">Where plans and accounts are read from.</param>
    /// <param name="instant">As of when, and as known at when.</param>
    /// <param name="options">Window, cut and least coverage; those of the definition where null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="InvalidOperationException">A source throws.</exception>
    public static async Task<PortfolioVector> VectorAsync(this CustomerHealth health, ScoreInstant instant, SuccessVectorOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(health);
        ArgumentNullException.ThrowIfNull(instant);
        options ??= new();
        var entries = new List<PortfolioEntry>();
        await foreach (var movement in health.MovementsAsync(instant, options.Window, cancellationToken).ConfigureAwait(false))
        {
            entries.Add(new(
                movement.CustomerId,
                movement.Revenue.IsKnown ? movement.Revenue.Value : null,
                movement.Before is { } before ? new(before, movement.IsLost ? ValueRange.Of(0) : movement.Plan!.Value, options) : null)
            { IsLost = movement.IsLost });
        }

        return PortfolioVector.Of(entries, options);
    }
}
