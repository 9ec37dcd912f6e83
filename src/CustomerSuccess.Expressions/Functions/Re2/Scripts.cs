using System.Collections.Frozen;
using System.Globalization;

namespace CustomerSuccess.Expressions;

/// <summary>The scripts of Unicode by their names, such as <c>Greek</c> and <c>Old_Italic</c>.</summary>
internal static class Scripts
{
    private static readonly Lazy<FrozenDictionary<string, CodePointSet>> All = new(static () => ScriptRanges.All.ToFrozenDictionary(s => s.Script, s => Read(s.Ranges), StringComparer.Ordinal));

    public static CodePointSet? Find(string name) => All.Value.GetValueOrDefault(name);

    private static CodePointSet Read(string ranges)
    {
        var builder = new CodePointSetBuilder();
        foreach (var range in ranges.Split(' '))
        {
            var dash = range.IndexOf('-', StringComparison.Ordinal);
            builder.Add(Number(dash < 0 ? range : range.AsSpan(0, dash)), Number(range.AsSpan(dash + 1)));
        }

        return builder.Build();
    }

    private static int Number(ReadOnlySpan<char> hexadecimal) => int.Parse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
