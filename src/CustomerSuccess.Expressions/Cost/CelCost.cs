namespace CustomerSuccess.Expressions;

/// <summary>About how many steps an expression takes at most, and how large what it makes is, where lists and texts of the host have a size that is assumed.</summary>
internal static class CelCost
{
    /// <summary>How many elements a list or map of the host is assumed to have.</summary>
    public const long AssumedElements = 1000;

    private const long AssumedCharacters = 1000;
    private const long Most = long.MaxValue / 4;

    /// <summary>The most steps of an evaluation.</summary>
    public static long Of(CelNode node) => Visit(node).Steps;

    /// <summary>What one element of a macro costs, but for what macros inside pay themselves.</summary>
    public static long StepsAnElement(CelComprehension comprehension) =>
        (comprehension.Macro is CelMacro.All or CelMacro.Exists or CelMacro.ExistsOne ? 1 : 4) + comprehension.Parts.Skip(1).Sum(Parts);

    private static long Parts(CelNode node) => 1 + (node is CelComprehension ? 0 : node.Parts.Sum(Parts));

    private static (long Steps, long Size) Visit(CelNode node)
    {
        switch (node)
        {
            case CelLiteral literal:
                return (0, literal.Value.Object switch { string text => text.Length, CelBytes bytes => bytes.Span.Length, _ => 1 });
            case CelListLiteral or CelMapLiteral:
                return (node.Parts.Aggregate(1L, (sum, p) => Sum(sum, Visit(p).Steps)), node is CelMapLiteral ? node.Parts.Count / 2 : node.Parts.Count);
            case CelComprehension comprehension:
                return Visit(comprehension);
            case CelCall call:
                return Visit(call);
            case CelSelect select:
                return (Sum(1, Visit(select.Operand).Steps), AssumedElements);
            default:
                return (1, AssumedElements);
        }
    }

    private static (long Steps, long Size) Visit(CelComprehension comprehension)
    {
        var (steps, size) = Visit(comprehension.Range);
        var element = comprehension.Parts.Skip(1).Aggregate(StepsAnElement(comprehension), (sum, p) => Sum(sum, Visit(p).Steps));
        return (Sum(steps, Product(size, element)), comprehension.Macro is CelMacro.All or CelMacro.Exists or CelMacro.ExistsOne ? 1 : size);
    }

    private static (long Steps, long Size) Visit(CelCall call)
    {
        var (steps, size, second, last) = (1L, 0L, 0L, 0L);
        for (var i = 0; i < call.Parts.Count; i++)
        {
            var part = Visit(call.Parts[i]);
            (steps, size, last) = (Sum(steps, part.Steps), Sum(size, part.Size), part.Size);
            second = i == 1 ? part.Size : second;
        }

        return call.Function switch
        {
            Operators.Add => (Sum(steps, size), size),
            "matches" when call.Parts.Count > 0 => (Sum(steps, Product(AssumedCharacters, 1 + (PatternSize(call.Parts[^1], last) / 10))), 1),
            "contains" or Operators.In or Operators.Equal or Operators.NotEqual => (Sum(steps, size / 10), 1),
            Operators.Conditional => (steps, Math.Max(second, last)),
            "string" or "bytes" or "dyn" => (steps, size),
            Operators.Index => (steps, AssumedElements),
            _ => (steps, 1),
        };
    }

    private static long PatternSize(CelNode pattern, long size) => pattern is CelLiteral { Value.Object: string text } ? Patterns.Size(text) : size;

    private static long Sum(long a, long b) => Math.Min(Most, a + b);

    private static long Product(long a, long b) => b == 0 || a <= Most / b ? a * b : Most;
}
