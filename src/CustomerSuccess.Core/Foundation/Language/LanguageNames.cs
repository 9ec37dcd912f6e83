using System.Text.RegularExpressions;

namespace CustomerSuccess;

/// <summary>Which names expressions can write.</summary>
internal static partial class LanguageNames
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop", "namespace", "null", "package", "return", "true", "var", "void", "while",
    };

    /// <summary>Finds a name of which a part is none of the language.</summary>
    public static void Check(string name, string path, DiagnosticList found)
    {
        if (!Array.TrueForAll(name.Split('.'), IsName))
        {
            found.Add("LA001", path, $"'{name}' is no name of the language.", $"Write letters, digits and underscores, a letter first, and none of its own words: alias: \"{Of(name)}\".");
        }
    }

    /// <summary>Finds a name of one part that is none of the language.</summary>
    public static void CheckField(string name, string path, DiagnosticList found)
    {
        if (!IsName(name))
        {
            found.Add("LA001", path, $"'{name}' is no name of the language.", $"Write letters, digits and underscores, a letter first, and none of its own words: alias: \"{Part(name)}\".");
        }
    }

    public static bool IsName(string name) => Pattern().IsMatch(name) && !Reserved.Contains(name);

    /// <summary>The nearest name of the language.</summary>
    public static string Of(string name) => string.Join('.', name.Split('.').Select(Part));

    private static string Part(string name)
    {
        var written = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return IsName(written) ? written : $"_{written}";
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
