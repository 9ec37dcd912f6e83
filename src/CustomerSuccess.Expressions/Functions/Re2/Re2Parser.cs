using System.Text;

namespace CustomerSuccess.Expressions;

/// <summary>
/// Reads a pattern in the syntax of RE2 (its published Syntax page; where that is silent, as the syntax of Go's package regexp). What may
/// match is read, not what would be captured.
/// </summary>
internal sealed partial class Re2Parser
{
    /// <summary>How often a counted repetition may repeat, and nested ones together.</summary>
    public const int MostRepeats = 1000;

    /// <summary>How deep groups may nest.</summary>
    public const int Deepest = 250;

    private const int LongestShown = 20;

    private readonly string _pattern;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private Re2Flags _flags;
    private int _at;
    private int _depth;
    private int _ranges;

    private Re2Parser(string pattern) => _pattern = pattern;

    private bool IsAtEnd => _at == _pattern.Length;

    private char Next => _at < _pattern.Length ? _pattern[_at] : '\0';

    /// <exception cref="Re2SyntaxException">It is no pattern of RE2.</exception>
    public static Re2Node Parse(string pattern)
    {
        var parser = new Re2Parser(pattern);
        var halved = HalfCharacter(pattern);
        if (halved >= 0)
        {
            throw parser.Mistake("half of a surrogate pair", halved);
        }

        var node = parser.Choice();
        return parser.IsAtEnd ? node : throw parser.Mistake("')' without a '('", parser._at);
    }

    private Re2Node Choice()
    {
        var branch = Sequence();
        if (Next != '|')
        {
            return branch;
        }

        List<Re2Node> branches = [branch];
        while (Take("|"))
        {
            branches.Add(Sequence());
        }

        return new Re2Choice([.. branches]);
    }

    private Re2Node Sequence()
    {
        List<Re2Node> parts = [];

        // Where a repetition begins that would be repeated itself.
        var repetition = -1;
        while (!IsAtEnd && Next is not ('|' or ')'))
        {
            var from = _at;
            if (Repetition() is var (least, most))
            {
                Repeat(parts, least, most, from, repetition);
                repetition = from;
                continue;
            }

            repetition = -1;
            Part(parts);
        }

        parts.RemoveAll(p => p == Re2Node.Empty);
        return parts.Count switch { 0 => Re2Node.Empty, 1 => parts[0], _ => new Re2Sequence([.. parts]) };
    }

    private void Part(List<Re2Node> parts)
    {
        switch (Next)
        {
            case '(':
                if (Group() is { } group)
                {
                    parts.Add(group);
                }

                break;
            case '[':
                parts.Add(new Re2Class(Bracketed()));
                break;
            case '.':
                _at++;
                parts.Add(new Re2Class(Has(Re2Flags.DotIsAll) ? CodePointSet.All : NamedClasses.Newline.Complement));
                break;
            case '^':
                _at++;
                parts.Add(new Re2Place(Has(Re2Flags.IsMultiline) ? Re2Assertion.LineStart : Re2Assertion.TextStart));
                break;
            case '$':
                _at++;
                parts.Add(new Re2Place(Has(Re2Flags.IsMultiline) ? Re2Assertion.LineEnd : Re2Assertion.TextEnd));
                break;
            case '\\':
                Escaped(parts);
                break;
            default:
                parts.Add(Literal(CodePoint()));
                break;
        }
    }

    private Re2Class Literal(int codePoint)
    {
        var set = CodePointSet.Of(codePoint);
        return new(Has(Re2Flags.FoldsCase) ? set.Folded : set);
    }

    private bool Has(Re2Flags flag) => (_flags & flag) != 0;

    private int CodePoint()
    {
        var rune = Rune.GetRuneAt(_pattern, _at);
        _at += rune.Utf16SequenceLength;
        return rune.Value;
    }

    private bool Take(string expected)
    {
        if (string.CompareOrdinal(_pattern, _at, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        _at += expected.Length;
        return true;
    }

    private string Shown(int from)
    {
        var written = _pattern[from.._at];
        return written.Length <= LongestShown ? $"'{written}'" : $"'{written[..(char.IsHighSurrogate(written[LongestShown - 1]) ? LongestShown - 1 : LongestShown)]}...'";
    }

    private Re2SyntaxException Mistake(string what, int at)
    {
        var place = 1 + at;
        for (var i = 1; i < at; i++)
        {
            place -= char.IsSurrogatePair(_pattern[i - 1], _pattern[i]) ? 1 : 0;
        }

        return new(FormattableString.Invariant($"{what}, at character {place}"));
    }

    private static int HalfCharacter(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (i + 1 < pattern.Length && char.IsSurrogatePair(pattern[i], pattern[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(pattern[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
