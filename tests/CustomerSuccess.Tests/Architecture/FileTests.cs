using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Architecture;

/// <summary>What every file of the repository promises.</summary>
public sealed class FileTests
{
    private const int LongestFile = 250;

    /// <summary>Files under src that may be longer, each with the reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal)
    {
    };

    /// <summary>What only one machine or one network knows. Put together from parts, so that this file does not offend itself.</summary>
    private static readonly string[] OfOneMachine =
    [
        "/" + "work/", "/" + "root/", "/" + "home/", @"C:" + @"\Users\", "nuget" + ".org", ":" + "//api.",
    ];

    [Fact]
    public void A_source_file_is_one_concept_of_at_most_250_lines() =>
        Offenders.None(
            $"A file under src has at most {LongestFile} lines, or stands in FileTests.LongFiles with a reason.",
            from file in Repository.SourceFiles()
            where !LongFiles.ContainsKey(file)
            let lines = File.ReadLines(Repository.PathOf(file)).Count()
            where lines > LongestFile
            select $"{file}: {lines} lines");

    [Fact]
    public void Files_that_may_be_long_still_exist_and_are_long() =>
        Offenders.None(
            $"FileTests.LongFiles lists only files of more than {LongestFile} lines.",
            LongFiles.Keys.Where(f => !File.Exists(Repository.PathOf(f)) || File.ReadLines(Repository.PathOf(f)).Count() <= LongestFile));

    [SkippableFact]
    public void No_committed_file_names_a_machine_or_a_host_of_packages()
    {
        var files = Repository.GitFiles();
        Skip.If(files is null, "There is no git here.");
        Offenders.None(
            "A committed text file works on every machine, so it names no folder of one and no package host.",
            from file in files
            where File.Exists(Repository.PathOf(file))
            let text = TextOf(Repository.PathOf(file))
            from word in OfOneMachine
            where text.Contains(word, StringComparison.OrdinalIgnoreCase)
            select $"{file}: {word}");
    }

    private static string TextOf(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return Array.IndexOf(bytes, (byte)0) >= 0 ? "" : System.Text.Encoding.UTF8.GetString(bytes);
    }
}
