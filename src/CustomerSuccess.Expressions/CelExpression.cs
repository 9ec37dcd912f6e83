using System.Collections.ObjectModel;

namespace CustomerSuccess.Expressions;

/// <summary>An expression that was read and checked: a condition as data. Immutable and safe to share between threads.</summary>
public sealed class CelExpression
{
    // Made when they are first asked for; two threads that ask at once make the same.
    private string? _canonical;
    private IReadOnlyList<string>? _reads;
    private IReadOnlyList<CelFunction>? _functions;

    internal CelExpression(CelEnvironment environment, string text, CelNode root, Resolution resolution)
    {
        (Environment, Text, Root, Resolution) = (environment, text, root, resolution);
        EstimatedCost = CelCost.Of(root);
    }

    /// <summary>What it may name.</summary>
    public CelEnvironment Environment { get; }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>The canonical text: what content hashes cover.</summary>
    public string Canonical => _canonical ??= Root.ToString();

    /// <summary>The tree.</summary>
    public CelNode Root { get; }

    /// <summary>The type of its result.</summary>
    public CelType Type => Resolution.TypeOf(Root);

    /// <summary>The variables that it reads, and of records the fields: <c>customer.plan</c>. Sorted.</summary>
    public IReadOnlyList<string> Reads => _reads ??= Array.AsReadOnly([.. Reading.Of(Root, Resolution).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <summary>The host's functions that it calls, by name.</summary>
    public IReadOnlyList<CelFunction> Functions => _functions ??= OfHost();

    /// <summary>About how many steps an evaluation takes at most; a list of the host is taken to have 1,000 elements.</summary>
    public long EstimatedCost { get; }

    internal Resolution Resolution { get; }

    /// <summary>The type of a part.</summary>
    public CelType TypeOf(CelNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Resolution.TypeOf(node);
    }

    /// <summary>Makes it ready to run over rows of the host.</summary>
    /// <exception cref="ArgumentException">The binding does not have a variable that it reads.</exception>
    public CelProgram<T> Compile<T>(CelBinding<T> binding)
    {
        ArgumentNullException.ThrowIfNull(binding);
        return new(this, binding);
    }

    /// <summary>The value of a part that reads nothing: made of literals and pure functions. False where it reads something, or has no value.</summary>
    public bool TryConstant(CelNode node, out CelValue value)
    {
        ArgumentNullException.ThrowIfNull(node);
        value = new NodeBuilder<IReadOnlyDictionary<string, CelValue>>(this, new(this, CelBinding.ByName), isTraced: false).Build(node) is ConstantNode constant ? constant.Value : CelValue.Null;
        return value.Kind != CelKind.Null;
    }

    /// <summary>A mistake that the host finds in a part, beyond what types tell.</summary>
    /// <param name="code">The host's stable code. Not empty.</param>
    /// <param name="message">What is wrong, naming the thing.</param>
    /// <param name="cure">What to do about it; may be empty.</param>
    /// <param name="at">The part.</param>
    public CelDiagnostic Mistake(string code, string message, string cure, CelNode at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        ArgumentNullException.ThrowIfNull(cure);
        ArgumentNullException.ThrowIfNull(at);
        return new(code, message, cure, new CelSource(Text), at.Start, at.End);
    }

    /// <summary>The declared variable that a part names; null where it is something else.</summary>
    public CelVariable? VariableOf(CelNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return (Resolution.Of(node) as VariableReference)?.Variable;
    }

    /// <summary>Evaluates it with values by name; what is not there is not known.</summary>
    public CelValue Evaluate(IReadOnlyDictionary<string, CelValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Compile(CelBinding.ByName).Evaluate(values);
    }

    /// <summary>The canonical text.</summary>
    public override string ToString() => Canonical;

    private ReadOnlyCollection<CelFunction> OfHost()
    {
        List<CelFunction>? found = null;
        foreach (var reference in Resolution.References)
        {
            if (reference is FunctionReference { Function: { IsStandard: false } function } && found?.Contains(function) != true)
            {
                (found ??= []).Add(function);
            }
        }

        return found is null ? ReadOnlyCollection<CelFunction>.Empty : Array.AsReadOnly([.. found.DistinctBy(f => f.Name).OrderBy(f => f.Name, StringComparer.Ordinal)]);
    }

    internal void CheckCost(MistakeList mistakes)
    {
        if (EstimatedCost > Environment.Limits.MaximumEstimate)
        {
            mistakes.Add("EX012", FormattableString.Invariant($"An evaluation may take about {EstimatedCost} steps, more than the {Environment.Limits.MaximumEstimate} that are allowed."), "Macros inside macros multiply: go through fewer elements.", Root);
        }
    }
}
