using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Functions;

/// <summary>Mutated patterns never do anything but match, not match, or be refused with where and why.</summary>
public sealed partial class PatternMutationTests
{
    private const int Sampled = 100_000;
    private const int Large = 5_000_000;

    private const int LongText = 20_000;
    private const int LongTextEvery = 200;

    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(20);

    private static readonly string[] Corpus =
    [
        "^[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}$", "(?i)enterprise|pro|team", "^(?P<year>\\d{4})-(?P<month>\\d{2})-(?P<day>\\d{2})$", "\\b(?:gold|silver)\\b", "(a|b)*a(a|b){12}", "(x+x+)+y",
        "[[:alpha:]_][[:word:]]*", "\\p{Greek}+|\\P{^Lu}", "\\Qa+b\\E?", "(?m)^\\s*#.*$", "(?s-im:.)\\z", "[^]a-😀\\d\\W]", "a{2,5}?b{0,}c{,3}", "\\x{1F600}\\x41\\101\\0", "((((a)*)+)?){3}", "\\A(?:|a)\\B.",
        "(?<n>x)(?U:y*)", "[\\pN\\p{^L}[:^punct:]]", "(a{1,30}){1,30}", "(?i)ſΣk\\w",
    ];

    private static readonly string[] Pieces =
    [
        "(", ")", "[", "]", "{", "}", "*", "+", "?", "|", ".", "^", "$", "\\", "-", ",", "(?", "(?:", "(?i", "(?P<", "(?=", "[^", "[[:", ":]", "\\p", "\\P{", "\\Q", "\\E", "\\x{", "\\b", "{1000}", "{1001}",
        "{31}", "{2,", "*?", "++", "\\1", "\\C", "\\pL", "\ud800", "😀", "\0", "\n", "a-z", "K",
    ];

    [Fact]
    public void A_mutated_pattern_matches_or_not_or_is_refused()
    {
        var random = new Random(20260302);
        var (matched, refused) = (0, 0);
        var count = LongRun.Cases(Sampled, Large);
        for (var i = 0; i < count; i++)
        {
            var pattern = Mutated(random, Corpus[random.Next(Corpus.Length)]);
            var text = Mutated(random, Corpus[random.Next(Corpus.Length)]);
            if (i % LongTextEvery == 0)
            {
                text = string.Concat(Enumerable.Repeat(text, 1 + (LongText / (text.Length + 1))));
            }

            var clock = Stopwatch.StartNew();
            try
            {
                var value = Matching.Of(pattern, text);
                if (value.IsError)
                {
                    Assert.Equal(CelErrorKind.InvalidArgument, value.AsError().Kind);
                    Assert.Matches(SaysWhere(), value.AsError().Message);
                    Assert.InRange(value.AsError().Message.Length, 10, 200);
                    refused++;
                }
                else
                {
                    matched += value.IsTrue ? 1 : 0;
                }

                if (clock.Elapsed >= Quick)
                {
                    Assert.Fail($"{Matching.Shown(pattern)} took {clock.Elapsed}");
                }
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{e.GetType().Name} of {Matching.Shown(pattern)}: {e}");
            }
        }

        // Enough of each, or nothing was tried.
        Assert.InRange(refused, count / 10, count * 9 / 10);
        Assert.InRange(matched, count / 20, count * 9 / 10);
    }

    [GeneratedRegex(", at character [0-9]+$|^the pattern is too large: ")]
    private static partial Regex SaysWhere();

    private static string Mutated(Random random, string original)
    {
        var text = new StringBuilder(original);
        for (var n = random.Next(0, 4); n > 0; n--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(5))
            {
                case 0:
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2 when text.Length > 0:
                    var from = random.Next(text.Length);
                    text.Remove(from, Math.Min(random.Next(1, 6), text.Length - from));
                    break;
                case 3 when text.Length > 0:
                    text[random.Next(text.Length)] = (char)random.Next(random.Next(4) > 0 ? 128 : 0x10000);
                    break;
                default:
                    var begin = random.Next(text.Length + 1);
                    text.Insert(at, text.ToString(begin, random.Next(text.Length - begin + 1)));
                    break;
            }
        }

        return text.ToString();
    }
}
