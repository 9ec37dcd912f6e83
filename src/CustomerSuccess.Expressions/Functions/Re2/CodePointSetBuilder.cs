namespace CustomerSuccess.Expressions;

/// <summary>Puts ranges of code points together.</summary>
internal sealed class CodePointSetBuilder
{
    // The first in the upper half, the last in the lower: they sort as numbers do.
    private readonly List<long> _ranges = [];

    public int Ranges => _ranges.Count;

    public void Add(int codePoint) => Add(codePoint, codePoint);

    public void Add(int first, int last) => _ranges.Add(((long)first << 32) | (uint)last);

    public void Add(CodePointSet set)
    {
        for (var i = 0; i < set.Bounds.Length; i += 2)
        {
            Add(set.Bounds[i], set.Bounds[i + 1]);
        }
    }

    public CodePointSet Build()
    {
        _ranges.Sort();
        var bounds = new List<int>(_ranges.Count * 2);
        foreach (var range in _ranges)
        {
            var (first, last) = ((int)(range >> 32), (int)range);
            if (bounds.Count > 0 && first <= bounds[^1] + 1)
            {
                bounds[^1] = Math.Max(bounds[^1], last);
            }
            else
            {
                bounds.Add(first);
                bounds.Add(last);
            }
        }

        return new([.. bounds]);
    }
}
