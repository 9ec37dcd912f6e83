using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerSuccess.Health;

/// <summary>A score as plain data: what is stored and sent. JSON goes both ways without reflection. Immutable.</summary>
public sealed record HealthScoreSnapshot
{
    /// <summary>The customer, or null.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The scorecard or strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>The customer's segment, or null.</summary>
    public string? Segment { get; init; }

    /// <summary>Which strategy scored and why it was this one, or null where there was no other.</summary>
    public string? Selection { get; init; }

    /// <summary>Scored, unknown, or failed.</summary>
    public required HealthScoreState State { get; init; }

    /// <summary>The score, 0 to 100, or null.</summary>
    public double? Value { get; init; }

    /// <summary>The computed score, or null.</summary>
    public double? Computed { get; init; }

    /// <summary>The score as it is shown to people, on the scorecard's scale, or null.</summary>
    public string? Shown { get; init; }

    /// <summary>The pure band of the value, or null.</summary>
    public string? Level { get; init; }

    /// <summary>The band with hysteresis, or null.</summary>
    public string? Band { get; init; }

    /// <summary>The previous band that was passed in, or null.</summary>
    public string? PreviousBand { get; init; }

    /// <summary>Why there is no score, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The share of weight observed, 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>The lowest the score could be once everything missing arrives, or null.</summary>
    public double? Lower { get; init; }

    /// <summary>The highest the score could be once everything missing arrives, or null.</summary>
    public double? Upper { get; init; }

    /// <summary>The manual override in force, or null.</summary>
    public ManualOverride? Override { get; init; }

    /// <summary>How many defects were met.</summary>
    public int Defects { get; init; }

    /// <summary>The instant as of which the facts hold, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The instant as known at which they were read, UTC.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Since when the score stands still because the customer was lost, UTC, or null.</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    /// <summary>The content hash of the configuration.</summary>
    public required string ConfigurationHash { get; init; }

    /// <summary>Whether the hash pins down what was computed.</summary>
    public required bool Reproducible { get; init; }

    /// <summary>The number of the engine's rules of arithmetic.</summary>
    public required int EngineSemantics { get; init; }

    /// <summary>The lines; they sum to the value within 1e-9.</summary>
    public required IReadOnlyList<ScoreLine> Lines { get; init; }

    /// <summary>The exceptions that held or whose conditions are not known.</summary>
    public required IReadOnlyList<ExceptionLine> Exceptions { get; init; }

    /// <summary>One line of JSON: camel case, enumerations as their names, nulls left out.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, HealthScoreJsonContext.Default.HealthScoreSnapshot);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not such a snapshot.</exception>
    public static HealthScoreSnapshot FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, HealthScoreJsonContext.Default.HealthScoreSnapshot)
            ?? throw new JsonException("The text is the JSON null, not a score. Pass what ToJson wrote.");
    }

    internal static HealthScoreSnapshot Of(HealthScore score) => new()
    {
        CustomerId = score.CustomerId,
        Strategy = score.Definition.Strategy,
        Segment = score.Segment,
        Selection = score.Selection,
        State = score.State,
        Value = score.Value,
        Computed = score.Computed,
        Shown = score.Value is { } value ? score.Definition.Display.Show(value, score.Definition.Bands) : null,
        Level = score.Level?.Name,
        Band = score.Band?.Name,
        PreviousBand = score.PreviousBand?.Name,
        Reason = score.Reason,
        Coverage = score.Coverage,
        Lower = score.Lower,
        Upper = score.Upper,
        Override = score.Override,
        Defects = score.Defects,
        AsOf = score.AsOf,
        KnownAt = score.KnownAt,
        FrozenAt = score.FrozenAt,
        ConfigurationHash = score.Definition.ConfigurationHash,
        Reproducible = score.Definition.Reproducible,
        EngineSemantics = score.Definition.EngineSemantics,
        Lines = score.Lines,
        Exceptions = score.Exceptions,
    };
}

/// <summary>The source-generated JSON of scores.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HealthScoreSnapshot))]
public sealed partial class HealthScoreJsonContext : JsonSerializerContext;
