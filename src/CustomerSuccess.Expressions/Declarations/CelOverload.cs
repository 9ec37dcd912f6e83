namespace CustomerSuccess.Expressions;

/// <summary>One signature of a function. Immutable.</summary>
public sealed class CelOverload
{
    internal CelOverload(string function, bool isReceiver, IReadOnlyList<CelType> parameters, CelType result, CelFunctionBody? body = null, CelFunctionOptions? options = null)
    {
        (Function, IsReceiver, Parameters, Result, Types) = (function, isReceiver, parameters, result, [.. parameters]);
        (Body, Options) = (body, options ?? CelFunctionOptions.Usual);
    }

    /// <summary>The function's name.</summary>
    public string Function { get; }

    /// <summary>Whether it is called on its first parameter: <c>x.f(y)</c>.</summary>
    public bool IsReceiver { get; }

    /// <summary>The types of its parameters, the one that it is called on first.</summary>
    public IReadOnlyList<CelType> Parameters { get; }

    /// <summary>The type of its result.</summary>
    public CelType Result { get; }

    /// <summary>What it does, for a person; or null.</summary>
    public string? Description => Options.Description;

    /// <summary>What a host's function does; null of a standard one, which has one body for all.</summary>
    internal CelFunctionBody? Body { get; }

    internal CelFunctionOptions Options { get; }

    /// <summary>The same as <see cref="Parameters"/>, for who goes through many signatures.</summary>
    internal CelType[] Types { get; }

    /// <summary><c>string.size() -> int</c>.</summary>
    public override string ToString()
    {
        var shown = Operators.Shown(Function);
        return IsReceiver
            ? $"{Parameters[0]}.{shown}({string.Join(", ", Parameters.Skip(1))}) -> {Result}"
            : $"{shown}({string.Join(", ", Parameters)}) -> {Result}";
    }
}
