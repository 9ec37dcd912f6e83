namespace CustomerSuccess.Expressions;

/// <summary>
/// A part of an expression as it was written: what a condition is as data. Comparable by its canonical text. Immutable.
/// </summary>
public abstract class CelNode
{
    private protected CelNode(int id, int start, int end) => (Id, Start, End) = (id, start, end);

    /// <summary>Its number within the expression, from 0; parents have larger ones than their parts.</summary>
    public int Id { get; }

    /// <summary>Where it begins: UTF-16 units from the start of the text.</summary>
    public int Start { get; }

    /// <summary>Where it ends, excluded.</summary>
    public int End { get; }

    /// <summary>How many levels there are, this one included.</summary>
    internal int Depth { get; private protected init; } = 1;

    /// <summary>Its parts, in the order of the text.</summary>
    public abstract IReadOnlyList<CelNode> Parts { get; }

    /// <summary>The canonical text: the same for expressions that differ in blanks, comments, quotes and unneeded parentheses only.</summary>
    public override string ToString() => CanonicalText.Of(this);

    private protected static int DepthOver(IReadOnlyList<CelNode> parts)
    {
        var deepest = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            deepest = Math.Max(deepest, parts[i].Depth);
        }

        return deepest + 1;
    }
}

/// <summary>A literal. Immutable.</summary>
public sealed class CelLiteral : CelNode
{
    internal CelLiteral(int id, int start, int end, CelValue value)
        : base(id, start, end) => Value = value;

    /// <summary>The value: null, a yes or no, a number, a text or octets.</summary>
    public CelValue Value { get; }

    /// <inheritdoc />
    public override IReadOnlyList<CelNode> Parts => [];
}

/// <summary>A name that stands by itself: a variable, a type, or what a macro names. Immutable.</summary>
public sealed class CelName : CelNode
{
    internal CelName(int id, int start, int end, string name, bool isRooted = false)
        : base(id, start, end) => (Name, IsRooted) = (name, isRooted);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Whether a dot stands before it: then no name of a macro is meant.</summary>
    public bool IsRooted { get; }

    /// <inheritdoc />
    public override IReadOnlyList<CelNode> Parts => [];
}

/// <summary>A field of something: <c>x.name</c>, or <c>has(x.name)</c>. Immutable.</summary>
public sealed class CelSelect : CelNode
{
    internal CelSelect(int id, int start, int end, CelNode operand, string field, bool isTest, int fieldStart)
        : base(id, start, end) => (Operand, Field, IsTest, FieldStart, Depth) = (operand, field, isTest, fieldStart, operand.Depth + 1);

    /// <summary>What the field is of.</summary>
    public CelNode Operand { get; }

    /// <summary>The field's name.</summary>
    public string Field { get; }

    /// <summary>Whether it asks only whether the field is there.</summary>
    public bool IsTest { get; }

    /// <inheritdoc />
    public override IReadOnlyList<CelNode> Parts => [Operand];

    internal int FieldStart { get; }
}

/// <summary>A call of a function or an operator. Operators are functions named <c>_+_</c>, <c>!_</c>, <c>_[_]</c>, <c>_?_:_</c>; chains of <c>&amp;&amp;</c> and <c>||</c> are one call. Immutable.</summary>
public sealed class CelCall : CelNode
{
    internal CelCall(int id, int start, int end, string function, CelNode? target, IReadOnlyList<CelNode> arguments, int nameStart)
        : base(id, start, end)
    {
        (Function, Target, Arguments, NameStart) = (function, target, arguments, nameStart);
        Parts = target is null ? arguments : Array.AsReadOnly([target, .. arguments]);
        Depth = DepthOver(Parts);
    }

    /// <summary>The function's name.</summary>
    public string Function { get; }

    /// <summary>What the function is called on: <c>x</c> of <c>x.f(…)</c>; null where it stands by itself.</summary>
    public CelNode? Target { get; }

    /// <summary>The arguments, without the target.</summary>
    public IReadOnlyList<CelNode> Arguments { get; }

    /// <inheritdoc />
    public override IReadOnlyList<CelNode> Parts { get; }

    internal int NameStart { get; }
}

/// <summary>A list: <c>[a, b]</c>. Immutable.</summary>
public sealed class CelListLiteral : CelNode
{
    internal CelListLiteral(int id, int start, int end, IReadOnlyList<CelNode> items)
        : base(id, start, end) => (Parts, Depth) = (items, DepthOver(items));

    /// <inheritdoc />
    public override IReadOnlyList<CelNode> Parts { get; }
}

/// <summary>A map: <c>{k: v}</c>. Its parts are key, value, key, value. Immutable.</summary>
public sealed class CelMapLiteral : CelNode
{
    internal CelMapLiteral(int id, int start, int end, IReadOnlyList<CelNode> keysAndValues)
        : base(id, start, end) => (Parts, Depth) = (keysAndValues, DepthOver(keysAndValues));

    /// <inheritdoc />
    public override IReadOnlyList<CelNode> Parts { get; }
}

/// <summary>A macro over the elements of a list or map: <c>xs.all(x, p)</c>. Immutable.</summary>
public sealed class CelComprehension : CelNode
{
    internal CelComprehension(int id, int start, int end, CelMacro macro, string written, CelNode range, string first, string? second, CelNode? filter, CelNode body)
        : base(id, start, end)
    {
        (Macro, Written, Range, First, Second, Filter, Body) = (macro, written, range, first, second, filter, body);
        Parts = filter is null ? [range, body] : [range, filter, body];
        Depth = DepthOver(Parts);
    }

    /// <summary>Which macro.</summary>
    public CelMacro Macro { get; }

    /// <summary>What the elements are taken of.</summary>
    public CelNode Range { get; }

    /// <summary>The name of the element; with a <see cref="Second"/>, of its index or key.</summary>
    public string First { get; }

    /// <summary>The name of the element's value, of the forms with two names; otherwise null.</summary>
    public string? Second { get; }

    /// <summary>Which elements count, of the forms that transform and filter; otherwise null.</summary>
    public CelNode? Filter { get; }

    /// <summary>The condition, or what each element becomes.</summary>
    public CelNode Body { get; }

    /// <inheritdoc />
    public override IReadOnlyList<CelNode> Parts { get; }

    internal string Written { get; }
}

/// <summary>The macros over elements.</summary>
public enum CelMacro
{
    /// <summary>The condition holds of every element.</summary>
    All,

    /// <summary>It holds of one or more.</summary>
    Exists,

    /// <summary>It holds of exactly one.</summary>
    ExistsOne,

    /// <summary>The elements of which it holds.</summary>
    Filter,

    /// <summary>What each element becomes, as a list.</summary>
    Map,

    /// <summary>What each value becomes, as a map under the same keys.</summary>
    TransformMap,

    /// <summary>A map of the entries that each element becomes.</summary>
    TransformMapEntry,
}

/// <summary>Something that could not be read; a mistake stands for it.</summary>
internal sealed class CelBroken(int id, int start, int end) : CelNode(id, start, end)
{
    public override IReadOnlyList<CelNode> Parts => [];
}
