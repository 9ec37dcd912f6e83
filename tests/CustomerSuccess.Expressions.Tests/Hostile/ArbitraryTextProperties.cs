using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CustomerSuccess.Expressions.Tests.Hostile;

/// <summary>Any text at all, and any tokens one behind the other, are read or refused by the documented exception.</summary>
public sealed class ArbitraryTextProperties
{
    private static readonly string[] Tokens =
    [
        "a", "xs", "m", "1", "2u", "3.5", "'t'", "b't'", "true", "null", "(", ")", "[", "]", "{", "}", ".", ",", ":", "?", "&&", "||", "!", "-", "+", "*", "/", "%", "<", "<=", "==", "!=", "in",
        ".size()", ".all(x, x > 1)", ".map(x, x)", ".exists(i, v, v == 1)", "has(m.a)", "orElse(a, 1)", "known(a)", "matches('a', 'b*')", "timestamp('2026-01-01T00:00:00Z')", "duration('1h')", "x",
    ];

    private static readonly CelEnvironment Language = CelEnvironment.Declare()
        .Variable("a", CelType.Dyn).Variable("xs", CelType.ListOf(CelType.Int)).Variable("m", CelType.MapOf(CelType.String, CelType.Dyn)).UnknownForms().WidenIntegers()
        .Limits(new CelLimits { MaximumCost = 10_000 }).Build();

    private static readonly Dictionary<string, CelValue> Row = new() { ["xs"] = CelValue.Of(CelList.Of([CelValue.Of(1L), CelValue.Of(2L)])), ["m"] = CelValue.Of(CelMap.Empty) };

    [Property(MaxTest = 2000)]
    public void Any_text(string? text) => Run(text ?? "");

    [Property(MaxTest = 3000)]
    public Property Any_tokens() => Prop.ForAll(Gen.Elements(Tokens).ListOf().ToArbitrary(), tokens => Run(string.Join(' ', tokens)));

    private static void Run(string text)
    {
        foreach (var read in new Func<string, CelExpression>[] { t => Language.Check(t), Language.Read })
        {
            try
            {
                var expression = read(text);
                _ = expression.Evaluate(Row).ToString();
                _ = expression.Compile(CelBinding.ByName).Trace(Row).ToString();
            }
            catch (CelException e)
            {
                Assert.All(e.Diagnostics, d => Assert.InRange(d.Start, 0, text.Length));
            }
        }
    }
}
