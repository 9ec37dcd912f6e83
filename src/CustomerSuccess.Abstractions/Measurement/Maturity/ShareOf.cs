using System.Globalization;

namespace CustomerSuccess.Measurement;

/// <summary>How many of some had a property, with Wilson's 95 % interval of the share. Immutable.</summary>
public sealed record ShareOf
{
    /// <summary>How many had it, 0 to <see cref="Of"/>.</summary>
    public required int Count { get; init; }

    /// <summary>Out of how many, 0 or more.</summary>
    public required int Of { get; init; }

    /// <summary>The share, 0 to 1; null of none.</summary>
    public double? Share => Of == 0 ? null : (double)Count / Of;

    /// <summary>The lower bound, 0 to 1.</summary>
    public required double Lower { get; init; }

    /// <summary>The upper bound, 0 to 1.</summary>
    public required double Upper { get; init; }

    /// <summary><c>42 of 80, 52.5 % (42 to 63)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} of {Of}{(Share is { } share ? $", {Percent(share, 1)} % ({Percent(Lower, 0)} to {Percent(Upper, 0)})" : "")}");

    private static string Percent(double share, int decimals) => Math.Round((decimal)share * 100, decimals, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
