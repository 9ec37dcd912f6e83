using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>
/// A condition over named facts, with three answers: yes, no, and not known because of these causes. A deciding operand of
/// and/or wins; otherwise an unknown one makes the whole unknown, with the causes of all operands. Comparisons are exact.
/// Immutable and safe to share between threads.
/// </summary>
public abstract class FactCondition
{
    private protected FactCondition()
    {
    }

    /// <summary>The names that it reads, in ordinal order.</summary>
    public IReadOnlyList<string> Reads => [.. ReadNames().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether its text pins down what it computes: false where a lambda without a declared version is part of it.</summary>
    public virtual bool IsReproducible => true;

    /// <summary>What content hashes cover: the text, and what else tells what it computes.</summary>
    internal virtual string Signed => ToString()!;

    /// <summary>How a document writes it: the text of an expression, or an object.</summary>
    internal abstract object Written { get; }

    /// <summary>Whether every change of the answer is foreseen by <see cref="Until"/>: false where lambdas, named facts or what cannot be foreseen are part of it.</summary>
    internal virtual bool IsForeseen => false;

    /// <summary>What it reads beside named facts: measures over signals, and what was recorded before.</summary>
    internal virtual IEnumerable<object> Sources => [];

    /// <summary>Who may read what it reads.</summary>
    internal virtual LanguageStage Stage => LanguageStage.Facts;

    /// <summary>The named facts that it reads.</summary>
    internal virtual IEnumerable<string> NamedFacts => ReadNames();

    /// <summary>What it is made of.</summary>
    internal virtual ConditionKind Kind => ConditionKind.One;

    /// <summary>The conditions that it is made of; none of one that is not made of others.</summary>
    internal virtual IReadOnlyList<FactCondition> Operands => [];

    /// <summary>What each part of an expression came to; null of what is no expression, or reads other facts.</summary>
    internal virtual CelTrace? TraceOf(IFacts facts) => null;

    /// <summary>Both hold.</summary>
    public static FactCondition operator &(FactCondition left, FactCondition right) => Both(left, right, and: true);

    /// <summary>One of the two holds, or both.</summary>
    public static FactCondition operator |(FactCondition left, FactCondition right) => Both(left, right, and: false);

    /// <summary>It does not hold.</summary>
    public static FactCondition operator !(FactCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new NotCondition(condition);
    }

    /// <summary>The same as &amp;.</summary>
    public static FactCondition BitwiseAnd(FactCondition left, FactCondition right) => left & right;

    /// <summary>The same as |.</summary>
    public static FactCondition BitwiseOr(FactCondition left, FactCondition right) => left | right;

    /// <summary>The same as !.</summary>
    public static FactCondition LogicalNot(FactCondition condition) => !condition;

    /// <summary>A condition of one lambda. An exception makes it unknown (reader failed); cancellation flows.</summary>
    /// <param name="name">Its name, for messages and hashes. Not empty.</param>
    /// <param name="holds">Pure: the same facts give the same answer.</param>
    /// <param name="version">The version of the lambda; without one what depends on it is not reproducible.</param>
    public static FactCondition Of(string name, Func<IFacts, Reading<bool>> holds, string? version = null)
    {
        Fact.Check(name);
        ArgumentNullException.ThrowIfNull(holds);
        if (version is not null)
        {
            Fact.Check(version);
        }

        return new LambdaCondition(name, holds, version);
    }

    /// <summary>Whether it holds of these facts.</summary>
    public abstract Reading<bool> Holds(IFacts facts);

    /// <summary>When the answer may next be another, if nothing new is recorded; null for never.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="recheck">How long what cannot be foreseen is taken to stand.</param>
    internal abstract DateTimeOffset? Until(IFacts facts, TimeSpan recheck);

    private protected abstract IEnumerable<string> ReadNames();

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;

    internal static Reading<bool> Decide(Reading<bool> left, Reading<bool> right, bool and)
    {
        if ((left.IsKnown && left.Value != and) || (right.IsKnown && right.Value != and))
        {
            return Reading.Known(!and);
        }

        return left.IsKnown && right.IsKnown
            ? Reading.Known(and)
            : Reading.Unknown<bool>([.. left.Causes.Concat(right.Causes).Distinct().OrderBy(c => c.ToString(), StringComparer.Ordinal)]);
    }

    private static BothCondition Both(FactCondition left, FactCondition right, bool and)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(left, right, and);
    }

    private sealed class BothCondition(FactCondition left, FactCondition right, bool and) : FactCondition
    {
        public override bool IsReproducible => left.IsReproducible && right.IsReproducible;

        internal override ConditionKind Kind => and ? ConditionKind.All : ConditionKind.Any;

        internal override IReadOnlyList<FactCondition> Operands => [.. PartsOf(and)];

        public override Reading<bool> Holds(IFacts facts) => Decide(left.Holds(facts), right.Holds(facts), and);

        // a & b & c is one list, however long: it reads back as the same.
        private IEnumerable<FactCondition> PartsOf(bool isAnd) => and != isAnd ? [this] : (left is BothCondition both ? both.PartsOf(isAnd) : [left]).Append(right);

        public override string ToString() => $"({left} {(and ? "and" : "or")} {right})";

        internal override bool IsForeseen => left.IsForeseen && right.IsForeseen;

        internal override (FactCondition Left, FactCondition? Right, bool IsAnd)? Parts => (left, right, and);

        internal override object Written => new Dictionary<string, object>(StringComparer.Ordinal) { [and ? "all" : "any"] = PartsOf(and).Select(p => p.Written).ToArray() };

        internal override string Signed => $"({left.Signed} {(and ? "and" : "or")} {right.Signed})";

        internal override IEnumerable<object> Sources => left.Sources.Concat(right.Sources);

        internal override LanguageStage Stage => left.Stage > right.Stage ? left.Stage : right.Stage;

        internal override IEnumerable<string> NamedFacts => left.NamedFacts.Concat(right.NamedFacts);

        internal override DateTimeOffset? Until(IFacts facts, TimeSpan recheck) => Earlier(left.Until(facts, recheck), right.Until(facts, recheck));

        private protected override IEnumerable<string> ReadNames() => left.ReadNames().Concat(right.ReadNames());
    }

    private sealed class NotCondition(FactCondition inner) : FactCondition
    {
        public override bool IsReproducible => inner.IsReproducible;

        internal override ConditionKind Kind => ConditionKind.Not;

        internal override IReadOnlyList<FactCondition> Operands => [inner];

        public override Reading<bool> Holds(IFacts facts)
        {
            var reading = inner.Holds(facts);
            return reading.IsKnown ? Reading.Known(!reading.Value) : reading;
        }

        public override string ToString() => $"not {inner}";

        internal override bool IsForeseen => inner.IsForeseen;

        internal override (FactCondition Left, FactCondition? Right, bool IsAnd)? Parts => (inner, null, false);

        internal override object Written => new Dictionary<string, object>(StringComparer.Ordinal) { ["not"] = inner.Written };

        internal override string Signed => $"not {inner.Signed}";

        internal override IEnumerable<object> Sources => inner.Sources;

        internal override LanguageStage Stage => inner.Stage;

        internal override IEnumerable<string> NamedFacts => inner.NamedFacts;

        internal override DateTimeOffset? Until(IFacts facts, TimeSpan recheck) => inner.Until(facts, recheck);

        private protected override IEnumerable<string> ReadNames() => inner.ReadNames();
    }

    /// <summary>What a condition is made of: two joined, or one negated; null of one that stands alone.</summary>
    internal virtual (FactCondition Left, FactCondition? Right, bool IsAnd)? Parts => null;

    /// <summary>Of a condition of one lambda its name and version; otherwise null.</summary>
    internal virtual (string Name, string? Version)? Lambda => null;

    private sealed class LambdaCondition(string name, Func<IFacts, Reading<bool>> holds, string? version) : FactCondition
    {
        public override bool IsReproducible => version is not null;

        internal override (string Name, string? Version)? Lambda => (name, version);

        public override Reading<bool> Holds(IFacts facts)
        {
            ArgumentNullException.ThrowIfNull(facts);
            try
            {
                return holds(facts);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return Reading.Unknown<bool>(new UnknownCause(name, UnknownKind.ReaderFailed, $"{e.GetType().Name}: {e.Message}"));
            }
        }

        internal override DateTimeOffset? Until(IFacts facts, TimeSpan recheck) =>
            RecordingFacts.Behind(facts) is IForeseenFacts foreseen ? IForeseenFacts.Later(foreseen.AsOf, recheck) : null;

        internal override object Written => new Dictionary<string, object>(StringComparer.Ordinal) { ["reader"] = $"{name}@{version ?? "?"}" };

        internal override IEnumerable<object> Sources => [holds];

        // Quoted: no name looks like another condition.
        public override string ToString() => $"{Fact.Quoted(name)}@{(version is null ? "?" : Fact.Quoted(version))}";

        private protected override IEnumerable<string> ReadNames() => [];
    }
}

/// <summary>What a condition is made of.</summary>
internal enum ConditionKind
{
    /// <summary>Nothing: it is one comparison, one flag, one lambda.</summary>
    One,

    /// <summary>All of its operands hold.</summary>
    All,

    /// <summary>One of its operands holds, or more.</summary>
    Any,

    /// <summary>Its operand does not hold.</summary>
    Not,
}
