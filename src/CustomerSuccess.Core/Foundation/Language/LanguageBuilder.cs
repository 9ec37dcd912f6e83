using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>Declares what expressions over a row type may name. Not safe to use from several threads.</summary>
/// <typeparam name="T">The row type.</typeparam>
public sealed class LanguageBuilder<T>
{
    private readonly LanguageDraft<T> _draft = new();
    private readonly List<LanguagePart<T>> _parts = [];
    private bool _isBuilt;

    internal LanguageBuilder()
    {
        Durations.AddTo(_draft.Environment);
        NumberLists.AddTo(_draft.Environment);
        OnlyIf.AddTo(_draft.Environment);
    }

    internal DiagnosticList Found => _draft.Found;

    /// <summary>A number; null and NaN are not given.</summary>
    /// <param name="name">The name: letters, digits and underscores, also several with dots between: <c>usage.logins</c>.</param>
    /// <param name="read">Reads it. A lambda that throws gives an unknown.</param>
    /// <param name="version">The version of the lambda. Raise it when the lambda changes: without one what reads it is not reproducible.</param>
    /// <param name="description">What it is, for a person.</param>
    public LanguageBuilder<T> Number(string name, Func<T, double?> read, string? version = null, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(new NumberVariable<T>(Checked(name), read, version, _draft), CelType.Double, description);
    }

    /// <summary>A yes or no; null is not given.</summary>
    /// <inheritdoc cref="Number" />
    public LanguageBuilder<T> Flag(string name, Func<T, bool?> read, string? version = null, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(new ValueVariable<T>(Checked(name), row => read(row) is { } flag ? CelValue.Of(flag) : null, version, _draft), CelType.Bool, description);
    }

    /// <summary>A text; null is not given.</summary>
    /// <inheritdoc cref="Number" />
    public LanguageBuilder<T> Text(string name, Func<T, string?> read, string? version = null, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(new ValueVariable<T>(Checked(name), row => read(row) is { } text ? CelValue.Of(text) : null, version, _draft), CelType.String, description);
    }

    /// <summary>An instant; null is not given.</summary>
    /// <inheritdoc cref="Number" />
    public LanguageBuilder<T> Instant(string name, Func<T, DateTimeOffset?> read, string? version = null, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(new ValueVariable<T>(Checked(name), row => read(row) is { } instant ? CelValue.Of(instant) : null, version, _draft), CelType.Timestamp, description);
    }

    /// <summary>The readers of a vocabulary: expressions and strategies then read the same. A name that is none of the language has an underscore for each character that may not stand in one: <c>active seats</c> is <c>active_seats</c>.</summary>
    public LanguageBuilder<T> Facts(Vocabulary<T> vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        foreach (var reader in vocabulary.All)
        {
            var type = reader.Kind switch { FactKind.Number => CelType.Double, FactKind.Flag => CelType.Bool, _ => CelType.String };
            Add(new FactVariable<T>(LanguageNames.Of(reader.Name), reader), type, null);
        }

        return this;
    }

    /// <summary>A function. Expressions can call what is declared so, and nothing else of the host. A name may have several signatures, of one version.</summary>
    /// <param name="name">The name. Not one of the language.</param>
    /// <param name="parameters">The types of the parameters, the one that it is called on first.</param>
    /// <param name="result">The type of the result.</param>
    /// <param name="body">What it does. Arguments are known values of the declared types; what it throws is an error of the evaluation, which makes what reads it unknown.</param>
    /// <param name="options">Its version, purity, and what else there is to say.</param>
    public LanguageBuilder<T> Function(string name, IReadOnlyList<CelType> parameters, CelType result, CelFunctionBody body, CelFunctionOptions? options = null)
    {
        _draft.Environment.Function(name, parameters, result, body, options);
        _draft.HostFunctions.Add(name);
        return this;
    }

    /// <summary>What an expression may be and cost.</summary>
    public LanguageBuilder<T> Limits(CelLimits limits)
    {
        _draft.Environment.Limits(limits);
        return this;
    }

    /// <summary>Checks the declarations and gives the language. A builder gives one.</summary>
    /// <exception cref="ConfigurationException">Two things share a name, or one has none of the language; the exception has all such mistakes.</exception>
    /// <exception cref="InvalidOperationException">It was built already, or tried to be.</exception>
    public Language<T> Build()
    {
        if (_isBuilt)
        {
            throw new InvalidOperationException("This builder has given its language. Begin another for another.");
        }

        _isBuilt = true;
        foreach (var part in _parts)
        {
            part.Declare(_draft);
        }

        _draft.Found.ThrowIfAny();
        return new(_draft);
    }

    internal LanguageBuilder<T> With<TPart>(Action<TPart> add)
        where TPart : LanguagePart<T>, new()
    {
        var part = _parts.OfType<TPart>().FirstOrDefault();
        if (part is null)
        {
            _parts.Add(part = new());
        }

        add(part);
        return this;
    }

    private LanguageBuilder<T> Add(CelReader<T> reader, CelType type, string? description)
    {
        _draft.Add(reader, type, description);
        return this;
    }

    private string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        LanguageNames.Check(name, $"language/{name}", _draft.Found);
        return name;
    }
}
