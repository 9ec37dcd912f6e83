using System.Diagnostics;

namespace CustomerSuccess.Tests.Support;

/// <summary>The files of this repository, found by walking up from the test assembly.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The names of the projects under src, each of which ships as a package.</summary>
    public static IReadOnlyList<string> ShippedProjects { get; } =
        [.. Directory.GetDirectories(PathOf("src")).Select(d => Path.GetFileName(d)).Where(HasProject).Order(StringComparer.Ordinal)];

    /// <summary>The hand-written C# files under src, relative to the root and with forward slashes.</summary>
    public static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>What git tracks or would track, or null where there is no git or no git repository.</summary>
    public static IReadOnlyList<string>? GitFiles()
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            start.ArgumentList.Add(argument);
        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static bool HasProject(string name) => File.Exists(PathOf("src", name, name + ".csproj"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CustomerSuccess.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("No CustomerSuccess.sln above " + AppContext.BaseDirectory + ". Run the tests from a build inside the repository.");
    }
}
