using System.Globalization;

namespace CustomerSuccess.Measurement;

/// <summary>
/// From how many sides work is asked for: the entropy of the demands over the declared directions ÷ ln of how many are declared. 1 where all ask alike, 0 where one asks
/// alone. Immutable.
/// </summary>
public sealed class Omnidirectionality
{
    /// <summary>Whose work; null of all.</summary>
    public required string? Name { get; init; }

    /// <summary>The demands of each declared direction, by name in ordinal order; 0 where there were none.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Demands { get; init; }

    /// <summary>The spread, 0 to 1; null where no demand has a declared direction.</summary>
    public required double? Value { get; init; }

    /// <summary>Demands without a direction. They count in nothing.</summary>
    public required int Unknown { get; init; }

    /// <summary>Directions that are not declared, with how many demands came from each. They count in nothing.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Undeclared { get; init; }

    /// <summary>A few lines for a person.</summary>
    public string Explain() => string.Join('\n', [
        ToString(),
        .. Demands.Select(d => string.Create(CultureInfo.InvariantCulture, $"  {d.Key} {d.Value}")),
        .. Unknown > 0 ? [string.Create(CultureInfo.InvariantCulture, $"  not known {Unknown}")] : Array.Empty<string>(),
        .. Undeclared.Select(d => string.Create(CultureInfo.InvariantCulture, $"  not declared: {d.Key} {d.Value}"))]);

    /// <summary><c>omnidirectionality 0.678 of 100 demands from 4 directions</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Name is null ? "" : $"{Name}: ")}omnidirectionality {(Value is { } value ? Math.Round((decimal)value, 3, MidpointRounding.AwayFromZero).ToString("0.###", CultureInfo.InvariantCulture) : "not defined")} of {Demands.Sum(d => d.Value)} demands from {Demands.Count} directions");
}
