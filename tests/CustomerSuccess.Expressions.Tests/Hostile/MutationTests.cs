using System.Text;
using CustomerSuccess.Expressions.Tests.Support;

namespace CustomerSuccess.Expressions.Tests.Hostile;

/// <summary>Mutated expressions never do anything but give a value, an unknown, an error, or the documented exception.</summary>
public sealed class MutationTests
{
    private const int Sampled = 200_000;
    private const int Large = 10_000_000;

    private static readonly string[] Corpus =
    [
        "1 + 2 * 3 - -4 / 5 % 6", "a.b.c[0].d(1, 'x')", "[1, 2, 3].all(x, x > 0 && x < 10)", "{'a': 1, 'b': [2, 3u, 4.5]}.exists(k, k == 'a')",
        "has(m.a) ? m.a : 'none'", "timestamp('2009-02-13T23:31:30Z').getHours('America/New_York')", "duration('1h30m') + duration('-1.5s') > duration('0s')",
        "'abc'.matches('^[a-z]+(b|c)*$') || \"x\\u00ff\\n\".size() > 2", "b'\\377\\x00' + bytes('ÿ') == b''", "[[1], [2, 3]].map(x, x.filter(y, y % 2 == 1)).size()",
        "m.transformMap(k, v, v != null, v)", "[1, 2].transformMapEntry(i, v, {string(v): i})", "type(1u) == uint && int('42') == 42 && string(1e23) != ''",
        "1 in [1, 2] && 'a' in {'a': 1} && !(2u in [1u])", "true ? false ? 1 : 2 : 3", "orElse(m.x, 1) + (known(m.y) ? 1 : 0)", "r'raw\\d' + '''triple'''",
        "9223372036854775807 + 1", "-9223372036854775808 / -1", "0x7FFFFFFFFFFFFFFF * 2 == 1u", "1.5e308 * 10.0 / 0.0", "xs.exists_one(x, xs.all(y, x >= y))", "a < b == (c >= d) != e",
        "size('😀') + size(b'abc') + size([]) + size({})", "// comment\n 1 == 1", "m.`a b`.c", ".x.y", "string(timestamp(0)) + string(duration('1s'))",
    ];

    private static readonly string[] Pieces =
    [
        "(", ")", "[", "]", "{", "}", ".", ",", ":", "?", "&&", "||", "!", "-", "+", "*", "/", "%", "<", ">=", "==", "in", "true", "null", "''", "'", "\"", "`", "\\", "0", "1u", "1.0", "1e999",
        "x", ".all(x, x)", ".map(x, xs)", ".filter(y, ", "has(", "matches('(a+)+$')", "//", "\n", "\0", "\ud800", "😀", "9999999999999999999", "duration('1h')", "timestamp(1)", "dyn(", "xs", "m",
        "r'", "b\"", "'''", "\\u", "\\x4", "for", " ", "__", "getHours('X')", "orElse(", "known(",
    ];

    [Fact]
    public void A_mutated_expression_gives_a_value_or_the_documented_error()
    {
        var random = new Random(20260301);
        var language = CelEnvironment.Declare().Variable("m", CelType.MapOf(CelType.String, CelType.Dyn)).Variable("xs", CelType.ListOf(CelType.Int)).Variable("x", CelType.Dyn).UnknownForms()
            .Limits(new CelLimits { MaximumCost = 20_000, MaximumEstimate = 1_000_000_000 }).Build();
        var row = new Dictionary<string, CelValue>
        {
            ["m"] = CelValue.Of(CelMap.Of([KeyValuePair.Create("a", CelValue.Of(1L)), KeyValuePair.Create("b", CelValue.Of("x"))])),
            ["xs"] = CelValue.Of(CelList.Of(Enumerable.Range(0, 30).Select(i => CelValue.Of((long)i)))),
        };
        var (read, run) = (0, 0);
        for (var i = 0; i < LongRun.Cases(Sampled, Large); i++)
        {
            var text = Mutated(random);
            try
            {
                var expression = (i & 1) == 0 ? language.Check(text) : language.Read(text);
                read++;
                var value = expression.Evaluate(row);
                run += value.IsKnown ? 1 : 0;
                Assert.Equal(expression.Canonical, language.Read(expression.Canonical).Canonical);
            }
            catch (CelException e)
            {
                Assert.NotEmpty(e.Diagnostics);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{e.GetType().Name} of {text}: {e}");
            }
        }

        // Enough of them must be worth something, or nothing was tried.
        Assert.True(read > Sampled / 50 && run > Sampled / 100, $"{read} could be read, {run} gave a value");
    }

    private static string Mutated(Random random)
    {
        var text = new StringBuilder(Corpus[random.Next(Corpus.Length)]);
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(5))
            {
                case 0:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 1 when text.Length > 0:
                    var from = random.Next(text.Length);
                    text.Remove(from, Math.Min(random.Next(1, 6), text.Length - from));
                    break;
                case 2:
                    var other = Corpus[random.Next(Corpus.Length)];
                    var start = random.Next(other.Length);
                    text.Insert(at, other.AsSpan(start, random.Next(other.Length - start + 1)));
                    break;
                case 3 when text.Length > 0:
                    text[random.Next(text.Length)] = (char)random.Next(random.Next(2) == 0 ? 128 : 0x10000);
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
