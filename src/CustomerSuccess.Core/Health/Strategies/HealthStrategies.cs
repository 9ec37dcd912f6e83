namespace CustomerSuccess.Health;

/// <summary>Makes strategies of lambdas, and one strategy of several.</summary>
public static class HealthStrategies
{
    /// <summary>A strategy of one lambda.</summary>
    /// <param name="name">Its name, for messages. Not empty.</param>
    /// <param name="score">Pure and synchronous: the same context gives the same result.</param>
    /// <param name="version">The version of the lambda; without one its scores say that they are not reproducible.</param>
    public static IHealthScoreStrategy From(string name, Func<HealthScoreContext, HealthResult> score, string? version = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(score);
        return new LambdaStrategy(name, score, version);
    }

    /// <summary>
    /// Σwᵢvᵢ ÷ Σwᵢ over the parts that have a score: the weight of a part that is unknown goes to the others. The whole is
    /// unknown where no part has a score, and failed where any part failed. Coverage is the weighted mean of all parts'
    /// coverage; the bounds are what the value could be once every part's missing data arrives, at the stated weights.
    /// </summary>
    /// <param name="name">The name of the whole. Not empty.</param>
    /// <param name="parts">At least one; distinct names; weights of 0 or more that do not sum to 0.</param>
    /// <exception cref="ArgumentException">The parts do not fit these rules.</exception>
    public static CompositeStrategy Weighted(string name, params (string Name, double Weight, IHealthScoreStrategy Strategy)[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Any(p => !(p.Weight >= 0 && p.Weight <= 1e12)) || (parts.Length > 0 && parts.Sum(p => p.Weight) == 0))
        {
            throw new ArgumentException($"The weights of '{name}' are not numbers from 0 to 1e12 with a sum above 0. State how much each part counts.", nameof(parts));
        }

        return new(name, new WeightedCombination(), parts.OrderBy(p => p.Name, StringComparer.Ordinal));
    }

    /// <summary>
    /// The worst part decides; ties go to the first by name. Parts that are unknown do not decide; the whole is unknown where
    /// no part has a score, and failed where any part failed. Coverage is the mean of all parts' coverage.
    /// </summary>
    /// <param name="name">The name of the whole. Not empty.</param>
    /// <param name="parts">At least one; distinct names.</param>
    /// <exception cref="ArgumentException">The parts do not fit these rules.</exception>
    public static CompositeStrategy WorstOf(string name, params (string Name, IHealthScoreStrategy Strategy)[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new(name, new WorstCombination(), parts.Select(p => (p.Name, 1d, p.Strategy)).OrderBy(p => p.Name, StringComparer.Ordinal));
    }

    /// <summary>
    /// The first part, in the order stated, that has a score; later ones are not asked. A part before it that failed is
    /// listed with its reason and counted as a defect. Without any score the whole is unknown where a part is, otherwise failed.
    /// Coverage is the mean of the parts asked that did not fail; the bounds also hold those of the unknown parts before the one that answers, which would answer once they can.
    /// </summary>
    /// <param name="name">The name of the whole. Not empty.</param>
    /// <param name="parts">At least one; distinct names.</param>
    /// <exception cref="ArgumentException">The parts do not fit these rules.</exception>
    public static CompositeStrategy FirstThatAnswers(string name, params (string Name, IHealthScoreStrategy Strategy)[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new(name, new FirstCombination(), parts.Select(p => (p.Name, 1d, p.Strategy)));
    }
}
