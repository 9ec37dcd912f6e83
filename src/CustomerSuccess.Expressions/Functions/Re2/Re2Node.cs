namespace CustomerSuccess.Expressions;

/// <summary>A part of a pattern that was read. Groups are gone: only yes or no is asked. Immutable.</summary>
internal abstract class Re2Node
{
    public static Re2Node Empty { get; } = new Re2Sequence([]);

    /// <summary>How often the innermost part is written at most where counted repetitions are nested.</summary>
    public virtual int Repeats => 1;

    /// <summary>Whether it can only match from where the text begins: what comes after may ask for that, too.</summary>
    public virtual bool IsAnchored => false;
}

/// <summary>One code point of a set.</summary>
internal sealed class Re2Class(CodePointSet set) : Re2Node
{
    public CodePointSet Set => set;
}

/// <summary>A place between code points.</summary>
internal sealed class Re2Place(Re2Assertion assertion) : Re2Node
{
    public Re2Assertion Assertion => assertion;

    public override bool IsAnchored => assertion == Re2Assertion.TextStart;
}

/// <summary>One part after the other.</summary>
internal sealed class Re2Sequence(Re2Node[] parts) : Re2Node
{
    public IReadOnlyList<Re2Node> Parts => parts;

    public override int Repeats { get; } = parts.Aggregate(1, (most, p) => Math.Max(most, p.Repeats));

    public override bool IsAnchored { get; } = parts.Any(p => p.IsAnchored);
}

/// <summary>One of at least two branches.</summary>
internal sealed class Re2Choice(Re2Node[] branches) : Re2Node
{
    public IReadOnlyList<Re2Node> Branches => branches;

    public override int Repeats { get; } = branches.Max(b => b.Repeats);

    public override bool IsAnchored { get; } = branches.All(b => b.IsAnchored);
}

/// <summary>A part, at least so often (from 0) and at most so often (from 1; <see cref="Unbounded"/> for as often as it likes).</summary>
internal sealed class Re2Repetition(Re2Node part, int least, int most) : Re2Node
{
    public const int Unbounded = -1;

    public Re2Node Part => part;

    public int Least => least;

    public int Most => most;

    public override int Repeats { get; } = part.Repeats * (Math.Max(1, Math.Max(least, most)));

    public override bool IsAnchored { get; } = least > 0 && part.IsAnchored;
}
