using System.Text;
using CustomerSuccess.Expressions;

namespace CustomerSuccess;

/// <summary>A checked expression made ready to run over rows, and what is to be said of it. Immutable.</summary>
internal sealed class CompiledExpression<T>
{
    private static readonly TimeSpan UsualRecheck = TimeSpan.FromDays(1);

    private readonly Language<T> _language;
    private IReadOnlyList<string>? _opaque;
    private readonly Func<T, DateTimeOffset>? _instantOf;

    public CompiledExpression(CelExpression expression, Language<T> language)
    {
        (Expression, _language, _instantOf) = (expression, language, language.InstantOf);
        Program = expression.Compile(language.Binding);
        Stage = language.StageOf(expression, out var latest);
        Latest = latest;
        ISignedReader[] readers = [.. Program.Readers.OfType<ISignedReader>()];
        Sources = [.. readers.Select(r => r.Source).OfType<object>(), .. expression.Functions.Where(f => language.IsOfHost(f.Name)).Select(f => new FunctionSource(f.Name))];
        IsReproducible = Array.TrueForAll(readers, r => r.IsReproducible) && expression.Functions.All(f => f.Version is not null);
        Signed = Sign(expression, readers);
    }

    private static string Sign(CelExpression expression, ISignedReader[] readers)
    {
        var signed = Array.ConvertAll(readers, r => r.Signed);
        Array.Sort(signed, StringComparer.Ordinal);
        var text = new StringBuilder(expression.Canonical);
        for (var i = 0; i < signed.Length; i++)
        {
            if (i == 0 || signed[i] != signed[i - 1])
            {
                text.Append(" | ").Append(signed[i]);
            }
        }

        foreach (var function in expression.Functions)
        {
            text.Append(" | ").Append(function.Name).Append("()@").Append(function.Version is null ? "?" : Fact.Quoted(function.Version));
        }

        return text.ToString();
    }

    public CelExpression Expression { get; }

    public CelProgram<T> Program { get; }

    /// <summary>What content hashes cover.</summary>
    public string Signed { get; }

    public bool IsReproducible { get; }

    /// <summary>What stands behind what it reads.</summary>
    public IReadOnlyList<object> Sources { get; }

    /// <summary>The same, to be put behind a reader.</summary>
    public ExpressionSources Source => new(Signed, Sources, Stage);

    /// <summary>As it is written and as it is hashed.</summary>
    public ReaderText Text => new(Expression.Canonical, Version, Expression.Type.Kind == CelTypeKind.String);

    /// <summary>The version of a reader of it: empty where nothing pins down what is computed.</summary>
    public string Version => IsReproducible ? Signed : "";

    /// <summary>Who may read it.</summary>
    public LanguageStage Stage { get; }

    /// <summary>What it reads that is there latest.</summary>
    public string? Latest { get; }

    public IReadOnlyList<string> Opaque => _opaque ??= Array.AsReadOnly([.. Program.Opaque.Select(p => p.ToString())]);

    /// <summary>Whether rows have an instant.</summary>
    public bool HasInstant => _instantOf is not null;

    /// <summary>When what it gives may next be another; null where rows have no instant.</summary>
    public Func<T, DateTimeOffset?>? UntilOf => _instantOf is null ? null : row => Program.EvaluateTimed(row, _instantOf(row), UsualRecheck).Until;

    /// <summary>What it reads as a whole, by its canonical text, with what stands behind it.</summary>
    public IEnumerable<(string Column, object? Source, CelType Type)> Wholes => Within(Expression.Root);

    /// <summary>Whether null is written anywhere in it.</summary>
    public bool NamesNull => HasNull(Expression.Root);

    /// <summary>What is read as a whole is a column under its canonical text.</summary>
    public string? ColumnOf(CelExpression expression, CelNode node) => _language.Recognise(expression, node) is null ? null : node.ToString();

    private static bool HasNull(CelNode node) => node is CelLiteral { Value.Kind: CelKind.Null } || node.Parts.Any(HasNull);

    private IEnumerable<(string Column, object? Source, CelType Type)> Within(CelNode node) => node is CelSelect or CelCall && _language.Recognise(Expression, node) is { } reader
        ? [(node.ToString(), (reader as ISignedReader)?.Source, Expression.TypeOf(node))]
        : node.Parts.SelectMany(Within);

    public ReadingUntil<TValue> Timed<TValue>(T row, TimeSpan? recheck, Func<CelValue, CelExpression, Reading<TValue>> read)
    {
        if (row is null)
        {
            throw new ArgumentNullException(nameof(row));
        }

        if (_instantOf is null)
        {
            throw new InvalidOperationException($"Rows of {typeof(T).Name} have no instant, so that it cannot be told until when '{Expression}' stands. Ask it of CustomerFacts.");
        }

        if (recheck <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(recheck), recheck, "An answer is asked again after a time above 0.");
        }

        var timed = Program.EvaluateTimed(row, _instantOf(row), recheck ?? UsualRecheck);
        return new(read(timed.Value, Expression), timed.Until);
    }
}
