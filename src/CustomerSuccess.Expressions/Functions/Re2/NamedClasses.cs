namespace CustomerSuccess.Expressions;

/// <summary>The classes with names: of Perl (<c>\d</c>), of POSIX (<c>[:alpha:]</c>), both of ASCII only, and of Unicode (<c>\p{Greek}</c>).</summary>
internal static class NamedClasses
{
    private static readonly CodePointSet Digits = CodePointSet.Of(('0', '9'));
    private static readonly CodePointSet Blanks = CodePointSet.Of(('\t', '\n'), ('\f', '\r'), (' ', ' '));

    private static readonly CodePointSet WordCharacters = CodePointSet.Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    private static readonly Dictionary<string, CodePointSet> OfPosix = new(StringComparer.Ordinal)
    {
        ["alnum"] = CodePointSet.Of(('0', '9'), ('A', 'Z'), ('a', 'z')),
        ["alpha"] = CodePointSet.Of(('A', 'Z'), ('a', 'z')),
        ["ascii"] = CodePointSet.Of((0, 0x7F)),
        ["blank"] = CodePointSet.Of(('\t', '\t'), (' ', ' ')),
        ["cntrl"] = CodePointSet.Of((0, 0x1F), (0x7F, 0x7F)),
        ["digit"] = Digits,
        ["graph"] = CodePointSet.Of(('!', '~')),
        ["lower"] = CodePointSet.Of(('a', 'z')),
        ["print"] = CodePointSet.Of((' ', '~')),
        ["punct"] = CodePointSet.Of(('!', '/'), (':', '@'), ('[', '`'), ('{', '~')),
        ["space"] = CodePointSet.Of(('\t', '\r'), (' ', ' ')),
        ["upper"] = CodePointSet.Of(('A', 'Z')),
        ["word"] = WordCharacters,
        ["xdigit"] = CodePointSet.Of(('0', '9'), ('A', 'F'), ('a', 'f')),
    };

    /// <summary>What the boundaries <c>\b</c> and <c>\B</c> take for a part of a word.</summary>
    public static CodePointSet Words => WordCharacters;

    public static CodePointSet Newline { get; } = CodePointSet.Of('\n');

    /// <summary>The class after a backslash; null where the letter names none.</summary>
    public static CodePointSet? Perl(char letter) => letter switch
    {
        'd' or 'D' => Digits,
        's' or 'S' => Blanks,
        'w' or 'W' => Words,
        _ => null,
    };

    public static CodePointSet? Posix(string name) => OfPosix.GetValueOrDefault(name);

    /// <summary>A general category, a script or any; null where nothing has the name, which is case-sensitive.</summary>
    public static CodePointSet? Unicode(string name) => name == "Any" ? CodePointSet.All : GeneralCategories.Find(name) ?? Scripts.Find(name);
}
