namespace CustomerSuccess.Expressions;

/// <summary>Reads a variable, or what the host recognises as one, from a row. Safe to use from several threads, as far as the host is.</summary>
/// <typeparam name="T">The host's row type.</typeparam>
public abstract class CelReader<T>
{
    /// <summary>Creates a reader.</summary>
    /// <param name="name">What is read: for messages, and for what lists what an expression reads. Not empty.</param>
    protected CelReader(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>What is read.</summary>
    public string Name { get; }

    /// <summary>How the value moves while nothing is recorded: it stays, or grows or falls with time.</summary>
    public virtual CelGrowth Growth => CelGrowth.None;

    /// <summary>Reads the value: known, unknown with its causes, or an error.</summary>
    public abstract CelValue Read(T row);

    /// <summary>Reads a double without making a value of it. False where it is not one that is known: then <see cref="Read"/> says why.</summary>
    public virtual bool TryReadDouble(T row, out double value)
    {
        var read = Read(row);
        value = read.IsDouble ? read.DoubleBits : 0;
        return read.IsDouble;
    }

    /// <summary>Reads a text without making a value of it. False where it is not one that is known.</summary>
    public virtual bool TryReadText(T row, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
    {
        value = Read(row).Object as string;
        return value is not null;
    }

    /// <summary>
    /// The first instant after the row's own at which what is read may be another while nothing new is recorded; of a value
    /// that grows or falls, at which it may do so otherwise. Null for never.
    /// </summary>
    public virtual DateTimeOffset? Until(T row) => null;
}

/// <summary>How a value moves with time while nothing is recorded.</summary>
public enum CelGrowth
{
    /// <summary>It stays until it changes.</summary>
    None,

    /// <summary>It never falls: an age, the present instant.</summary>
    Grows,

    /// <summary>It never rises: the time that is left.</summary>
    Falls,

    /// <summary>Nothing is known of it.</summary>
    Opaque,
}
