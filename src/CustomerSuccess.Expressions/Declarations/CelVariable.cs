namespace CustomerSuccess.Expressions;

/// <summary>A declared variable. Its name may hold dots. Immutable.</summary>
public sealed class CelVariable
{
    internal CelVariable(string name, CelType type, string? description) => (Name, Type, Description) = (name, type, description);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public CelType Type { get; }

    /// <summary>What it is, for a person; or null.</summary>
    public string? Description { get; }

    /// <inheritdoc />
    public override string ToString() => $"{Name}: {Type}";
}
