using System.Globalization;
using System.Text;

namespace CustomerSuccess.Expressions;

/// <summary>The conversions of the language.</summary>
internal static class Converting
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static CelValue ToBool(CelValue value) => value.Object switch
    {
        string text => text switch
        {
            "true" or "True" or "TRUE" or "t" or "T" or "1" => CelValue.True,
            "false" or "False" or "FALSE" or "f" or "F" or "0" => CelValue.False,
            _ => None("yes or no", value),
        },
        _ => value.IsBool ? value : Errors.NoOverload("bool", value),
    };

    public static CelValue ToInt(CelValue value) => value.Kind switch
    {
        CelKind.Int => value,
        CelKind.Uint => value.Bits >= 0 ? CelValue.Of(value.Bits) : Errors.Range($"{value} as int"),
        // The smallest and the largest double of that size stand for more than fits.
        CelKind.Double => value.DoubleBits > long.MinValue && value.DoubleBits < long.MaxValue ? CelValue.Of((long)value.DoubleBits) : Errors.Range($"{value} as int"),
        CelKind.String => long.TryParse(value.AsString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? CelValue.Of(number) : None("whole number", value),
        CelKind.Timestamp => CelValue.Of(CelTime.SecondsOf(value)),
        _ => Errors.NoOverload("int", value),
    };

    public static CelValue ToUint(CelValue value) => value.Kind switch
    {
        CelKind.Uint => value,
        CelKind.Int => value.Bits >= 0 ? CelValue.Of((ulong)value.Bits) : Errors.Range($"{value} as uint"),
        CelKind.Double => value.DoubleBits >= 0 && value.DoubleBits < ulong.MaxValue ? CelValue.Of((ulong)value.DoubleBits) : Errors.Range($"{value} as uint"),
        CelKind.String => ulong.TryParse(value.AsString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? CelValue.Of(number) : None("whole number without a sign", value),
        _ => Errors.NoOverload("uint", value),
    };

    public static CelValue ToDouble(CelValue value) => value.Kind switch
    {
        CelKind.Double => value,
        CelKind.Int or CelKind.Uint => CelValue.Of(CelEquality.ToDouble(value)),
        CelKind.String => Double(value),
        _ => Errors.NoOverload("double", value),
    };

    public static CelValue ToText(CelValue value) => value.Kind switch
    {
        CelKind.String => value,
        CelKind.Bool => CelValue.Of(value.IsTrue ? "true" : "false"),
        CelKind.Int => CelValue.Of(value.Bits.ToString(CultureInfo.InvariantCulture)),
        CelKind.Uint => CelValue.Of(unchecked((ulong)value.Bits).ToString(CultureInfo.InvariantCulture)),
        CelKind.Double => CelValue.Of(CelText.Number(value.DoubleBits)),
        CelKind.Bytes => Text(value),
        CelKind.Timestamp => CelValue.Of(CelTime.Text(value)),
        CelKind.Duration => CelValue.Of(CelTime.DurationText(value.Bits)),
        _ => Errors.NoOverload("string", value),
    };

    public static CelValue ToBytes(CelValue value) => value.Object switch
    {
        CelBytes => value,
        string text => Octets(text),
        _ => Errors.NoOverload("bytes", value),
    };

    public static CelValue ToTimestamp(CelValue value) => value.Kind switch
    {
        CelKind.Timestamp => value,
        CelKind.String => CelTime.Parse(value.AsString()),
        CelKind.Int => CelTime.InstantOfSeconds(value.Bits),
        _ => Errors.NoOverload("timestamp", value),
    };

    public static CelValue ToDuration(CelValue value) => value.Kind switch
    {
        CelKind.Duration => value,
        CelKind.String => CelTime.ParseDuration(value.AsString()),
        _ => Errors.NoOverload("duration", value),
    };

    private static CelValue None(string what, CelValue value)
    {
        var text = value.ToString();
        return Errors.Invalid($"no {what}: {(text.Length <= 60 ? text : text[..60] + "…")}");
    }

    private static CelValue Double(CelValue value)
    {
        var text = value.AsString();
        var bare = text.AsSpan().TrimStart("+-");
        if (text.Length - bare.Length > 1 || bare.IsEmpty)
        {
            return None("number", value);
        }

        if (bare.Equals("inf", StringComparison.OrdinalIgnoreCase) || bare.Equals("infinity", StringComparison.OrdinalIgnoreCase))
        {
            return CelValue.Of(text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity);
        }

        if (bare.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            return CelValue.Of(double.NaN);
        }

        const NumberStyles Written = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Written, CultureInfo.InvariantCulture, out var number))
        {
            return None("number", value);
        }

        return double.IsFinite(number) ? CelValue.Of(number) : Errors.Range($"{CelText.Quoted(text.Length <= 60 ? text : text[..60] + "…")} as double");
    }

    private static CelValue Text(CelValue value)
    {
        try
        {
            return CelValue.Of(Utf8.GetString(value.AsBytes().Span));
        }
        catch (DecoderFallbackException)
        {
            return Errors.Invalid("the octets are no UTF-8");
        }
    }

    private static CelValue Octets(string text)
    {
        try
        {
            return CelValue.Of(Utf8.GetBytes(text));
        }
        catch (EncoderFallbackException)
        {
            return Errors.Invalid("the text holds half a character");
        }
    }
}
