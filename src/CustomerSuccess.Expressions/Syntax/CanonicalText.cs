using System.Text;

namespace CustomerSuccess.Expressions;

/// <summary>Prints a tree: one blank around binary operators, texts in double quotes, parentheses only where they are needed.</summary>
internal static class CanonicalText
{
    public static string Of(CelNode node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.ToString();
    }

    // Something that binds no more strongly than what is around goes into parentheses.
    private static void Write(StringBuilder text, CelNode node, int above)
    {
        var needed = StrengthOf(node) <= above;
        text.Append(needed ? "(" : "");
        switch (node)
        {
            case CelLiteral literal:
                text.Append(literal.Value.ToString());
                break;
            case CelName name:
                text.Append(name.IsRooted ? "." : "").Append(name.Name);
                break;
            case CelSelect { IsTest: true } test:
                text.Append("has(");
                WriteField(text, test);
                text.Append(')');
                break;
            case CelSelect select:
                WriteField(text, select);
                break;
            case CelCall call:
                WriteCall(text, call);
                break;
            case CelListLiteral list:
                text.Append('[');
                WriteAll(text, list.Parts);
                text.Append(']');
                break;
            case CelMapLiteral map:
                WriteMap(text, map);
                break;
            case CelComprehension comprehension:
                WriteComprehension(text, comprehension);
                break;
            default:
                text.Append('?');
                break;
        }

        text.Append(needed ? ")" : "");
    }

    private static int StrengthOf(CelNode node) => node switch
    {
        CelCall { Function: Operators.Conditional } => Operators.ConditionalStrength,
        CelCall { Function: Operators.Not or Operators.Negate } => Operators.UnaryStrength,
        CelCall call when Operators.Sign(call.Function) is { } sign => sign.Strength,
        // A negative number before a dot or bracket, or behind a minus, would be read differently.
        CelLiteral { Value.Kind: CelKind.Int or CelKind.Double } literal when literal.Value.ToString()[0] == '-' => Operators.UnaryStrength,
        _ => int.MaxValue,
    };

    private static void WriteCall(StringBuilder text, CelCall call)
    {
        if (call.Function == Operators.Conditional)
        {
            Write(text, call.Arguments[0], Operators.ConditionalStrength);
            text.Append(" ? ");
            Write(text, call.Arguments[1], Operators.ConditionalStrength);
            text.Append(" : ");
            Write(text, call.Arguments[2], 0);
        }
        else if (call.Function is Operators.Not or Operators.Negate)
        {
            text.Append(call.Function[0]);
            // A minus before a number would become part of it.
            Write(text, call.Arguments[0], call.Arguments[0] is CelLiteral && call.Function == Operators.Negate ? int.MaxValue : Operators.UnaryStrength - 1);
        }
        else if (call.Function == Operators.Index)
        {
            Write(text, call.Arguments[0], Operators.MemberStrength - 1);
            text.Append('[');
            Write(text, call.Arguments[1], 0);
            text.Append(']');
        }
        else if (Operators.Sign(call.Function) is { } sign)
        {
            WriteChain(text, call, sign.Sign, sign.Strength);
        }
        else
        {
            if (call.Target is { } target)
            {
                Write(text, target, Operators.MemberStrength - 1);
                text.Append('.');
            }

            text.Append(call.Function).Append('(');
            WriteAll(text, call.Arguments);
            text.Append(')');
        }
    }

    private static void WriteChain(StringBuilder text, CelCall call, string sign, int strength)
    {
        // The left side of the same strength needs no parentheses; a chain of and, or has operands that bind more strongly.
        Write(text, call.Arguments[0], call.Function is Operators.And or Operators.Or ? strength : strength - 1);
        foreach (var operand in call.Arguments.Skip(1))
        {
            text.Append(' ').Append(sign).Append(' ');
            Write(text, operand, strength);
        }
    }

    private static void WriteField(StringBuilder text, CelSelect select)
    {
        Write(text, select.Operand, Operators.MemberStrength - 1);
        var isPlain = select.Field.Length > 0 && !char.IsAsciiDigit(select.Field[0]) && select.Field.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            && select.Field is not ("in" or "true" or "false" or "null");
        text.Append('.').Append(isPlain ? select.Field : $"`{select.Field}`");
    }

    private static void WriteMap(StringBuilder text, CelMapLiteral map)
    {
        text.Append('{');
        for (var i = 0; i < map.Parts.Count; i += 2)
        {
            text.Append(i > 0 ? ", " : "");
            Write(text, map.Parts[i], 0);
            text.Append(": ");
            Write(text, map.Parts[i + 1], 0);
        }

        text.Append('}');
    }

    private static void WriteComprehension(StringBuilder text, CelComprehension comprehension)
    {
        Write(text, comprehension.Range, Operators.MemberStrength - 1);
        text.Append('.').Append(comprehension.Written).Append('(').Append(comprehension.First);
        text.Append(comprehension.Second is null ? "" : ", ").Append(comprehension.Second);
        foreach (var part in comprehension.Parts.Skip(1))
        {
            text.Append(", ");
            Write(text, part, 0);
        }

        text.Append(')');
    }

    private static void WriteAll(StringBuilder text, IReadOnlyList<CelNode> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            Write(text, parts[i], 0);
        }
    }
}
