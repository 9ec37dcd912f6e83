namespace CustomerSuccess.Composition;

/// <summary>Reads the documents of a directory.</summary>
internal static class DocumentDirectory
{
    private const string Pattern = "*.json";
    private const int MostFiles = 10_000;

    public static IReadOnlyList<ConfigurationDocument> Read(string directory, DocumentCheck check)
    {
        List<ConfigurationDocument> documents = [];
        string[] files;
        try
        {
            files = [.. Directory.EnumerateFiles(directory, Pattern, SearchOption.AllDirectories).Where(f => IsDocument(Path.GetRelativePath(directory, f))).Take(MostFiles + 1)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            check.Add(new("DO009", directory, $"The directory cannot be read: {e.Message}", "Name a directory of documents."));
            return documents;
        }

        if (files.Length is 0 or > MostFiles)
        {
            check.Add(new("DO009", directory, files.Length == 0 ? "The directory has no documents." : $"The directory has more than {MostFiles} documents.", "Name a directory with files that end in .json."));
            return documents;
        }

        foreach (var (name, path) in files.Select(f => (Name: Path.GetRelativePath(directory, f).Replace('\\', '/'), Path: f)).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            try
            {
                documents.Add(ConfigurationDocument.FromFile(path, name));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                check.Add(new("DO009", name, $"The document cannot be read: {e.Message}", "Save it as UTF-8 where it can be read."));
            }
        }

        return documents;
    }

    // Names that begin with a dot are of tools: settings of editors, the snapshots behind a mounted volume.
    private static bool IsDocument(string name) =>
        !name.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase) && !Array.Exists(name.Split(Path.DirectorySeparatorChar), part => part.StartsWith('.'));
}
