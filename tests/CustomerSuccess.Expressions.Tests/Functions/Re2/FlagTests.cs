using System.Globalization;
using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Functions;

/// <summary>What flags switch on and off, how far they reach, and what case does not tell apart.</summary>
public sealed class FlagTests
{
    [Theory]
    [InlineData("(?i)abc", "xABc", true)]
    [InlineData("a(?i)b", "aB", true)]
    [InlineData("a(?i)b", "AB", false)]
    [InlineData("a(?i)b|c", "C", true)]
    [InlineData("(a(?i)b)c", "aBC", false)]
    [InlineData("(?i:a)b", "Ab", true)]
    [InlineData("(?i:a)b", "AB", false)]
    [InlineData("(?i)a(?-i)b", "Ab", true)]
    [InlineData("(?i)a(?-i)b", "AB", false)]
    [InlineData("(?i)a(?-i:b)c", "AbC", true)]
    [InlineData("(?i)a(?-i:b)c", "ABC", false)]
    [InlineData("(?s-i:.)", "\n", true)]
    [InlineData("(?i-s:a.)", "A\n", false)]
    [InlineData("(?sm)^a.b$", "x\na\nb\n", true)]
    [InlineData("(?ims)^A.B$", "x\na\nb\n", true)]
    [InlineData("(?-s).", "\n", false)]
    [InlineData("(?s)(?-s).", "\n", false)]
    [InlineData("(?m)(?-m)^b", "a\nb", false)]
    [InlineData("(?U)^a+$", "aaa", true)]
    [InlineData("(?U)^a+?$", "aaa", true)]
    [InlineData("(?U:a{2})", "aa", true)]
    [InlineData("(?ii)a", "A", true)]
    [InlineData("(?i-i)a", "A", false)]
    [InlineData("(?)a", "a", true)]
    [InlineData("^a(?i)*$", "aaa", true)]
    [InlineData("^(?P<first>a)(?<second>b)$", "ab", true)]
    [InlineData("(?P<a_1>x)(?P<A>y)", "xy", true)]
    [InlineData("(?i)(?P<n>x)", "X", true)]
    public void Flags_and_names(string pattern, string text, bool expected) => Assert.Equal(expected, Matching.IsMatch(pattern, text));

    [Theory]
    [InlineData("(?i)^k$", "\u212A", true)]
    [InlineData("(?i)^\u212A$", "K", true)]
    [InlineData("(?i)^[a-z]$", "\u212A", true)]
    [InlineData("(?i)^[^k]$", "\u212A", false)]
    [InlineData("(?i)^s$", "\u017F", true)]
    [InlineData("(?i)^\\w$", "\u017F", true)]
    [InlineData("^\\w$", "\u017F", false)]
    [InlineData("(?i)^\\W$", "\u017F", false)]
    [InlineData("(?i)^σ$", "ς", true)]
    [InlineData("(?i)^Σ$", "ς", true)]
    [InlineData("(?i)^É$", "é", true)]
    [InlineData("(?i)^ж$", "Ж", true)]
    [InlineData("(?i)^\U00010400$", "\U00010428", true)]
    [InlineData("(?i)^[\U00010400-\U00010410]$", "\U00010430", true)]
    [InlineData("(?i)^ß$", "ẞ", true)]
    [InlineData("(?i)^ß$", "SS", false)]
    [InlineData("(?i)^ﬁ$", "FI", false)]
    [InlineData("(?i)^i$", "I", true)]
    [InlineData("(?i)^i$", "İ", false)]
    [InlineData("(?i)^I$", "ı", false)]
    [InlineData("(?i)^ı$", "I", false)]
    [InlineData("(?i)^İ$", "i", false)]
    [InlineData("(?i)^\\x41$", "a", true)]
    [InlineData("(?i)^\\p{Lu}$", "a", true)]
    [InlineData("(?i)^\\P{Lu}$", "a", false)]
    [InlineData("(?i)^[[:upper:]]$", "a", true)]
    [InlineData("(?i)^[[:^upper:]]$", "a", false)]
    [InlineData("(?i)^µ$", "μ", true)]
    [InlineData("(?i)^ǆ$", "ǅ", true)]
    [InlineData("(?i)^Å$", "\u212B", true)]
    [InlineData("(?i)^\u1E9B$", "\u1E60", true)]
    [InlineData("(?i)^\uAB70$", "\u13A0", true)]
    public void Case_is_folded_simply(string pattern, string text, bool expected)
    {
        var culture = CultureInfo.CurrentCulture;
        foreach (var name in new[] { "", "tr-TR", "az-Latn-AZ", "lt-LT" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            try
            {
                Assert.Equal(expected, Matching.IsMatch(pattern, text));
            }
            finally
            {
                CultureInfo.CurrentCulture = culture;
            }
        }
    }
}
