namespace CustomerSuccess.Testing;

/// <summary>Reads the files of tests.</summary>
internal static class RuleTestFiles
{
    /// <exception cref="ConfigurationException">There is no such file or directory, or it has no tests.</exception>
    public static IReadOnlyList<ConfigurationDocument> Read(string path)
    {
        var mistakes = new TestMistakes();
        try
        {
            if (File.Exists(path))
            {
                return [ConfigurationDocument.FromFile(path)];
            }

            var documents = Directory.Exists(path)
                ? Directory.GetFiles(path, "*.json", SearchOption.AllDirectories)
                    .Select(f => (Name: Path.GetRelativePath(path, f).Replace('\\', '/'), File: f))
                    .Where(f => !f.Name.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase) && !f.Name.Split('/').Any(p => p.StartsWith('.')))
                    .OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => ConfigurationDocument.FromFile(f.File, f.Name)).ToArray()
                : [];
            if (documents.Length > 0)
            {
                return documents;
            }

            mistakes.Add("DO009", path, path, null, null, $"'{path}' is no file, and no directory with files that end in .json.", "Name a file of tests, or a directory of them.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            mistakes.Add("DO009", path, path, null, null, $"'{path}' cannot be read: {e.Message}", "Name a file that can be read, saved as UTF-8, or a directory of them.");
        }

        mistakes.ThrowIfAny();
        return [];
    }
}
