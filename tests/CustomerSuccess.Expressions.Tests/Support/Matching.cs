using System.Text;

namespace CustomerSuccess.Expressions.Tests.Support;

/// <summary>Asks <c>matches</c> of texts and patterns.</summary>
internal static class Matching
{
    private static readonly CelExpression Asked = CelEnvironment.Declare().Variable("text", CelType.String).Variable("pattern", CelType.String)
        .Limits(new CelLimits { MaximumCost = long.MaxValue }).Build().Check("text.matches(pattern)");

    /// <summary>True, false, or an error.</summary>
    public static CelValue Of(string pattern, string text) =>
        Asked.Evaluate(new Dictionary<string, CelValue> { ["text"] = CelValue.Of(text), ["pattern"] = CelValue.Of(pattern) });

    /// <summary>Whether a text matches; a pattern that is none fails the test.</summary>
    public static bool IsMatch(string pattern, string text)
    {
        var value = Of(pattern, text);
        if (value.Kind != CelKind.Bool)
        {
            Assert.Fail($"{Shown(pattern)}: {value}");
        }

        return value.IsTrue;
    }

    /// <summary>Why a pattern is none.</summary>
    public static string Refusal(string pattern)
    {
        var value = Of(pattern, "");
        Assert.True(value.IsError, $"{Shown(pattern)} is taken for a pattern");
        Assert.Equal(CelErrorKind.InvalidArgument, value.AsError().Kind);
        return value.AsError().Message;
    }

    /// <summary>A text for a message: what is not ASCII or not seen is written as a number.</summary>
    public static string Shown(string text) =>
        text.Aggregate(new StringBuilder(), (shown, c) => c is > ' ' and < '\x7f' ? shown.Append(c) : shown.Append(FormattableString.Invariant($"\\u{(int)c:X4}"))).ToString();
}
