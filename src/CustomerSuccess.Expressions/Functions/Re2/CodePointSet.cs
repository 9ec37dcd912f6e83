namespace CustomerSuccess.Expressions;

/// <summary>A set of code points (0 to 10FFFF, half characters included). Immutable, equal by content.</summary>
internal sealed class CodePointSet : IEquatable<CodePointSet>
{
    public const int Last = 0x10FFFF;

    // The first and the last of each range, ascending, with gaps between the ranges.
    private readonly int[] _bounds;
    private CodePointSet? _complement;
    private CodePointSet? _folded;

    internal CodePointSet(int[] bounds) => _bounds = bounds;

    public static CodePointSet All { get; } = new([0, Last]);

    public ReadOnlySpan<int> Bounds => _bounds;

    public int Ranges => _bounds.Length / 2;

    /// <summary>All code points that are not in the set.</summary>
    public CodePointSet Complement => _complement ??= Outside();

    /// <summary>The set with all that differ from one of it by case only.</summary>
    public CodePointSet Folded => _folded ??= CaseOrbits.Close(this);

    public static CodePointSet Of(int codePoint) => new([codePoint, codePoint]);

    public static CodePointSet Of(params ReadOnlySpan<(int First, int Last)> ranges)
    {
        var builder = new CodePointSetBuilder();
        foreach (var (first, last) in ranges)
        {
            builder.Add(first, last);
        }

        return builder.Build();
    }

    public bool Contains(int codePoint)
    {
        var at = Array.BinarySearch(_bounds, codePoint);

        // Between two bounds: an odd place is inside a range.
        return at >= 0 || (~at & 1) == 1;
    }

    public bool Equals(CodePointSet? other) => other is not null && Bounds.SequenceEqual(other.Bounds);

    public override bool Equals(object? obj) => Equals(obj as CodePointSet);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Bounds));
        return hash.ToHashCode();
    }

    private CodePointSet Outside()
    {
        var bounds = new List<int>(_bounds.Length + 2);
        var next = 0;
        for (var i = 0; i < _bounds.Length; i += 2)
        {
            if (_bounds[i] > next)
            {
                bounds.Add(next);
                bounds.Add(_bounds[i] - 1);
            }

            next = _bounds[i + 1] + 1;
        }

        if (next <= Last)
        {
            bounds.Add(next);
            bounds.Add(Last);
        }

        return new([.. bounds]) { _complement = this };
    }
}
