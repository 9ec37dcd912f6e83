namespace CustomerSuccess.Health;

/// <summary>
/// A health score and why it is what it is: value or the reason for having none, level and band, coverage, what it could be
/// once missing data arrives, lines, exceptions, override, instants and configuration. Immutable and safe to share.
/// </summary>
public sealed class HealthScore
{
    private readonly double _value = double.NaN;
    private readonly double _computed = double.NaN;
    private readonly double _lower = double.NaN;
    private readonly double _upper = double.NaN;
    private readonly long _asOf;
    private readonly long _knownAt;
    private long _frozenAt;
    private readonly sbyte _level = -1;
    private readonly sbyte _band = -1;
    private readonly sbyte _previousBand = -1;

    /// <summary>What all scores of this strategy share: names, bands, display, configuration hash.</summary>
    public required ScoreDefinition Definition { get; init; }

    /// <summary>What stands behind the score.</summary>
    public required ScoreDetail Detail { get; init; }

    /// <summary>The customer's id, or null where the scorecard was not told how to read it.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The customer's segment as it was read or passed, or null. One without weights of its own has the general ones.</summary>
    public string? Segment { get; init; }

    /// <summary>Which strategy scored and why it was this one, in words; null where there was no other.</summary>
    public string? Selection { get; init; }

    /// <summary>Scored, unknown, or failed.</summary>
    public required HealthScoreState State { get; init; }

    /// <summary>The score from 0 to 100: the manual override where one is in force, otherwise the computed score. Null where there is none: see <see cref="Reason"/>.</summary>
    public double? Value { get => Nullable(_value); init => _value = value ?? double.NaN; }

    /// <summary>The computed score, whether or not an override stands before it; null where there is none.</summary>
    public double? Computed { get => Nullable(_computed); init => _computed = value ?? double.NaN; }

    /// <summary>Why there is no computed score, in words; null where there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>The pure band of the value; null without a value.</summary>
    public HealthBand? Level => BandAt(_level);

    /// <summary>The index of <see cref="Level"/>; −1 without a value.</summary>
    public int LevelIndex { get => _level; init => _level = (sbyte)value; }

    /// <summary>The band with hysteresis from <see cref="PreviousBand"/>; the level where there is no previous band. Null without a value.</summary>
    public HealthBand? Band => BandAt(_band);

    /// <summary>The index of <see cref="Band"/>; −1 without a value.</summary>
    public int BandIndex { get => _band; init => _band = (sbyte)value; }

    /// <summary>The previous band that was passed in; null at the first evaluation.</summary>
    public HealthBand? PreviousBand => BandAt(_previousBand);

    /// <summary>The index of <see cref="PreviousBand"/>; −1 at the first evaluation.</summary>
    public int PreviousBandIndex { get => _previousBand; init => _previousBand = (sbyte)value; }

    /// <summary>The share of weight that was observed, 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>The lowest the computed score could be once everything missing arrives; given even without a score, null where the strategy cannot say.</summary>
    public double? Lower { get => Nullable(_lower); init => _lower = value ?? double.NaN; }

    /// <summary>The highest the computed score could be once everything missing arrives; given even without a score, null where the strategy cannot say.</summary>
    public double? Upper { get => Nullable(_upper); init => _upper = value ?? double.NaN; }

    /// <summary>The manual override in force, or null.</summary>
    public ManualOverride? Override { get; init; }

    /// <summary>How many defects were met: computations that yielded NaN or infinity, readers that threw.</summary>
    public int Defects { get; init; }

    /// <summary>The instant as of which the facts hold, UTC.</summary>
    public required DateTimeOffset AsOf { get => new(_asOf, TimeSpan.Zero); init => _asOf = value.UtcTicks; }

    /// <summary>The instant as known at which the facts were read, UTC.</summary>
    public required DateTimeOffset KnownAt { get => new(_knownAt, TimeSpan.Zero); init => _knownAt = value.UtcTicks; }

    /// <summary>Since when the score stands still because the customer was lost, UTC: it is that of the decision date. Null where it does not.</summary>
    public DateTimeOffset? FrozenAt { get => _frozenAt == 0 ? null : new(_frozenAt, TimeSpan.Zero); init => _frozenAt = value?.UtcTicks ?? 0; }

    /// <summary>
    /// One line per measure, then the signed lines of groups, exceptions and the override. They sum to the value within
    /// 1e-9; without a value they carry 0 points. Computed on each call: keep the list rather than asking twice.
    /// </summary>
    public IReadOnlyList<ScoreLine> Lines
    {
        get
        {
            var lines = Detail.Lines(this);
            if (Override is null)
            {
                return lines;
            }

            return
            [
                .. lines,
                new ScoreLine
                {
                    Name = "override",
                    Group = "",
                    Kind = ScoreLineKind.Override,
                    Points = _value - (double.IsNaN(_computed) ? 0 : _computed),
                    Because = Override.ToString(),
                },
            ];
        }
    }

    /// <summary>The exceptions that held or whose conditions are not known, in the order of their application.</summary>
    public IReadOnlyList<ExceptionLine> Exceptions => Detail.Exceptions(this);

    /// <summary>The verdicts on usage that were in force, for measures that are judged as usage.</summary>
    public IReadOnlyList<UsageVerdict> Usage => Detail.Usage;

    /// <summary>The layers that measures are tagged with, by name (ordinal); empty where none is. Computed on each call.</summary>
    public IReadOnlyList<LayerScore> Layers => Detail.Layers(this);

    /// <summary>Whether the score is green outside and red inside, with the evidence; null where no measure is tagged with a layer. Computed on each call.</summary>
    public WatermelonFinding? Watermelon => Detail.Watermelon(this);

    /// <summary>
    /// Attributes the change from an earlier score to this one: per line the part of the configuration (the old row
    /// re-scored under the new configuration), then of values and of weights. The parts sum to the difference within 1e-9.
    /// </summary>
    /// <exception cref="ArgumentException">One of the two has no computed score.</exception>
    public ScoreChange ChangeSince(HealthScore before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return Detail.ChangeSince(before, this);
    }

    /// <summary>The cheapest changes of actionable measures that lift the computed score to at least the named band.</summary>
    /// <exception cref="ArgumentException">There is no such band; the message lists those there are.</exception>
    public Counterfactual WayTo(string band)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(band);
        var bands = Definition.Bands;
        var found = bands.Find(band) ?? throw new ArgumentException(
            $"No band named '{band}'. The bands of '{Definition.Strategy}' are {string.Join(", ", bands.Bands.Select(b => $"'{b}'"))}.", nameof(band));
        return Detail.WayTo(this, found);
    }

    /// <summary>This score, marked as standing still since a customer was lost.</summary>
    public HealthScore Freeze(DateTimeOffset decidedAt)
    {
        var frozen = (HealthScore)MemberwiseClone();
        frozen._frozenAt = decidedAt.UtcTicks;
        return frozen;
    }

    /// <summary>A small table for a person: the score, what it could be, and every line with its share. Its printed numbers add up.</summary>
    public string Explain() => ScoreExplanation.Of(this);

    /// <summary>The data of this score with its lines, for storing and for JSON.</summary>
    public HealthScoreSnapshot ToSnapshot() => HealthScoreSnapshot.Of(this);

    /// <summary>One line: <c>52.5 Yellow, 80 % known</c>.</summary>
    public override string ToString() => ScoreExplanation.Headline(this);

    private static double? Nullable(double value) => double.IsNaN(value) ? null : value;

    private HealthBand? BandAt(int index) => index < 0 ? null : Definition.Bands.Bands[index];
}
