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
    public IReadOnlyList<CelFunction> Functions => _functions ??= Array.AsReadOnly(
        [.. Resolution.References.OfType<FunctionReference>().Select(f => f.Function).OfType<CelFunction>().Where(f => !f.IsStandard).DistinctBy(f => f.Name).OrderBy(f => f.Name, StringComparer.Ordinal)]);

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

    /// <summary>Evaluates it with values by name; what is not there is not known.</summary>
    public CelValue Evaluate(IReadOnlyDictionary<string, CelValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Compile(CelBinding.ByName).Evaluate(values);
    }

    /// <summary>The canonical text.</summary>
    public override string ToString() => Canonical;

    internal void CheckCost(MistakeList mistakes)
    {
        if (EstimatedCost > Environment.Limits.MaximumEstimate)
        {
            mistakes.Add("EX012", FormattableString.Invariant($"An evaluation may take about {EstimatedCost} steps, more than the {Environment.Limits.MaximumEstimate} that are allowed."), "Macros inside macros multiply: go through fewer elements.", Root);
        }
    }
}
