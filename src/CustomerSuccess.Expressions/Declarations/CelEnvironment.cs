namespace CustomerSuccess.Expressions;

/// <summary>
/// What expressions may name: variables, record types, functions; and what they may cost. Immutable and safe to share between threads.
/// </summary>
public sealed class CelEnvironment
{
    private readonly Dictionary<string, CelVariable> _variables;
    private readonly Dictionary<string, CelRecordType> _records;
    private readonly Dictionary<string, CelFunction> _functions;

    internal CelEnvironment(IReadOnlyList<CelVariable> variables, IReadOnlyList<CelRecordType> records, IReadOnlyList<CelFunction> functions, CelLimits limits, bool widensIntegers, bool hasUnknownForms)
    {
        _variables = variables.ToDictionary(v => v.Name, StringComparer.Ordinal);
        _records = records.ToDictionary(r => r.Name, StringComparer.Ordinal);
        _functions = functions.ToDictionary(f => f.Name, StringComparer.Ordinal);
        Records = Array.AsReadOnly([.. records.OrderBy(r => r.Name, StringComparer.Ordinal)]);
        (Variables, Functions, Limits, WidensIntegers, HasUnknownForms) = (variables, functions, limits, widensIntegers, hasUnknownForms);
    }

    /// <summary>The declared variables, in ordinal order.</summary>
    public IReadOnlyList<CelVariable> Variables { get; }

    /// <summary>The declared record types, in ordinal order.</summary>
    public IReadOnlyList<CelRecordType> Records { get; }

    /// <summary>All functions, those of the language included, in ordinal order.</summary>
    public IReadOnlyList<CelFunction> Functions { get; }

    /// <summary>What an expression may be and cost.</summary>
    public CelLimits Limits { get; }

    /// <summary>Whether a whole number beside a double becomes one: <c>1 + 0.5</c>. The language itself asks for <c>double(1) + 0.5</c>.</summary>
    public bool WidensIntegers { get; }

    /// <summary>Whether <c>orElse(x, d)</c> and <c>known(x)</c> may be used.</summary>
    public bool HasUnknownForms { get; }

    /// <summary>The language itself, strict, without variables.</summary>
    public static CelEnvironment Standard { get; } = Declare().Build();

    /// <summary>Begins an environment.</summary>
    public static CelEnvironmentBuilder Declare() => new();

    /// <summary>Reads and checks an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="expected">The type that it must have; null for any.</param>
    /// <exception cref="CelException">It has mistakes; the exception has all of them, each with its place.</exception>
    public CelExpression Check(string text, CelType? expected = null)
    {
        var mistakes = Try(text, expected, isChecked: true, out var expression);
        return mistakes.Count == 0 ? expression : throw new CelException(text, mistakes);
    }

    /// <summary>Reads and checks an expression, and gives the mistakes instead of throwing.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="expected">The type that it must have; null for any.</param>
    /// <param name="expression">The expression; null where there are mistakes.</param>
    /// <returns>The mistakes, in the order of their places; empty where there are none.</returns>
    public IReadOnlyList<CelDiagnostic> TryCheck(string text, CelType? expected, out CelExpression? expression)
    {
        var mistakes = Try(text, expected, isChecked: true, out var found);
        expression = mistakes.Count == 0 ? found : null;
        return mistakes;
    }

    /// <summary>Reads an expression without checking types: what does not fit is then an error of the evaluation.</summary>
    /// <exception cref="CelException">It cannot be read.</exception>
    public CelExpression Read(string text)
    {
        var mistakes = Try(text, null, isChecked: false, out var expression);
        return mistakes.Count == 0 ? expression : throw new CelException(text, mistakes);
    }

    internal CelVariable? FindVariable(string name) => _variables.GetValueOrDefault(name);

    internal CelFunction? FindFunction(string name) => _functions.GetValueOrDefault(name);

    internal CelRecordType? FindRecord(string name) => _records.GetValueOrDefault(name);

    private IReadOnlyList<CelDiagnostic> Try(string text, CelType? expected, bool isChecked, out CelExpression expression)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mistakes = new MistakeList(new CelSource(text));
        var (root, count) = Parser.Parse(mistakes.Source, mistakes, this);
        expression = null!;
        if (mistakes.Any)
        {
            return mistakes.All;
        }

        var resolution = Checker.Run(this, root, count, expected, isChecked, mistakes);
        if (!mistakes.Any)
        {
            expression = new CelExpression(this, text, root, resolution);
            expression.CheckCost(mistakes);
        }

        return mistakes.All;
    }
}
