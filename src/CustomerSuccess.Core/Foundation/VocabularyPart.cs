using System.Runtime.CompilerServices;

namespace CustomerSuccess;

/// <summary>The words that name the readers of a host's rows.</summary>
/// <typeparam name="T">The host's row type.</typeparam>
/// <typeparam name="TSelf">The builder itself.</typeparam>
public abstract class VocabularyPart<T, TSelf>
    where TSelf : VocabularyPart<T, TSelf>
{
    private protected VocabularyPart() => Draft = new();

    private protected VocabularyDraft<T> Draft { get; }

    private TSelf Self => (TSelf)this;

    /// <summary>A number. A NaN or an infinity that the lambda computes is unknown (not a number); a lambda that throws gives an unknown too.</summary>
    /// <param name="name">The name under which it is read. Not empty.</param>
    /// <param name="read">Reads the number, in a unit that the readers of the fact know.</param>
    /// <param name="observedAt">When it was observed; null where that is not known. An instant after the as-of instant makes the age unknown. State this or <paramref name="age"/>, or neither.</param>
    /// <param name="age">How old the observation is as of the instant; null where that is not known.</param>
    /// <param name="version">The version of the lambda. Raise it when the lambda changes: without one a score is not reproducible.</param>
    /// <exception cref="ArgumentException">The name is empty, or both ages are stated.</exception>
    public TSelf Number(string name, Func<T, double> read, Func<T, DateTimeOffset?>? observedAt = null, Func<T, TimeSpan?>? age = null, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, read, observedAt, age, aged => new NumberFact<T>(name, version, read, (row, _) => read(row)) { Aged = aged });
    }

    /// <summary>A number. A null is unknown (not given); a NaN or an infinity is unknown (not a number); a lambda that throws gives an unknown too.</summary>
    /// <inheritdoc cref="Number(string, Func{T, double}, Func{T, DateTimeOffset?}, Func{T, TimeSpan?}, string)" />
    public TSelf Number(string name, Func<T, double?> read, Func<T, DateTimeOffset?>? observedAt = null, Func<T, TimeSpan?>? age = null, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, read, observedAt, age, aged => new NumberFact<T>(name, version, read, (row, _) => read(row)) { Aged = aged });
    }

    /// <summary>A number that is known, or unknown with its own causes.</summary>
    /// <param name="name">The name under which it is read. Not empty.</param>
    /// <param name="read">Reads it. A lambda that throws gives an unknown.</param>
    /// <param name="version">The version of the lambda. Raise it when the lambda changes: without one a score is not reproducible.</param>
    [OverloadResolutionPriority(-1)]
    public TSelf Number(string name, Func<T, Reading<double>> read, string? version = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(read);
        return Add(new ReadingFact<T>(name, version, read, read));
    }

    /// <summary>A yes or no that is known, or unknown with its own causes.</summary>
    /// <inheritdoc cref="Number(string, Func{T, Reading{double}}, string)" />
    [OverloadResolutionPriority(-1)]
    public TSelf Flag(string name, Func<T, Reading<bool>> read, string? version = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(read);
        return Add(new FlagReadingFact<T>(name, version, read, read));
    }

    /// <summary>A text that is known, or unknown with its own causes.</summary>
    /// <inheritdoc cref="Number(string, Func{T, Reading{double}}, string)" />
    [OverloadResolutionPriority(-1)]
    public TSelf Text(string name, Func<T, Reading<string>> read, string? version = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(read);
        return Add(new TextReadingFact<T>(name, version, read, read));
    }

    /// <summary>A yes or no. A null is unknown (not given); a lambda that throws gives an unknown too.</summary>
    /// <inheritdoc cref="Number(string, Func{T, double}, Func{T, DateTimeOffset?}, Func{T, TimeSpan?}, string)" />
    public TSelf Flag(string name, Func<T, bool?> read, Func<T, DateTimeOffset?>? observedAt = null, Func<T, TimeSpan?>? age = null, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, read, observedAt, age, aged => new FlagFact<T>(name, version, read, (row, _) => read(row)) { Aged = aged });
    }

    /// <summary>A text. A null is unknown (not given); a lambda that throws gives an unknown too.</summary>
    /// <inheritdoc cref="Number(string, Func{T, double}, Func{T, DateTimeOffset?}, Func{T, TimeSpan?}, string)" />
    public TSelf Text(string name, Func<T, string?> read, Func<T, DateTimeOffset?>? observedAt = null, Func<T, TimeSpan?>? age = null, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, read, observedAt, age, aged => new TextFact<T>(name, version, read, read) { Aged = aged });
    }

    /// <summary>A number written as an expression. Its text and what that reads are its version.</summary>
    /// <param name="name">The name under which it is read. Not empty.</param>
    /// <param name="expression">The expression.</param>
    public TSelf Number(string name, NumberExpression<T> expression)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(expression);
        return Add(new ReadingFact<T>(name, expression.Compiled.Version, expression.Compiled.Source, expression.Read) { Until = expression.Compiled.UntilOf });
    }

    /// <summary>A yes or no written as an expression. Its text and what that reads are its version.</summary>
    /// <inheritdoc cref="Number(string, NumberExpression{T})" />
    public TSelf Flag(string name, ConditionExpression<T> expression)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(expression);
        return Add(new FlagReadingFact<T>(name, expression.Compiled.Version, expression.Compiled.Source, expression.Holds) { Until = expression.Compiled.UntilOf });
    }

    /// <summary>A text written as an expression. Its text and what that reads are its version.</summary>
    /// <inheritdoc cref="Number(string, NumberExpression{T})" />
    public TSelf Text(string name, TextExpression<T> expression)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(expression);
        return Add(new TextReadingFact<T>(name, expression.Compiled.Version, expression.Compiled.Source, expression.Read) { Until = expression.Compiled.UntilOf });
    }

    internal TSelf Add(FactReader<T> reader)
    {
        Draft.Add(reader);
        return Self;
    }

    private TSelf Add(string name, object read, Func<T, DateTimeOffset?>? observedAt, Func<T, TimeSpan?>? age, Func<Func<T, DateTimeOffset, TimeSpan?>?, FactReader<T>> reader)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(read);
        if (observedAt is not null && age is not null)
        {
            throw new ArgumentException($"'{name}' states both when it was observed and how old it is. State one.", nameof(age));
        }

        Draft.Add(reader(observedAt is not null ? (row, asOf) => asOf - observedAt(row) : age is not null ? (row, _) => age(row) : null));
        return Self;
    }
}
