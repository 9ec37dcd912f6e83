namespace CustomerSuccess.Expressions;

/// <summary>What a function does. Arguments are known values of the declared types; what it throws becomes an error of the evaluation.</summary>
/// <param name="call">What is around the call: what it may cost.</param>
/// <param name="arguments">The arguments, the one that it is called on first.</param>
public delegate CelValue CelFunctionBody(CelCallContext call, ReadOnlySpan<CelValue> arguments);

/// <summary>A declared function: a name, signatures, and what it does. Immutable.</summary>
public sealed class CelFunction
{
    private readonly CelFunctionBody? _body;

    /// <summary>A function of the language: one body for all signatures.</summary>
    internal CelFunction(string name, IReadOnlyList<CelOverload> overloads, CelFunctionBody body, string? description)
    {
        (Name, Overloads, Signatures, _body, Description) = (name, overloads, [.. overloads], body, description);
        IsStandard = IsPure = true;
    }

    /// <summary>A function of the host: each signature has its own body.</summary>
    internal CelFunction(string name, IReadOnlyList<CelOverload> overloads)
    {
        (Name, Overloads, Signatures) = (name, overloads, [.. overloads]);
        (Version, Description) = (overloads[0].Options.Version, overloads[0].Description);
        IsPure = overloads.All(o => o.Options.IsPure);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The signatures.</summary>
    public IReadOnlyList<CelOverload> Overloads { get; }

    /// <summary>The declared version of a host's function; null where none is declared, and of standard functions.</summary>
    public string? Version { get; }

    /// <summary>Whether it belongs to the language rather than to the host.</summary>
    public bool IsStandard { get; }

    /// <summary>What it does, for a person; or null.</summary>
    public string? Description { get; }

    /// <summary>Whether the same arguments always give the same result.</summary>
    public bool IsPure { get; }

    /// <summary>The body of a standard function.</summary>
    internal CelFunctionBody Body => _body ?? throw new InvalidOperationException($"'{Name}' has a body for each signature.");

    /// <summary>The same as <see cref="Overloads"/>, for who goes through them often.</summary>
    internal CelOverload[] Signatures { get; }

    /// <summary>The variable that a call with so many arguments leaves out; null where it leaves out none.</summary>
    internal string? ImpliedBy(int arguments) => Array.Exists(Signatures, s => !s.IsReceiver && s.Parameters.Count == arguments)
        ? null
        : Array.Find(Signatures, s => !s.IsReceiver && s.Parameters.Count == arguments + 1)?.Options.Implies;

    /// <inheritdoc />
    public override string ToString() => Name;
}
