namespace CustomerSuccess.Portfolio.Reading;

/// <summary>Whether two paths name one file, links followed.</summary>
internal static class SameFile
{
    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public static bool Is(string one, string other) => string.Equals(Real(one), Real(other), Comparison);

    private static string Real(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            return File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // What is wrong with the path is said where it is opened.
            return path;
        }
    }
}
