using System.Globalization;
using System.Text;

namespace CustomerSuccess.Expressions;

/// <summary>What a literal of text or octets stands for.</summary>
internal static class LiteralText
{
    /// <summary>The text of a string token. Mistakes are reported, and what remains is given.</summary>
    public static string String(Token token, MistakeList mistakes)
    {
        var (inner, start, isRaw) = Inner(token, mistakes.Source.Text);
        if (!inner.Contains('\\', StringComparison.Ordinal) && !inner.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return inner;
        }

        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length;)
        {
            if (isRaw || inner[i] != '\\')
            {
                var length = char.IsHighSurrogate(inner[i]) && i + 1 < inner.Length && char.IsLowSurrogate(inner[i + 1]) ? 2 : 1;
                if (length == 1 && char.IsSurrogate(inner[i]))
                {
                    mistakes.Add("EX002", "The text holds half a character.", "Remove it: a text is made of whole Unicode characters.", start + i, start + i + 1);
                }

                text.Append(inner.AsSpan(i, length));
                i += length;
            }
            else if (Escape.Read(inner, i) is { } escape && Rune.TryCreate(escape.Code, out var rune))
            {
                text.Append(rune.ToString());
                i += escape.Length;
            }
            else
            {
                i += Refuse(mistakes, inner, i, start);
            }
        }

        return text.ToString();
    }

    /// <summary>The octets of a bytes token: characters as UTF-8, escapes of numbers as octets.</summary>
    public static byte[] Bytes(Token token, MistakeList mistakes)
    {
        var (inner, start, isRaw) = Inner(token, mistakes.Source.Text);
        var octets = new List<byte>(inner.Length);
        Span<byte> encoded = stackalloc byte[4];
        for (var i = 0; i < inner.Length;)
        {
            if (isRaw || inner[i] != '\\')
            {
                if (Rune.DecodeFromUtf16(inner.AsSpan(i), out var rune, out var length) != System.Buffers.OperationStatus.Done)
                {
                    mistakes.Add("EX002", "The octets hold half a character.", "Remove it, or write octets as \\xHH.", start + i, start + i + 1);
                }

                octets.AddRange(encoded[..rune.EncodeToUtf8(encoded)]);
                i += length;
            }
            else if (Escape.Read(inner, i) is { IsCharacter: false } escape)
            {
                octets.Add((byte)escape.Code);
                i += escape.Length;
            }
            else
            {
                i += Refuse(mistakes, inner, i, start);
            }
        }

        return [.. octets];
    }

    private static (string Inner, int Start, bool IsRaw) Inner(Token token, string source)
    {
        var from = token.Start;
        from += source[from] is 'b' or 'B' ? 1 : 0;
        var isRaw = source[from] is 'r' or 'R';
        from += isRaw ? 1 : 0;
        var quote = source[from];
        var marks = token.End - from >= 6 && source[from + 1] == quote && source[from + 2] == quote ? 3 : 1;
        return (source[(from + marks)..(token.End - marks)], from + marks, isRaw);
    }

    private static int Refuse(MistakeList mistakes, string inner, int at, int start)
    {
        mistakes.Add("EX002", "This escape means nothing here.", "Known are \\n \\t \\\\ \\\" \\' \\uHHHH and their like; a backslash itself is \\\\, or begin the text with r.", start + at, start + Math.Min(at + 2, inner.Length));
        return Math.Min(2, inner.Length - at);
    }

    /// <summary>An escape: the code point or octet, how long it is, and whether it names a character by its code point.</summary>
    private readonly record struct Escape(int Code, int Length, bool IsCharacter)
    {
        public static Escape? Read(string text, int at)
        {
            var letter = at + 1 < text.Length ? text[at + 1] : '\0';
            return letter switch
            {
                'a' => new(7, 2, false),
                'b' => new(8, 2, false),
                'f' => new(12, 2, false),
                'n' => new(10, 2, false),
                'r' => new(13, 2, false),
                't' => new(9, 2, false),
                'v' => new(11, 2, false),
                '\\' or '?' or '"' or '\'' or '`' => new(letter, 2, false),
                'x' or 'X' => Hexadecimal(text, at, 2, false),
                'u' => Hexadecimal(text, at, 4, true),
                'U' => Hexadecimal(text, at, 8, true),
                >= '0' and <= '3' => Octal(text, at),
                _ => null,
            };
        }

        private static Escape? Hexadecimal(string text, int at, int digits, bool isCharacter) =>
            at + 2 + digits <= text.Length && int.TryParse(text.AsSpan(at + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code >= 0
                ? new(code, 2 + digits, isCharacter)
                : null;

        private static Escape? Octal(string text, int at)
        {
            if (at + 4 > text.Length || text[at + 2] is < '0' or > '7' || text[at + 3] is < '0' or > '7')
            {
                return null;
            }

            return new(((text[at + 1] - '0') * 64) + ((text[at + 2] - '0') * 8) + (text[at + 3] - '0'), 4, false);
        }
    }
}
