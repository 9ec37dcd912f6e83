using System.Collections.Concurrent;

namespace CustomerSuccess;

/// <summary>Begins vocabularies.</summary>
public static class Vocabulary
{
    /// <summary>Begins the named readers over a host's rows.</summary>
    /// <typeparam name="T">The host's row type.</typeparam>
    public static VocabularyBuilder<T> For<T>() => new();
}

/// <summary>Names the readers of a host's rows. Not safe to use from several threads.</summary>
/// <typeparam name="T">The host's row type.</typeparam>
public sealed class VocabularyBuilder<T> : VocabularyPart<T, VocabularyBuilder<T>>
{
    internal VocabularyBuilder()
    {
    }

    internal VocabularyDraft<T> Readers => Draft;

    /// <summary>Checks the names and gives the vocabulary.</summary>
    /// <exception cref="ConfigurationException">Two readers share a name; the exception has all such mistakes.</exception>
    public Vocabulary<T> Build()
    {
        var found = new DiagnosticList();
        var vocabulary = Draft.Compile(found);
        found.ThrowIfAny();
        return vocabulary;
    }
}

/// <summary>
/// Named, typed readers over a host's row type: what strategies read by name. No reflection. Immutable and safe to use from
/// several threads, as far as the host's lambdas are.
/// </summary>
/// <typeparam name="T">The host's row type.</typeparam>
public sealed class Vocabulary<T>
{
    private const int MostRemembered = 1000;

    private readonly Dictionary<string, FactReader<T>> _readers;
    private readonly ConcurrentDictionary<string, UnknownCause> _notDeclared = new(StringComparer.Ordinal);

    internal Vocabulary(FactReader<T>[] readers)
    {
        _readers = readers.ToDictionary(r => r.Name, StringComparer.Ordinal);
        Names = Array.AsReadOnly([.. readers.Select(r => r.Name)]);
        Signature = new(Array.AsReadOnly([.. readers.Select(r => r.Signed)]), readers.All(r => r.Version.Length > 0));
    }

    /// <summary>The names that can be read, in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The names with the declared versions of their lambdas, as hashes cover them: <c>logins@2</c>, <c>nps@?</c> where none is declared.</summary>
    public IReadOnlyList<string> Readers => Signature.Readers;

    internal ReaderSignature Signature { get; }

    /// <summary>The facts of one row as of an instant. Lambdas run when a fact is read.</summary>
    /// <param name="row">The row. Not null; it does not change while it is read.</param>
    /// <param name="asOf">The instant as of which the row holds.</param>
    public RowFacts<T> Read(T row, DateTimeOffset asOf)
    {
        if (row is null)
        {
            throw new ArgumentNullException(nameof(row));
        }

        return new RowFacts<T>(this, row, asOf);
    }

    /// <summary>What the readers read, beside their lambdas' results: lambdas, or measures.</summary>
    internal IEnumerable<object> Sources => _readers.Values.SelectMany(r => ExpressionSources.Of(r.Source));

    internal IEnumerable<FactReader<T>> All => _readers.Values.OrderBy(r => r.Name, StringComparer.Ordinal);

    internal FactReader<T>? Find(string name) => _readers.GetValueOrDefault(name);

    internal UnknownCause NotDeclared(string name)
    {
        if (_notDeclared.TryGetValue(name, out var cause))
        {
            return cause;
        }

        cause = new UnknownCause(name, UnknownKind.NotDeclared, Suggestion.For(name, Names));
        return _notDeclared.Count < MostRemembered ? _notDeclared.GetOrAdd(name, cause) : cause;
    }
}
