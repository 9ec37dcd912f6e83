using System.Globalization;
using System.Text;

namespace CustomerSuccess.Expressions;

/// <summary>Values as text: as literals of the language, and as what <c>string(…)</c> makes of them.</summary>
internal static class CelText
{
    private const int LargestPlainExponent = 21;
    private const int SmallestPlainExponent = -4;

    /// <summary>A value as a literal, or as the call that makes it.</summary>
    public static string Of(CelValue value) => value.Kind switch
    {
        CelKind.Null => "null",
        CelKind.Bool => value.IsTrue ? "true" : "false",
        CelKind.Int => value.Bits.ToString(CultureInfo.InvariantCulture),
        CelKind.Uint => unchecked((ulong)value.Bits).ToString(CultureInfo.InvariantCulture) + "u",
        CelKind.Double => DoubleLiteral(value.DoubleBits),
        CelKind.String => Quoted(value.AsString()),
        CelKind.Bytes => Quoted(((CelBytes)value.Object!).Span),
        CelKind.Timestamp => $"timestamp(\"{CelTime.Text(value)}\")",
        CelKind.Duration => $"duration(\"{CelTime.DurationText(value.Bits)}\")",
        CelKind.List => $"[{string.Join(", ", value.AsList().Select(Of))}]",
        CelKind.Map => $"{{{string.Join(", ", value.AsMap().Select(e => $"{Of(e.Key)}: {Of(e.Value)}"))}}}",
        CelKind.Type => value.AsType().Name,
        _ => value.Object!.ToString()!,
    };

    /// <summary>The name of a value's type, as <c>type(…)</c> gives it.</summary>
    public static string TypeName(CelValue value) => CelTypes.Of(value).Name;

    /// <summary>The shortest text that stands for the number; with an exponent below 1e-4 and from 1e21 on.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
        }

        var (digits, exponent) = Split(value.ToString("R", CultureInfo.InvariantCulture));
        var sign = double.IsNegative(value) ? "-" : "";
        if (digits.Length == 0)
        {
            return sign + "0";
        }

        if (exponent < SmallestPlainExponent || exponent >= LargestPlainExponent)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent):00}");
        }

        return exponent < 0 ? $"{sign}0.{new string('0', -exponent - 1)}{digits}"
            : exponent + 1 >= digits.Length ? sign + digits.PadRight(exponent + 1, '0')
            : $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    /// <summary>A text as a literal in double quotes.</summary>
    public static string Quoted(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var unit in text)
        {
            Append(literal, unit);
        }

        return literal.Append('"').ToString();
    }

    private static string Quoted(ReadOnlySpan<byte> octets)
    {
        var literal = new StringBuilder(octets.Length + 3).Append("b\"");
        foreach (var octet in octets)
        {
            if (octet is >= 0x7F)
            {
                literal.Append(CultureInfo.InvariantCulture, $"\\x{octet:x2}");
            }
            else
            {
                Append(literal, (char)octet);
            }
        }

        return literal.Append('"').ToString();
    }

    private static void Append(StringBuilder literal, char unit)
    {
        var escape = unit switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => null,
        };
        if (escape is not null)
        {
            literal.Append(escape);
        }
        else if (unit < ' ' || unit == 0x7F || unit is '\u2028' or '\u2029' or '\u0085')
        {
            literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }
        else
        {
            literal.Append(unit);
        }
    }

    private static string DoubleLiteral(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "double(\"NaN\")" : value > 0 ? "double(\"Infinity\")" : "double(\"-Infinity\")";
        }

        var text = Number(value);
        return text.AsSpan().IndexOfAny('.', 'e') < 0 ? text + ".0" : text;
    }

    // Digits without zeros at either end, and the power of ten of the first of them.
    private static (string Digits, int Exponent) Split(string text)
    {
        var mantissa = text.AsSpan().TrimStart('-');
        var exponent = 0;
        var mark = mantissa.IndexOf('E');
        if (mark >= 0)
        {
            exponent = int.Parse(mantissa[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            mantissa = mantissa[..mark];
        }

        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa.Length : point;
        var all = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        var leading = all.Length - all.TrimStart('0').Length;
        return (all.Trim('0'), exponent + whole - 1 - leading);
    }
}
