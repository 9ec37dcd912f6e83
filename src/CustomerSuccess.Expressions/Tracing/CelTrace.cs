using System.Text;

namespace CustomerSuccess.Expressions;

/// <summary>What each part of an expression came to in one evaluation. It mirrors the tree. Immutable.</summary>
public sealed class CelTrace
{
    internal CelTrace(CelNode node, IReadOnlyList<CelValue?> seen)
    {
        Node = node;
        Value = seen[node.Id];
        var parts = node.Parts.Select(p => new CelTrace(p, seen)).ToArray();

        // What the host reads as a whole has no parts that came to anything.
        Parts = Value is not null && !Array.Exists(parts, p => p.HasSeen) ? [] : Array.AsReadOnly(parts);
    }

    /// <summary>The part.</summary>
    public CelNode Node { get; }

    /// <summary>What it came to; of a macro's part, for the element it was at last. Null where it was not evaluated.</summary>
    public CelValue? Value { get; }

    /// <summary>The traces of its parts; none of what the host reads as a whole.</summary>
    public IReadOnlyList<CelTrace> Parts { get; }

    private bool HasSeen => Value is not null || Parts.Any(p => p.HasSeen);

    /// <summary>One line a part, the parts below what they are parts of; literals are left out.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text, 0);
        return text.ToString().TrimEnd('\n');
    }

    private void Write(StringBuilder text, int depth)
    {
        if (Node is CelLiteral)
        {
            return;
        }

        text.Append(' ', 2 * depth).Append(Node).Append(" = ").Append(Value?.ToString() ?? "(not evaluated)").Append('\n');
        foreach (var part in Parts)
        {
            part.Write(text, depth + 1);
        }
    }
}
