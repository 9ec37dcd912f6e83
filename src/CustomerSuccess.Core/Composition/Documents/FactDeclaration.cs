namespace CustomerSuccess.Composition;

/// <summary>An expression under a name: other expressions, conditions and strategies read it as a fact. Immutable.</summary>
public sealed record FactDeclaration
{
    /// <summary>The name. Not empty. In expressions each character that may not stand in a name is an underscore: <c>active seats</c> is <c>active_seats</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it gives.</summary>
    public required FactType Type { get; init; }

    /// <summary>The expression.</summary>
    public required string Expression { get; init; }
}

/// <summary>What a named expression gives.</summary>
public enum FactType
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A yes or no.</summary>
    Flag,

    /// <summary>A text.</summary>
    Text,
}
