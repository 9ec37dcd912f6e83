namespace CustomerSuccess.Portfolio.Commands;

/// <summary>The options of <see cref="ScoreCommand"/>.</summary>
internal sealed class ScoreArguments
{
    private static readonly ValueOption[] Options = [new("--file", "a path", "customers.csv"), new("--config", "a folder", "config/customers")];

    private ScoreArguments(string? file, string? folder, bool json) => (File, Folder, Json) = (file, folder, json);

    /// <summary>The file to read; null for the one that comes with the program.</summary>
    public string? File { get; }

    /// <summary>The folder of the documents; null for the one that comes with the program.</summary>
    public string? Folder { get; }

    public bool Json { get; }

    public static ScoreArguments Parse(IReadOnlyList<string> typed)
    {
        var arguments = Arguments.Parse(typed, ["--json"], Options, paths: 0, "Name a file with --file PATH.");
        return new(arguments.Value("--file"), arguments.Value("--config"), arguments.Has("--json"));
    }
}
