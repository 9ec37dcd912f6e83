using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>Begins languages.</summary>
public static class Language
{
    /// <summary>Begins the language of expressions over a row type: what they may name.</summary>
    /// <typeparam name="T">The host's row type, or <see cref="CustomerFacts"/>.</typeparam>
    public static LanguageBuilder<T> For<T>() => new();
}

/// <summary>
/// What expressions over a row type may name, and how that is read: expressions are checked against it and become measures,
/// conditions and texts that stand wherever a lambda could. Immutable and safe to share between threads, as far as the host's
/// lambdas are.
/// </summary>
/// <typeparam name="T">The row type.</typeparam>
public sealed class Language<T>
{
    private readonly LanguageDraft<T> _draft;

    internal Language(LanguageDraft<T> draft)
    {
        _draft = draft;
        Environment = draft.Environment.Build();
        Binding = draft.Bind();
    }

    /// <summary>Variables, record types and functions.</summary>
    public CelEnvironment Environment { get; }

    internal CelBinding<T> Binding { get; }

    internal Func<T, DateTimeOffset>? InstantOf => _draft.InstantOf;

    /// <summary>A condition.</summary>
    /// <param name="text">The expression, of type bool.</param>
    /// <exception cref="ConfigurationException">It has mistakes; the exception has all of them, each with its place and cure.</exception>
    public ConditionExpression<T> Condition(string text) => new(Check(text, CelType.Bool), this);

    /// <summary>A number.</summary>
    /// <param name="text">The expression, of type double, or int, which becomes one.</param>
    /// <exception cref="ConfigurationException">It has mistakes; the exception has all of them, each with its place and cure.</exception>
    public NumberExpression<T> Number(string text) => new(Check(text, CelType.Double), this);

    /// <summary>A text.</summary>
    /// <param name="text">The expression, of type string.</param>
    /// <exception cref="ConfigurationException">It has mistakes; the exception has all of them, each with its place and cure.</exception>
    public TextExpression<T> Text(string text) => new(Check(text, CelType.String), this);

    /// <summary>The reader of what is read as a whole though it is written in parts; null where a part is none.</summary>
    internal CelReader<T>? Recognise(CelExpression expression, CelNode node) => _draft.Recognised(expression, node);

    /// <summary>Whether a function is one that the host has declared.</summary>
    internal bool IsOfHost(string function) => _draft.HostFunctions.Contains(function);

    /// <summary>Which stage may first read what an expression reads.</summary>
    internal LanguageStage StageOf(CelExpression expression, out string? name)
    {
        (var stage, name) = (LanguageStage.Facts, null);
        if (!_draft.HasStages)
        {
            return stage;
        }

        foreach (var read in expression.Reads)
        {
            if (_draft.StageOf(read) is var needed && needed > stage)
            {
                (stage, name) = (needed, read);
            }
        }

        return stage;
    }

    private CelExpression Check(string text, CelType type)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mistakes = Environment.TryCheck(text, type, out var expression);
        if (expression is not null && _draft.Checks.Count > 0)
        {
            mistakes = [.. _draft.Checks.SelectMany(c => c(expression))];
        }

        return mistakes.Count == 0 ? expression! : throw new ConfigurationException([.. mistakes.Select(Diagnose)]);
    }

    private static Diagnostic Diagnose(CelDiagnostic mistake) => new(mistake.Code, "expression", mistake.Message, mistake.Cure.Length > 0 ? mistake.Cure : "Correct it there.")
    {
        Line = mistake.Line,
        Column = mistake.Column,
        Marked = mistake.Marked,
    };
}

/// <summary>Along the line of features, what reads a name earliest. What stands further right is not there yet.</summary>
internal enum LanguageStage
{
    /// <summary>Customers and signals: everyone may read them.</summary>
    Facts,

    /// <summary>Segments: other segments that are asked later, plans, and health.</summary>
    Segments,

    /// <summary>Plans: health.</summary>
    Plans,

    /// <summary>Health: rules.</summary>
    Health,
}
