namespace CustomerSuccess.Health;

/// <summary>Writes a scorecard over the host's own rows. Not safe to use from several threads.</summary>
/// <typeparam name="T">The host's row type.</typeparam>
public sealed class ScorecardBuilder<T> : RowPart<T, ScorecardBuilder<T>>, IScorecardBuilder
{
    private readonly ScorecardDraft _draft;
    private Func<T, string?>? _customerId;
    private Func<T, string?>? _segment;

    internal ScorecardBuilder(ScorecardDraft draft)
        : base(draft.Root) => _draft = draft;

    ScorecardDraft IScorecardBuilder.Draft => _draft;

    /// <summary>How to read the customer's id, for the score to carry it.</summary>
    public ScorecardBuilder<T> IdentifiedBy(Func<T, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        _customerId = read;
        return this;
    }

    /// <summary>How to read the customer's segment, for weights by segment. A segment without own weights has the general ones.</summary>
    public ScorecardBuilder<T> SegmentedBy(Func<T, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        _segment = read;
        return this;
    }

    /// <summary>Caps the score where the lambda holds. The lambda is taken at its word, and held as it stands by bounds, changes and counterfactuals.</summary>
    public ScorecardBuilder<T> CapAt(double value, Func<T, bool> when, string because, int priority = 0, string? id = null, string? version = null) =>
        Except(ScoreLineKind.Cap, value, null, Certain(when), because, priority, WhenUnknown.Ignore, id, version);

    /// <summary>Caps the score where the lambda holds; null is not known.</summary>
    public ScorecardBuilder<T> CapAt(double value, Func<T, bool?> when, string because, int priority = 0, WhenUnknown whenUnknown = WhenUnknown.Ignore, string? id = null, string? version = null) =>
        Except(ScoreLineKind.Cap, value, null, when, because, priority, whenUnknown, id, version);

    /// <summary>Lifts the score to a floor where the lambda holds.</summary>
    public ScorecardBuilder<T> FloorAt(double value, Func<T, bool> when, string because, int priority = 0, string? id = null, string? version = null) =>
        Except(ScoreLineKind.Floor, value, null, Certain(when), because, priority, WhenUnknown.Ignore, id, version);

    /// <summary>Lifts the score to a floor where the lambda holds; null is not known.</summary>
    public ScorecardBuilder<T> FloorAt(double value, Func<T, bool?> when, string because, int priority = 0, WhenUnknown whenUnknown = WhenUnknown.Ignore, string? id = null, string? version = null) =>
        Except(ScoreLineKind.Floor, value, null, when, because, priority, whenUnknown, id, version);

    /// <summary>Sets the score where the lambda holds.</summary>
    public ScorecardBuilder<T> SetTo(double value, Func<T, bool> when, string because, int priority = 0, string? id = null, string? version = null) =>
        Except(ScoreLineKind.Set, value, null, Certain(when), because, priority, WhenUnknown.Ignore, id, version);

    /// <summary>Sets the score where the lambda holds; null is not known.</summary>
    public ScorecardBuilder<T> SetTo(double value, Func<T, bool?> when, string because, int priority = 0, WhenUnknown whenUnknown = WhenUnknown.Ignore, string? id = null, string? version = null) =>
        Except(ScoreLineKind.Set, value, null, when, because, priority, whenUnknown, id, version);

    /// <summary>Sets the band where the lambda holds; the value moves just inside that band.</summary>
    public ScorecardBuilder<T> SetBand(string band, Func<T, bool> when, string because, int priority = 0, string? id = null, string? version = null) =>
        Except(ScoreLineKind.Set, null, band, Certain(when), because, priority, WhenUnknown.Ignore, id, version);

    /// <summary>Sets the band where the lambda holds; null is not known. The value moves just inside that band.</summary>
    public ScorecardBuilder<T> SetBand(string band, Func<T, bool?> when, string because, int priority = 0, WhenUnknown whenUnknown = WhenUnknown.Ignore, string? id = null, string? version = null) =>
        Except(ScoreLineKind.Set, null, band, when, because, priority, whenUnknown, id, version);

    /// <summary>Caps the score where the condition holds, which is written as an expression.</summary>
    public ScorecardBuilder<T> CapAt(double value, ConditionExpression<T> when, string because, int priority = 0, WhenUnknown whenUnknown = WhenUnknown.Ignore, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(when);
        return Except(ScoreLineKind.Cap, value, null, new ConditionReader<T>(when), because, priority, whenUnknown, id, when.Compiled.Version, when.Compiled.Text.Text);
    }

    /// <summary>Lifts the score to a floor where the condition holds, which is written as an expression.</summary>
    public ScorecardBuilder<T> FloorAt(double value, ConditionExpression<T> when, string because, int priority = 0, WhenUnknown whenUnknown = WhenUnknown.Ignore, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(when);
        return Except(ScoreLineKind.Floor, value, null, new ConditionReader<T>(when), because, priority, whenUnknown, id, when.Compiled.Version, when.Compiled.Text.Text);
    }

    /// <summary>Sets the score where the condition holds, which is written as an expression.</summary>
    public ScorecardBuilder<T> SetTo(double value, ConditionExpression<T> when, string because, int priority = 0, WhenUnknown whenUnknown = WhenUnknown.Ignore, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(when);
        return Except(ScoreLineKind.Set, value, null, new ConditionReader<T>(when), because, priority, whenUnknown, id, when.Compiled.Version, when.Compiled.Text.Text);
    }

    /// <summary>Sets the band where the condition holds, which is written as an expression; the value moves just inside that band.</summary>
    public ScorecardBuilder<T> SetBand(string band, ConditionExpression<T> when, string because, int priority = 0, WhenUnknown whenUnknown = WhenUnknown.Ignore, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(when);
        return Except(ScoreLineKind.Set, null, band, new ConditionReader<T>(when), because, priority, whenUnknown, id, when.Compiled.Version, when.Compiled.Text.Text);
    }

    /// <summary>Checks everything and compiles the scorecard.</summary>
    /// <exception cref="ConfigurationException">There are mistakes; the exception has all of them.</exception>
    public Scorecard<T> Build()
    {
        var built = ScorecardCompiler.Compile(_draft);
        var readers = built.Readers.Select(r => (RowReader<T>?)r ?? new NoReader<T>()).ToArray();
        return new Scorecard<T>(built.Model, built.Program, readers, _customerId, _segment);
    }

    private static Func<T, bool?> Certain(Func<T, bool> when)
    {
        ArgumentNullException.ThrowIfNull(when);
        return row => when(row);
    }

    private ScorecardBuilder<T> Except(ScoreLineKind kind, double? value, string? band, Func<T, bool?> when, string because, int priority, WhenUnknown whenUnknown, string? id, string? version)
    {
        ArgumentNullException.ThrowIfNull(when);
        return Except(kind, value, band, new FlagReader<T>(when), because, priority, whenUnknown, id, version);
    }

    private ScorecardBuilder<T> Except(ScoreLineKind kind, double? value, string? band, RowReader<T> when, string because, int priority, WhenUnknown whenUnknown, string? id, string? version, string? expression = null)
    {
        _draft.Exceptions.Add(new ExceptionDraft
        {
            Id = id,
            Kind = kind,
            Value = value,
            Band = band,
            When = name => new FlagCondition(name, version ?? "") { Expression = expression },
            Reader = when,
            Because = because,
            Priority = priority,
            WhenUnknown = whenUnknown,
        });
        return this;
    }
}
