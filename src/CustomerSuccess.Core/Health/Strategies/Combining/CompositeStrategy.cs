namespace CustomerSuccess.Health;

/// <summary>
/// One strategy of several, from <see cref="HealthStrategies"/>. Its lines are the parts' lines, scaled by each part's share
/// and grouped under the part's name. Immutable; as safe to use from several threads as its parts.
/// </summary>
public sealed class CompositeStrategy : IHealthScoreStrategy
{
    private readonly Combination _combination;
    private readonly StrategyPart[] _parts;
    private readonly SignedDefinition _definition;

    internal CompositeStrategy(string name, Combination combination, IEnumerable<(string Name, double Weight, IHealthScoreStrategy Strategy)> parts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, _combination, _parts) = (name, combination, [.. parts.Select(p => new StrategyPart(p.Name, p.Weight, p.Strategy))]);
        if (_parts.Length == 0 || _parts.Select(p => p.Name).Distinct(StringComparer.Ordinal).Count() != _parts.Length)
        {
            throw new ArgumentException($"'{name}' needs at least one part, and distinct names: lines are grouped under them. Name each part once.", nameof(parts));
        }

        _definition = new(Define);
    }

    private CompositeStrategy(CompositeStrategy other, HealthBands bands, ScoreDisplay display)
    {
        (Name, _combination, _parts, Bands, Display) = (other.Name, other._combination, other._parts, bands, display);
        _definition = new(Define);
    }

    /// <summary>The name of the whole.</summary>
    public string Name { get; }

    /// <summary>The bands of the whole: Red, Yellow from 50 and Green from 75 unless stated.</summary>
    public HealthBands Bands { get; } = HealthBands.RedYellowGreen(50, 75);

    /// <summary>How scores of the whole are shown: 0 to 100 with one decimal unless stated.</summary>
    public ScoreDisplay Display { get; } = ScoreDisplay.Default;

    /// <summary>The same composite with these bands.</summary>
    public CompositeStrategy WithBands(HealthBands bands)
    {
        ArgumentNullException.ThrowIfNull(bands);
        return new(this, bands, Display);
    }

    /// <summary>The same composite, its scores shown so.</summary>
    public CompositeStrategy ShownAs(ScoreDisplay display)
    {
        ArgumentNullException.ThrowIfNull(display);
        return new(this, Bands, display);
    }

    /// <inheritdoc />
    public HealthResult Score(HealthScoreContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var parts = _combination.Ask(_parts, context);
        var failed = _combination.Fails(parts);
        var shares = failed ? null : _combination.Shares(parts);
        return HealthResult.Of(Whole(parts, shares, failed, context));
    }

    /// <inheritdoc />
    public override string ToString() => $"strategy '{Name}' of {string.Join(", ", _parts.Select(p => $"'{p.Name}'"))}";

    /// <summary>The strategy itself, or all that a composite is made of, however deep.</summary>
    internal static IEnumerable<IHealthScoreStrategy> Leaves(IHealthScoreStrategy strategy) =>
        strategy is CompositeStrategy composite ? composite._parts.SelectMany(p => Leaves(p.Strategy)) : [strategy];

    internal ScoreDefinition DefinitionFor(ReaderSignature readers) => _definition.For(readers);

    private ScoreDefinition Define(ReaderSignature readers) => StrategyHash.Of(
        Name, _combination.Name, _parts.Select(p => (p.Name, p.Weight, p.Runner.DefinitionFor(readers))), Bands, Display);

    private HealthScore Whole(IReadOnlyList<ScoredPart> parts, double[]? shares, bool failed, HealthScoreContext context)
    {
        var computed = shares is null ? double.NaN : Math.Clamp(parts.Select((p, i) => shares[i] * (p.Score.Computed ?? 0)).Sum(), 0, 100);
        var verdict = new ScoreVerdict(computed, Bands, context);
        var (lower, upper) = failed ? (double.NaN, double.NaN) : _combination.Bounds(parts);
        return new HealthScore
        {
            Definition = DefinitionFor(ReaderSignature.Of(context.Facts)),
            Detail = new CompositeDetail(parts, shares, _combination.PassedOver),
            CustomerId = context.CustomerId,
            Segment = context.Segment,
            State = failed ? HealthScoreState.Failed : shares is null ? HealthScoreState.Unknown : HealthScoreState.Scored,
            Value = verdict.Value,
            Computed = shares is null ? null : computed,
            Reason = shares is null ? Reason(parts, failed) : null,
            LevelIndex = verdict.Level,
            BandIndex = verdict.Band,
            PreviousBandIndex = verdict.PreviousBand,
            Coverage = failed ? 0 : Math.Clamp(_combination.Coverage(parts), 0, 1),
            Lower = computed < lower ? computed : Math.Max(lower, 0),
            Upper = computed > upper ? computed : Math.Min(upper, 100),
            Override = verdict.Override,
            Defects = parts.Sum(p => p.Score.Defects),
            AsOf = context.AsOf,
            KnownAt = context.KnownAt,
        };
    }

    private static string Reason(IReadOnlyList<ScoredPart> parts, bool failed) =>
        string.Join("; ", parts.Where(p => p.Failed || !failed).Select(p => p.Failed ? p.Score.Reason : $"{p.Name}: {p.Score.Reason}"));
}
