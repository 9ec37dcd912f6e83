namespace CustomerSuccess.Expressions;

/// <summary>What the checker found of each node, by its id: its type, and what its name refers to.</summary>
internal sealed class Resolution(int count)
{
    public CelType[] Types { get; } = new CelType[count];

    public Reference?[] References { get; } = new Reference?[count];

    /// <summary>How many names of macros are there at once at most.</summary>
    public int Locals { get; set; }

    public CelType TypeOf(CelNode node) => Types[node.Id] ?? CelType.Dyn;

    public Reference? Of(CelNode node) => References[node.Id];
}

/// <summary>What a name or call refers to.</summary>
internal abstract class Reference;

/// <summary>A declared variable, or one that is declared nowhere (of an expression that was not checked).</summary>
internal sealed class VariableReference(string name, CelVariable? variable) : Reference
{
    public string Name => name;

    public CelVariable? Variable => variable;
}

/// <summary>A name of a macro: its place among those that are there.</summary>
internal sealed class LocalReference(int slot) : Reference
{
    public int Slot => slot;
}

/// <summary>A type that stands as a value.</summary>
internal sealed class TypeReference(CelType type) : Reference
{
    public CelType Type => type;
}

/// <summary>A field of a record type.</summary>
internal sealed class FieldReference(CelField found) : Reference
{
    public CelField Field => found;
}

/// <summary>A function, with the one signature that fits, or null where that is told at run time; and which arguments become doubles first.</summary>
internal sealed class FunctionReference(CelFunction? function, CelOverload? single, bool[]? widened) : Reference
{
    public CelFunction? Function => function;

    public CelOverload? Single => single;

    public bool[]? Widened => widened;
}
