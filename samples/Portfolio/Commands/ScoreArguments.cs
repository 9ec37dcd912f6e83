namespace CustomerSuccess.Portfolio.Commands;

/// <summary>The options of <see cref="ScoreCommand"/>.</summary>
internal sealed class ScoreArguments
{
    private static readonly string[] Known = ["--file", "--json", "--help"];

    private ScoreArguments(string? file, bool json) => (File, Json) = (file, json);

    /// <summary>The file to read; null for the one that comes with the program.</summary>
    public string? File { get; }

    public bool Json { get; }

    public static ScoreArguments Parse(IReadOnlyList<string> arguments)
    {
        string? file = null;
        var json = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument == "--json")
                json = true;
            else if (argument == "--file")
                file = Once(file, i + 1 < arguments.Count && !Known.Contains(arguments[i + 1]) ? arguments[++i] : "");
            else if (argument.StartsWith("--file=", StringComparison.Ordinal))
                file = Once(file, argument["--file=".Length..]);
            else if (argument.StartsWith('-'))
                throw new InputException($"there is no option {Quoted.Text(argument)}.{Nearest.Hint(argument, Known)} Run --help for what there is.");
            else
                throw new InputException($"{Quoted.Text(argument)} is one argument too many. Name a file with --file PATH.");
        }

        return new(file, json);
    }

    private static string Once(string? before, string path)
    {
        if (path.Length == 0)
            throw new InputException("--file needs a path: --file customers.csv");
        return before is null ? path : throw new InputException("--file is given twice. Name one file.");
    }
}
