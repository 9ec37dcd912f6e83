using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CustomerSuccess;

/// <summary>
/// Canonical JSON by RFC 8785: properties sorted by UTF-16 code units, numbers as ECMAScript prints them, the shortest
/// escapes. Built of dictionaries, lists, strings, booleans and doubles; null properties are left out.
/// </summary>
internal static class CanonicalJson
{
    public static string Write(object value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>SHA-256 of the canonical JSON in UTF-8, as 64 lower-case hexadecimal digits.</summary>
    public static string Hash(object value) => HashOf(Write(value));

    /// <summary>SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Whether a text holds half of a surrogate pair: RFC 8785 makes that an error, and hashes could not tell such texts apart.</summary>
    public static bool HasHalfCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return true;
            }
        }

        return false;
    }

    private static void Append(StringBuilder text, object value)
    {
        switch (value)
        {
            case string s:
                AppendString(text, s);
                break;
            case bool b:
                text.Append(b ? "true" : "false");
                break;
            case double d:
                text.Append(Number(d));
                break;
            case int i:
                text.Append(i.ToString(CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, object?> properties:
                AppendObject(text, properties);
                break;
            case IEnumerable<object> items:
                AppendList(text, items);
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} has no canonical JSON.");
        }
    }

    private static void AppendList(StringBuilder text, IEnumerable<object> items)
    {
        text.Append('[');
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "" : ",");
            Append(text, item);
            first = false;
        }

        text.Append(']');
    }

    private static void AppendObject(StringBuilder text, IReadOnlyDictionary<string, object?> properties)
    {
        text.Append('{');
        var names = ArrayPool<string>.Shared.Rent(properties.Count);
        var count = 0;
        foreach (var (name, value) in properties)
        {
            if (value is not null)
            {
                names[count++] = name;
            }
        }

        Array.Sort(names, 0, count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "" : ",");
            AppendString(text, names[i]);
            text.Append(':');
            Append(text, properties[names[i]]!);
        }

        ArrayPool<string>.Shared.Return(names, clearArray: true);

        text.Append('}');
    }

    /// <summary>A number as ECMAScript's Number::toString prints it. −0 is 0.</summary>
    /// <exception cref="ArgumentException">NaN and infinities have no JSON.</exception>
    public static string Number(double number)
    {
        if (!double.IsFinite(number))
        {
            throw new ArgumentException("NaN and infinities have no JSON. Use finite numbers.", nameof(number));
        }

        if (number == 0)
        {
            return "0";
        }

        var (digits, exponent) = Decimal(Math.Abs(number).ToString("R", CultureInfo.InvariantCulture));
        var sign = number < 0 ? "-" : "";
        var k = digits.Length;
        return sign + (exponent switch
        {
            >= 1 and <= 21 when k <= exponent => digits + new string('0', exponent - k),
            >= 1 and <= 21 => $"{digits[..exponent]}.{digits[exponent..]}",
            > -6 and <= 0 => $"0.{new string('0', -exponent)}{digits}",
            _ => Scientific(digits, exponent - 1),
        });
    }

    // The shortest digits that read back the number, and the power of ten n for which it is 0.digits × 10^n.
    private static (string Digits, int Exponent) Decimal(string roundTrip)
    {
        var mantissa = roundTrip;
        var exponent = 0;
        var e = roundTrip.IndexOf('E', StringComparison.Ordinal);
        if (e >= 0)
        {
            mantissa = roundTrip[..e];
            exponent = int.Parse(roundTrip.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? mantissa.Length : dot;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), exponent + whole - leading);
    }

    private static string Scientific(string digits, int exponent) =>
        $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        if (!value.AsSpan().ContainsAnyInRange('\0', '\x1f') && !value.AsSpan().ContainsAny('"', '\\'))
        {
            text.Append(value).Append('"');
            return;
        }

        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
