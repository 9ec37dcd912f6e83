namespace CustomerSuccess.Expressions;

/// <summary>Lists what an expression reads.</summary>
internal static class Reading
{
    public static IEnumerable<string> Of(CelNode node, Resolution resolution)
    {
        if (PathOf(node, resolution) is { } path)
        {
            return [path];
        }

        return node.Parts.SelectMany(p => Of(p, resolution));
    }

    // A variable, or fields of records behind one.
    private static string? PathOf(CelNode node, Resolution resolution) => (node, resolution.Of(node)) switch
    {
        (_, VariableReference variable) => variable.Name,
        (CelSelect select, FieldReference) => PathOf(select.Operand, resolution) is { } operand ? $"{operand}.{select.Field}" : null,
        _ => null,
    };
}
