namespace CustomerSuccess.Expressions;

internal sealed partial class Re2Parser
{
    private const string NotInRe2 = "is no part of RE2";

    /// <summary>Reads a group; null where it only sets flags.</summary>
    private Re2Node? Group()
    {
        var from = _at++;
        if (!Take("?"))
        {
            return Enclosed(from, _flags);
        }

        if (Take("P<") || (Next == '<' && !IsNext("<=") && !IsNext("<!") && Take("<")))
        {
            Name(from);
            return Enclosed(from, _flags);
        }

        if (Foreign() is { } foreign)
        {
            throw Mistake($"{foreign} {NotInRe2}", from);
        }

        var flags = FlagsOfGroup(from);
        if (Take(":"))
        {
            return Enclosed(from, flags);
        }

        _at++;
        _flags = flags;
        return null;
    }

    private Re2Node Enclosed(int from, Re2Flags flags)
    {
        if (++_depth > Deepest)
        {
            throw Mistake($"groups nest deeper than {Deepest}", from);
        }

        var outside = _flags;
        _flags = flags;
        var node = Choice();
        if (!Take(")"))
        {
            throw Mistake("the group is not closed with ')'", from);
        }

        _flags = outside;
        _depth--;
        return node;
    }

    private void Name(int from)
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Next) || Next == '_')
        {
            _at++;
        }

        var name = _pattern[start.._at];
        if (name.Length == 0 || !Take(">"))
        {
            throw Mistake("the name of a group is letters, digits and '_' of ASCII between '<' and '>'", from);
        }

        if (!_names.Add(name))
        {
            throw Mistake($"a second group with the name '{name}'", from);
        }
    }

    /// <summary>Reads flags up to the ':' or ')' that ends them.</summary>
    private Re2Flags FlagsOfGroup(int from)
    {
        var flags = _flags;
        var (isNegative, isEmpty) = (false, false);
        for (; Next is not (':' or ')'); _at++)
        {
            if (Next == '-' && !isNegative)
            {
                (isNegative, isEmpty) = (true, true);
                continue;
            }

            var flag = Next switch { 'i' => Re2Flags.FoldsCase, 'm' => Re2Flags.IsMultiline, 's' => Re2Flags.DotIsAll, 'U' => Re2Flags.IsLazy, _ => Re2Flags.None };
            if (flag == Re2Flags.None)
            {
                throw Mistake(IsAtEnd ? "the group is not closed with ')'" : "after '(?' stand flags of i, m, s and U up to ':' or ')', or a name", IsAtEnd ? from : _at);
            }

            flags = isNegative ? flags & ~flag : flags | flag;
            isEmpty = false;
        }

        return isEmpty ? throw Mistake("a '-' without a flag", from) : flags;
    }

    /// <summary>What other engines read here.</summary>
    private string? Foreign() => Next switch
    {
        '=' or '!' => "look-ahead",
        '<' => "look-behind",
        '>' => "an atomic group",
        '#' => "a comment",
        '|' => "a branch reset",
        '(' => "a condition",
        '\'' => "a name in quotes",
        'P' when IsNext("P=") => "a back-reference",
        'P' when IsNext("P>") => "recursion",
        '&' or 'R' or (>= '0' and <= '9') => "recursion",
        _ => null,
    };

    private bool IsNext(string expected) => string.CompareOrdinal(_pattern, _at, expected, 0, expected.Length) == 0;
}
