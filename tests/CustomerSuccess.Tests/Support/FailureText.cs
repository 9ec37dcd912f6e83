using System.Globalization;
using System.Runtime.CompilerServices;

namespace CustomerSuccess.Tests.Support;

/// <summary>An interpolated text that is only formed where a claim does not hold: laws make the claim thousands of times.</summary>
[InterpolatedStringHandler]
internal ref struct FailureText
{
    private DefaultInterpolatedStringHandler _text;

    public FailureText(int literalLength, int formattedCount, bool holds, out bool isFormed)
    {
        isFormed = !holds;
        _text = isFormed ? new(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
    }

    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public void AppendFormatted<T>(T value, string? format) => _text.AppendFormatted(value, format);

    public string Formed() => _text.ToStringAndClear();
}

/// <summary>Claims with a text that costs nothing while they hold.</summary>
internal static class Claim
{
    public static void Holds(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] FailureText otherwise)
    {
        if (!holds)
        {
            Assert.Fail(otherwise.Formed());
        }
    }
}
