namespace CustomerSuccess.Expressions;

internal sealed partial class Re2Parser
{
    /// <summary>How many ranges the classes of a pattern may have together.</summary>
    private const int MostRanges = 50_000;

    private CodePointSet Bracketed()
    {
        var from = _at++;
        var isNegated = Take("^");
        var builder = new CodePointSetBuilder();
        for (var isFirst = true; isFirst || Next != ']'; isFirst = false)
        {
            if (IsAtEnd)
            {
                throw Mistake("the class is not closed with ']'", from);
            }

            if (Named() is { } named)
            {
                builder.Add(named);
            }
            else
            {
                Range(builder, from);
            }

            if (_ranges + builder.Ranges > MostRanges)
            {
                throw Mistake("the pattern is too large: its classes have too many ranges", from);
            }
        }

        _at++;
        _ranges += builder.Ranges;
        var set = builder.Build();
        return isNegated ? set.Complement : set;
    }

    private void Range(CodePointSetBuilder builder, int bracket)
    {
        var from = _at;
        var first = ClassCharacter(bracket);
        var last = first;

        // A '-' before the last ']' stands for itself.
        if (Next == '-' && _at + 1 < _pattern.Length && _pattern[_at + 1] != ']')
        {
            _at++;
            last = ClassCharacter(bracket);
        }

        if (last < first)
        {
            throw Mistake($"bad range of a class {Shown(from)}: its ends are the wrong way round", from);
        }

        if (Has(Re2Flags.FoldsCase))
        {
            builder.Add(CodePointSet.Of((first, last)).Folded);
        }
        else
        {
            builder.Add(first, last);
        }
    }

    private int ClassCharacter(int bracket)
    {
        if (IsAtEnd)
        {
            throw Mistake("the class is not closed with ']'", bracket);
        }

        return Next == '\\' ? EscapedCharacter() : CodePoint();
    }

    /// <summary>A class with a name, in brackets or not, folded where case does not matter; null, and nothing read, where none stands here.</summary>
    private CodePointSet? Named()
    {
        if (Next == '[')
        {
            return Posix();
        }

        if (Next != '\\' || _at + 1 == _pattern.Length)
        {
            return null;
        }

        var letter = _pattern[_at + 1];
        if (letter is 'p' or 'P')
        {
            return Unicode();
        }

        if (NamedClasses.Perl(letter) is not { } set)
        {
            return null;
        }

        _at += 2;
        return Signed(set, char.IsAsciiLetterUpper(letter));
    }

    private CodePointSet? Posix()
    {
        var end = IsNext("[:") ? _pattern.IndexOf(":]", _at + 2, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            return null;
        }

        var from = _at;
        _at += 2;
        var isNegated = Take("^");
        var name = _pattern[_at..end];
        _at = end + 2;
        return NamedClasses.Posix(name) is { } set ? Signed(set, isNegated) : throw Mistake($"no class has the name {Shown(from)}", from);
    }

    private CodePointSet Unicode()
    {
        var from = _at;
        var isNegated = _pattern[_at + 1] == 'P';
        _at += 2;
        string name;
        if (Take("{"))
        {
            isNegated ^= Take("^");
            var end = _pattern.IndexOf('}', _at);
            name = end < 0 ? throw Mistake("the name of a class is not closed with '}'", from) : _pattern[_at..end];
            _at = end + 1;
        }
        else
        {
            name = IsAtEnd ? throw Mistake("a class of Unicode without a name", from) : char.ConvertFromUtf32(CodePoint());
        }

        return NamedClasses.Unicode(name) is { } set ? Signed(set, isNegated) : throw Mistake($"no general category and no script has the name {Shown(from)}", from);
    }

    private CodePointSet Signed(CodePointSet set, bool isNegated)
    {
        set = Has(Re2Flags.FoldsCase) ? set.Folded : set;
        return isNegated ? set.Complement : set;
    }
}
