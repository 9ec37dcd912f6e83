using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>
/// A text written as an expression, or unknown because of these causes. It stands wherever a lambda could. Immutable and safe
/// to share between threads, as far as the host's lambdas are.
/// </summary>
/// <typeparam name="T">The row type.</typeparam>
public sealed class TextExpression<T>
{
    private readonly CompiledExpression<T> _compiled;

    internal TextExpression(CelExpression expression, Language<T> language) => _compiled = new(expression, language);

    /// <summary>The expression: text, canonical text, tree, what it reads.</summary>
    public CelExpression Expression => _compiled.Expression;

    /// <summary>Whether its text pins down what it computes: false where a lambda or function without a declared version is part of it.</summary>
    public bool IsReproducible => _compiled.IsReproducible;

    /// <summary>The parts of which it cannot be foreseen when they change. Empty where every change is foreseen.</summary>
    public IReadOnlyList<string> Opaque => _compiled.Opaque;

    internal CompiledExpression<T> Compiled => _compiled;

    internal IEnumerable<object> Sources => _compiled.Sources;

    /// <summary>Reads the text from a row.</summary>
    public Reading<string> Read(T row) => Values.Text(_compiled.Program.Evaluate(row), Expression);

    /// <summary>Reads the text, and until when it stands while nothing new is recorded.</summary>
    /// <param name="row">The row.</param>
    /// <param name="recheck">How long a value is taken to stand where a change cannot be foreseen; a day unless stated.</param>
    /// <exception cref="InvalidOperationException">Rows of this type have no instant.</exception>
    public ReadingUntil<string> ReadUntil(T row, TimeSpan? recheck = null) => _compiled.Timed(row, recheck, Values.Text);

    /// <summary>What each part came to, for a row.</summary>
    public CelTrace Trace(T row) => _compiled.Program.Trace(row);

    /// <summary>The canonical text.</summary>
    public override string ToString() => Expression.Canonical;
}
