using System.Globalization;
using System.Text;
using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Functions;

/// <summary>The tables of Unicode against what the runtime knows.</summary>
public sealed class UnicodeTableTests
{
    // 'İ' has a small letter and 'ı' a capital one, but neither a simple folding.
    private static readonly Rune[] OfTurkish = [new('İ'), new('ı')];

    private static IEnumerable<Rune> All => Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(c => new Rune(c));

    [Fact]
    public void A_letter_and_its_small_and_capital_letters_differ_by_case_only()
    {
        var tried = 0;
        foreach (var letter in All.Where(r => !OfTurkish.Contains(r)))
        {
            foreach (var other in new[] { Rune.ToLowerInvariant(letter), Rune.ToUpperInvariant(letter) }.Where(o => o != letter))
            {
                tried++;
                if (!Matching.IsMatch($"(?i)^{letter}$", other.ToString()))
                {
                    Assert.Fail($"{letter.Value:X} and {other.Value:X}");
                }

                Assert.False(Matching.IsMatch($"^{letter}$", other.ToString()));
            }
        }

        Assert.True(tried > 2500);
    }

    [Fact]
    public void What_has_no_case_is_folded_with_nothing()
    {
        var uncased = string.Concat(All.Where(r => Rune.GetUnicodeCategory(r) is UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherPunctuation or UnicodeCategory.OtherNotAssigned));
        Assert.True(Matching.IsMatch("^(?i:[^\\p{Lu}\\p{Ll}\\p{Lt}\\p{Mn}\\p{Nl}\\p{So}])+$", uncased));
    }

    [Fact]
    public void Each_general_category_is_what_the_runtime_says()
    {
        var names = new[] { "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So" };
        foreach (var category in All.GroupBy(Rune.GetUnicodeCategory).Where(c => c.Key != UnicodeCategory.OtherNotAssigned))
        {
            var text = string.Concat(category);
            var name = names[(int)category.Key];
            Assert.True(Matching.IsMatch($"^\\p{{{name}}}+$", text));
            Assert.True(Matching.IsMatch($"^\\p{name[0]}+$", text));
            Assert.All(names.Where(n => n != name), n => Assert.False(Matching.IsMatch($"\\p{{{n}}}", text)));
        }
    }

    [Fact]
    public void What_is_assigned_is_of_exactly_one_script()
    {
        var scripts = ScriptRanges.All;
        Assert.Equal(scripts.Select(s => s.Script).Order(StringComparer.Ordinal), scripts.Select(s => s.Script));
        var owners = new string?[0x110000];
        foreach (var (script, ranges) in scripts)
        {
            foreach (var range in ranges.Split(' ').Select(r => r.Split('-')))
            {
                var (first, last) = (Convert.ToInt32(range[0], 16), Convert.ToInt32(range[^1], 16));
                for (var i = first; i <= last; i++)
                {
                    if (owners[i] is not null)
                    {
                        Assert.Fail($"{i:X} is of {owners[i]} and of {script}");
                    }

                    owners[i] = script;
                }

                Assert.True(Matching.IsMatch($"^\\p{{{script}}}{{2}}$", char.ConvertFromUtf32(first) + char.ConvertFromUtf32(last)));
            }
        }

        Assert.DoesNotContain(All, r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) != owners[r.Value] is not null);
    }
}
