namespace CustomerSuccess.Health;

/// <summary>
/// The health of a parent account, made of its children's: by mean, by revenue, by the worst, or by the share of poor ones. Missing children
/// are coverage and bounds, never 0; overridden and lost ones are listed. Immutable and safe to share between threads.
/// </summary>
public sealed class AccountRollUp
{
    private AccountRollUp(string? parentId, RollUpOptions options, IReadOnlyList<RollUpLine> lines) =>
        (ParentId, Options, Lines) = (parentId, options, lines);

    /// <summary>The parent; null where it was not named.</summary>
    public string? ParentId { get; }

    /// <summary>How it was rolled up.</summary>
    public RollUpOptions Options { get; }

    /// <summary>The value, 0 to 100; null where there is none: see <see cref="Reason"/>.</summary>
    public double? Value { get; private init; }

    /// <summary>Why there is no value, in words; null where there is one.</summary>
    public string? Reason { get; private init; }

    /// <summary>The pure band of the value, by the bands of the options; null without a value.</summary>
    public HealthBand? Level => Value is { } value ? Options.Bands.Bands[Options.Bands.LevelOf(value)] : null;

    /// <summary>The share of what should count that has a score, 0 to 1: of the children, or of their revenue, where a revenue that is not known counts as much as the known ones on average.</summary>
    public double Coverage { get; private init; }

    /// <summary>The lowest it could be once everything missing arrives, a missing child being anything; null where nothing can ever count.</summary>
    public double? Lower { get; private init; }

    /// <summary>The highest it could be once everything missing arrives; null where nothing can ever count.</summary>
    public double? Upper { get; private init; }

    /// <summary>The parent's own line where it counts, then one line a child, in ordinal order of ids. Their points sum to the value within 1e-9.</summary>
    public IReadOnlyList<RollUpLine> Lines { get; }

    /// <summary>The lines without a score.</summary>
    public IReadOnlyList<RollUpLine> Missing => [.. Lines.Where(l => l.State == RollUpState.Missing)];

    /// <summary>The lines with a manual override in force.</summary>
    public IReadOnlyList<RollUpLine> Overridden => [.. Lines.Where(l => l.Override is not null)];

    /// <summary>The lines of poor children.</summary>
    public IReadOnlyList<RollUpLine> Poor => [.. Lines.Where(l => l is { IsPoor: true, IsOwn: false })];

    /// <summary>Rolls up.</summary>
    /// <param name="children">The children, in any order, each once.</param>
    /// <param name="options">How; the mean, and the other defaults of <see cref="RollUpOptions"/>, where null.</param>
    /// <param name="own">The parent itself, of which the options state the weight; null where it has no score.</param>
    /// <param name="parentId">The parent's id; that of <paramref name="own"/> unless stated.</param>
    /// <exception cref="ArgumentException">A child is there twice, or is its own parent; a revenue is negative; or the options do not fit together.</exception>
    public static AccountRollUp Of(IEnumerable<ChildAccount> children, RollUpOptions? options = null, ChildAccount? own = null, string? parentId = null)
    {
        ArgumentNullException.ThrowIfNull(children);
        options ??= new();
        options.Check();
        parentId ??= own?.CustomerId;
        ChildAccount[] all = [.. children.OrderBy(c => c.CustomerId, StringComparer.Ordinal)];
        Check(all, parentId);
        RollUpPart[] parts = [.. all.Select(c => RollUpPart.Of(c, options))];
        RollUpPart[] counting = [.. parts.Where(p => p.State != RollUpState.LeftOut)];
        var weights = RollUpWeights.Of(counting, options);
        var figure = weights.Refusal is { } why && counting.Length > 0 ? RollUpFigure.Nothing(counting, why, (counting.Min(p => p.Low), counting.Max(p => p.High))) : RollUpFigure.Of(counting, weights.Amounts, options);
        var mixed = options.OwnWeight > 0 ? OwnShare.Of(own ?? new ChildAccount(parentId ?? "parent"), figure, counting.Length > 0, options) : OwnShare.None(figure);
        var place = 0;
        return new(parentId, options, Array.AsReadOnly([.. mixed.Line is { } line ? [line] : Array.Empty<RollUpLine>(), .. parts.Select(p => p.State == RollUpState.LeftOut ? LeftOut(p) : Line(p, figure.Lines[place], mixed.ChildShare, weights.Because[place++]))]))
        {
            Value = mixed.Value,
            Reason = mixed.Value is null ? mixed.Reason : null,
            Coverage = mixed.Coverage,
            Lower = mixed.Lower,
            Upper = mixed.Upper,
        };
    }

    /// <summary>A roll-up of children that could not be read.</summary>
    /// <param name="parentId">The parent.</param>
    /// <param name="reason">Why, in words. Not empty.</param>
    /// <param name="options">How it was to be rolled up; the defaults where null.</param>
    public static AccountRollUp Failed(string parentId, string reason, RollUpOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(parentId);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new(parentId, options ?? new(), []) { Reason = reason };
    }

    /// <summary>A small table for a person: the value, what it could be, and every child. Its printed numbers add up.</summary>
    public string Explain() => RollUpExplanation.Of(this);

    /// <inheritdoc />
    public override string ToString() => RollUpExplanation.Headline(this);

    private static RollUpLine LeftOut(RollUpPart part) => new()
    {
        CustomerId = part.Child.CustomerId,
        State = RollUpState.LeftOut,
        Value = null,
        Points = 0,
        Weight = 0,
        IsPoor = null,
        Override = part.Child.Score?.Override,
        Because = "lost or closed",
    };

    private static RollUpLine Line(RollUpPart part, (double Points, double Weight) line, double share, string? notWeighed) => new()
    {
        CustomerId = part.Child.CustomerId,
        State = part.State == RollUpState.Counted && notWeighed is not null ? RollUpState.NotWeighed : part.State,
        Value = part.Value,
        Points = line.Points * share,
        Weight = line.Weight * share,
        IsPoor = part.IsPoor,
        Override = part.Child.Score?.Override,
        Because = part.State == RollUpState.Missing ? part.Child.Reason : notWeighed,
    };

    private static void Check(ChildAccount[] children, string? parentId)
    {
        if (children.Zip(children.Skip(1)).FirstOrDefault(p => p.First.CustomerId == p.Second.CustomerId) is { First: { } twice })
        {
            throw new ArgumentException($"The child '{twice.CustomerId}' is there twice. State each once.", nameof(children));
        }

        if (Array.Find(children, c => c.CustomerId == parentId) is { } self)
        {
            throw new ArgumentException($"'{self.CustomerId}' is its own child. Leave it out, and give it as the parent's own score.", nameof(children));
        }

        if (Array.Find(children, c => c.Revenue is { IsKnown: true, Value.Amount: < 0 }) is { } negative)
        {
            throw new ArgumentException($"The revenue of '{negative.CustomerId}' is {negative.Revenue.Value}. State an amount of 0 or more.", nameof(children));
        }
    }
}
