namespace CustomerSuccess.Expressions;

/// <summary>Declares what expressions may name. Not safe to use from several threads.</summary>
public sealed class CelEnvironmentBuilder
{
    private static readonly Dictionary<string, CelFunction> Standard = StandardLibrary.Functions.ToDictionary(f => f.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, CelVariable> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CelRecordType> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CelOverload>> _functions = new(StringComparer.Ordinal);
    private CelLimits _limits = CelLimits.Default;
    private bool _widens;
    private bool _hasUnknownForms;

    internal CelEnvironmentBuilder()
    {
    }

    /// <summary>A variable.</summary>
    /// <param name="name">The name; it may hold dots. Not empty, and not there yet.</param>
    /// <param name="type">The type.</param>
    /// <param name="description">What it is, for a person; null for nothing.</param>
    /// <exception cref="ArgumentException">The name is empty or there already.</exception>
    public CelEnvironmentBuilder Variable(string name, CelType type, string? description = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(type);
        return _variables.TryAdd(name, new(name, type, description)) ? this : throw Twice("variable", name);
    }

    /// <summary>A record type, so that expressions may read the fields of values of it.</summary>
    /// <exception cref="ArgumentException">There is a record type of that name already, and it is another.</exception>
    public CelEnvironmentBuilder Record(CelRecordType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return _records.TryAdd(type.Name, type) || _records[type.Name] == type ? this : throw Twice("record type", type.Name);
    }

    /// <summary>A function of the host. A name may have several signatures, of one version.</summary>
    /// <param name="name">The name. Not empty, and not one of the language.</param>
    /// <param name="parameters">The types of the parameters, the one that it is called on first.</param>
    /// <param name="result">The type of the result.</param>
    /// <param name="body">What it does.</param>
    /// <param name="options">What else there is to say; null for a pure function that is not called on anything.</param>
    /// <exception cref="ArgumentException">The name is empty or one of the language, a receiver has no parameter, the signature is there already, or another signature of the name has another version.</exception>
    public CelEnvironmentBuilder Function(string name, IReadOnlyList<CelType> parameters, CelType result, CelFunctionBody body, CelFunctionOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(body);
        options ??= CelFunctionOptions.Usual;
        if (options.IsReceiver && parameters.Count == 0)
        {
            throw new ArgumentException($"The function '{name}' is called on its first parameter, and it has none.", nameof(parameters));
        }

        if (options.KeepsOrder && parameters.Count != 1)
        {
            throw new ArgumentException($"The function '{name}' keeps order, and it has not one parameter.", nameof(parameters));
        }

        if (Standard.ContainsKey(name) || name is Macros.Has or Operators.OrElse or Operators.Known)
        {
            throw new ArgumentException($"'{name}' belongs to the language. Name the function differently.", nameof(name));
        }

        var overload = new CelOverload(name, options.IsReceiver, Array.AsReadOnly([.. parameters]), result, body, options);
        if (!_functions.TryGetValue(name, out var overloads))
        {
            _functions[name] = overloads = [];
        }
        else if (overloads[0].Options.Version != options.Version)
        {
            throw new ArgumentException($"The function '{name}' has a signature of version '{overloads[0].Options.Version}' already, and this one is of '{options.Version}'. Give all of them one version.", nameof(options));
        }
        else if (overloads.Exists(o => o.IsReceiver == overload.IsReceiver && o.Parameters.SequenceEqual(overload.Parameters)))
        {
            throw Twice("function", overload.ToString());
        }

        overloads.Add(overload);
        return this;
    }

    /// <summary>A whole number beside a double becomes one: <c>1 + 0.5</c>.</summary>
    public CelEnvironmentBuilder WidenIntegers()
    {
        _widens = true;
        return this;
    }

    /// <summary><c>orElse(x, d)</c>, which is d where x is unknown, and <c>known(x)</c>, which tells whether it is not, may be used.</summary>
    public CelEnvironmentBuilder UnknownForms()
    {
        _hasUnknownForms = true;
        return this;
    }

    /// <summary>What an expression may be and cost.</summary>
    public CelEnvironmentBuilder Limits(CelLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _limits = limits;
        return this;
    }

    /// <summary>Gives the environment.</summary>
    public CelEnvironment Build() => new(
        Array.AsReadOnly([.. _variables.Values.OrderBy(v => v.Name, StringComparer.Ordinal)]),
        [.. _records.Values],
        Array.AsReadOnly([.. Standard.Values.Concat(_functions.Select(f => new CelFunction(f.Key, Array.AsReadOnly([.. f.Value])))).OrderBy(f => f.Name, StringComparer.Ordinal)]),
        _limits,
        _widens,
        _hasUnknownForms);

    private static ArgumentException Twice(string what, string name) => new($"There is a {what} '{name}' already. Rename one.", nameof(name));
}
