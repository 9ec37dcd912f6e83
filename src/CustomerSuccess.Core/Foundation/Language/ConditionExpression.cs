using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>
/// A condition written as an expression: yes, no, or not known because of these causes. It stands wherever a
/// <see cref="FactCondition"/> or a lambda could. Immutable and safe to share between threads, as far as the host's lambdas are.
/// </summary>
/// <typeparam name="T">The row type.</typeparam>
public sealed class ConditionExpression<T> : FactCondition, ICelCondition
{
    private readonly CompiledExpression<T> _compiled;
    private readonly Language<T> _language;

    // Made when they are first asked for; two threads that ask at once make the same.
    private IReadOnlyList<FactCondition>? _operands;

    internal ConditionExpression(CelExpression expression, Language<T> language) => (_compiled, _language) = (new(expression, language), language);

    /// <summary>The expression: text, canonical text, tree, what it reads.</summary>
    public CelExpression Expression => _compiled.Expression;

    /// <inheritdoc />
    public override bool IsReproducible => _compiled.IsReproducible;

    /// <summary>The parts of which it cannot be foreseen when they change: what depends on them is asked again after a time. Empty where every change is foreseen.</summary>
    public IReadOnlyList<string> Opaque => _compiled.Opaque;

    internal override string Signed => _compiled.Signed;

    internal override bool IsForeseen => Opaque.Count == 0;

    internal override object Written => Expression.Canonical;

    internal override IEnumerable<object> Sources => _compiled.Sources;

    internal override LanguageStage Stage => _compiled.Stage;

    internal override IEnumerable<string> NamedFacts => _compiled.Expression.Reads.Where(r => r.StartsWith(SegmentPrefix, StringComparison.Ordinal));

    internal CompiledExpression<T> Compiled => _compiled;

    internal override ConditionKind Kind => Expression.Root is not CelCall call ? ConditionKind.One : call.Function switch
    {
        "_&&_" => ConditionKind.All,
        "_||_" => ConditionKind.Any,
        "!_" => ConditionKind.Not,
        _ => ConditionKind.One,
    };

    internal override IReadOnlyList<FactCondition> Operands => _operands ??= Kind == ConditionKind.One ? [] : [.. Expression.Root.Parts.Select(p => _language.Condition(p.ToString()))];

    internal override CelTrace? TraceOf(IFacts facts) => RecordingFacts.Behind(facts) is RowFacts<T> rows ? Trace(rows.Row) : null;

    private const string SegmentPrefix = "segment.";

    /// <summary>Whether it holds of a row. Nothing is allocated where it is made of numbers, texts and comparisons and is known.</summary>
    public Reading<bool> Holds(T row) => _compiled.Program.Test(row) is { } holds ? Reading.Known(holds) : Values.Flag(_compiled.Program.Evaluate(row), Expression);

    /// <summary>Whether it holds of a row, and until when that stands while nothing new is recorded.</summary>
    /// <param name="row">The row.</param>
    /// <param name="recheck">How long an answer is taken to stand where a change cannot be foreseen; a day unless stated.</param>
    /// <exception cref="InvalidOperationException">Rows of this type have no instant.</exception>
    public ReadingUntil<bool> HoldsUntil(T row, TimeSpan? recheck = null) => row is not null && _compiled.HasInstant && !(recheck <= TimeSpan.Zero) && _compiled.Program.TryTestForEver(row, out var holds)
        ? new(Reading.Known(holds), null)
        : _compiled.Timed(row, recheck, Values.Flag);

    /// <summary>What each part came to, for a row.</summary>
    public CelTrace Trace(T row) => _compiled.Program.Trace(row);

    /// <summary>Whether it holds of facts that are read from a row of its type; of other facts it is unknown (not declared).</summary>
    public override Reading<bool> Holds(IFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return RecordingFacts.Behind(facts) is RowFacts<T> rows
            ? Holds(rows.Row)
            : Reading.Unknown<bool>(new UnknownCause(_compiled.Expression.Canonical, UnknownKind.NotDeclared, $"the expression reads rows of {typeof(T).Name}, and these facts are read otherwise"));
    }

    /// <summary>The canonical text.</summary>
    public override string ToString() => Expression.Canonical;

    internal override DateTimeOffset? Until(IFacts facts, TimeSpan recheck) =>
        RecordingFacts.Behind(facts) is RowFacts<T> rows ? HoldsUntil(rows.Row, recheck).Until : null;

    private protected override IEnumerable<string> ReadNames() => Expression.Reads;
}

/// <summary>A condition that is an expression, whatever its rows.</summary>
internal interface ICelCondition
{
    /// <summary>The expression.</summary>
    CelExpression Expression { get; }
}
