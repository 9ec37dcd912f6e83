using System.Globalization;

namespace CustomerSuccess;

/// <summary>One text of several values. Different values give different texts.</summary>
internal static class ContentText
{
    public static string Of(params ReadOnlySpan<object?> values)
    {
        var text = new System.Text.StringBuilder();
        foreach (var value in values)
        {
            var word = value is Money money ? Of(money) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            text.Append(CultureInfo.InvariantCulture, $"{(value is null ? "-" : word.Length)}:{word};");
        }

        return text.ToString();
    }

    // 1.0 and 1.00 are one amount: a division drops the zeros at the end.
    private static string Of(Money money) => string.Create(CultureInfo.InvariantCulture, $"{money.Amount / 1.0000000000000000000000000000m} {money.Currency}");
}
