using System.Collections.Frozen;
using System.Globalization;

namespace CustomerSuccess.Expressions;

/// <summary>The general categories of Unicode by their names of one or two letters, as the runtime knows them.</summary>
internal static class GeneralCategories
{
    // In the order of UnicodeCategory; what is not assigned has no name in RE2.
    private static readonly string[] Names =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So",
    ];

    private static readonly Lazy<FrozenDictionary<string, CodePointSet>> All = new(Read);

    public static CodePointSet? Find(string name) => All.Value.GetValueOrDefault(name);

    private static FrozenDictionary<string, CodePointSet> Read()
    {
        var builders = new Dictionary<string, CodePointSetBuilder>(StringComparer.Ordinal);
        var (first, category) = (0, CharUnicodeInfo.GetUnicodeCategory(0));
        for (var codePoint = 1; codePoint <= CodePointSet.Last + 1; codePoint++)
        {
            var next = codePoint <= CodePointSet.Last ? CharUnicodeInfo.GetUnicodeCategory(codePoint) : (UnicodeCategory)(-1);
            if (next == category)
            {
                continue;
            }

            if (category != UnicodeCategory.OtherNotAssigned)
            {
                var name = Names[(int)category];
                Of(name).Add(first, codePoint - 1);
                Of(name[..1]).Add(first, codePoint - 1);
            }

            (first, category) = (codePoint, next);
        }

        return builders.ToFrozenDictionary(b => b.Key, b => b.Value.Build(), StringComparer.Ordinal);

        CodePointSetBuilder Of(string name)
        {
            if (!builders.TryGetValue(name, out var builder))
            {
                builders.Add(name, builder = new());
            }

            return builder;
        }
    }
}
