using System.Globalization;

namespace CustomerSuccess.Expressions;

internal sealed partial class Re2Parser
{
    private void Escaped(List<Re2Node> parts)
    {
        if (Named() is { } named)
        {
            parts.Add(new Re2Class(named));
            return;
        }

        if (Take(@"\Q"))
        {
            Quoted(parts);
            return;
        }

        Re2Assertion? place = _at + 1 == _pattern.Length ? null : _pattern[_at + 1] switch
        {
            'A' => Re2Assertion.TextStart,
            'z' => Re2Assertion.TextEnd,
            'b' => Re2Assertion.WordBoundary,
            'B' => Re2Assertion.NoWordBoundary,
            _ => null,
        };
        if (place is { } assertion)
        {
            _at += 2;
            parts.Add(new Re2Place(assertion));
        }
        else
        {
            parts.Add(Literal(EscapedCharacter()));
        }
    }

    /// <summary>Text as it stands, to <c>\E</c> or the end.</summary>
    private void Quoted(List<Re2Node> parts)
    {
        while (!IsAtEnd && !Take(@"\E"))
        {
            parts.Add(Literal(CodePoint()));
        }
    }

    private int EscapedCharacter()
    {
        var from = _at++;
        if (IsAtEnd)
        {
            throw Mistake(@"a '\' at the end", from);
        }

        var escaped = CodePoint();
        switch (escaped)
        {
            case 'a':
                return '\a';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return '\v';
            case 'x':
                return Hexadecimal(from);
            case '0':
            case >= '1' and <= '7' when Next is >= '0' and <= '7':
                return Octal(escaped - '0');
            case < 128 when !char.IsAsciiLetterOrDigit((char)escaped):
                return escaped;
        }

        var why = escaped switch
        {
            >= '1' and <= '9' => $": a back-reference {NotInRe2}",
            'C' => ": a single byte is not matched, texts are of characters",
            'Z' or 'G' or 'K' or 'R' or 'X' or 'h' or 'H' or 'N' or 'k' or 'g' => $": it {NotInRe2}",
            _ => "",
        };
        throw Mistake($"bad escape {Shown(from)}{why}", from);
    }

    private int Octal(int value)
    {
        for (var i = 0; i < 2 && Next is >= '0' and <= '7'; i++)
        {
            value = (value * 8) + (_pattern[_at++] - '0');
        }

        return value;
    }

    private int Hexadecimal(int from)
    {
        var isBraced = Take("{");
        var (value, digits) = (0, 0);
        for (; (isBraced || digits < 2) && char.IsAsciiHexDigit(Next) && value <= CodePointSet.Last; _at++, digits++)
        {
            value = (value * 16) + int.Parse(_pattern.AsSpan(_at, 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        return value <= CodePointSet.Last && (isBraced ? digits > 0 && Take("}") : digits == 2)
            ? value
            : throw Mistake($@"bad escape {Shown(from)}: \x stands before two hexadecimal digits, or up to 10FFFF in braces", from);
    }
}
