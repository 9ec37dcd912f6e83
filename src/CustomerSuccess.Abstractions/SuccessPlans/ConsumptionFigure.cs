using System.Globalization;

namespace CustomerSuccess.SuccessPlans;

/// <summary>A consumption gap with what is known behind it. Immutable.</summary>
public sealed class ConsumptionFigure
{
    /// <summary>The gap over what is known, 0 (all is used) to 1 (nothing is); null where nothing is known.</summary>
    public required double? Gap { get; init; }

    /// <summary>Why there is no gap, in words; null where there is one.</summary>
    public required string? Reason { get; init; }

    /// <summary>The share that stands on known use, 0 to 1: of relevance, where a capability of unknown relevance counts as much as the known ones on average, or of capabilities in the raw gap.</summary>
    public required double Coverage { get; init; }

    /// <summary>The smallest gap once everything missing arrives; null where no gap can ever be.</summary>
    public required double? Lower { get; init; }

    /// <summary>The largest gap once everything missing arrives; null where no gap can ever be.</summary>
    public required double? Upper { get; init; }

    /// <summary><c>66 %</c>; where something is missing <c>66 %, 80 % known, between 53 % and 73 %</c>.</summary>
    public override string ToString()
    {
        var text = Gap is { } gap ? Percent(gap) : $"not known: {Reason}";
        return Coverage == 1 || Lower is not { } lower || Upper is not { } upper
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text}, {Math.Floor((Coverage + 1e-12) * 1000) / 10:0.#} % known, between {Percent(lower)} and {Percent(upper)}");
    }

    internal static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round((decimal)share * 100, 1, MidpointRounding.AwayFromZero):0.#} %");
}
