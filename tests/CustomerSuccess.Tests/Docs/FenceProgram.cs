using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CustomerSuccess.Tests.Docs;

/// <summary>
/// A C# fence as a program of its own: top-level statements with the implicit usings of a console project, against the
/// assemblies that these tests run with. Compiled and run in memory, in the invariant culture.
/// </summary>
internal static class FenceProgram
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions s_language = new(LanguageVersion.Latest);

    private static readonly CSharpCompilationOptions s_options = new CSharpCompilationOptions(OutputKind.ConsoleApplication)
        .WithNullableContextOptions(NullableContextOptions.Enable)
        // One version of an assembly stands in for another: a matter of the host, not of the page.
        .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    private static readonly Lazy<MetadataReference[]> s_references = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(File.Exists)
            .DistinctBy(Path.GetFileName)
            .Select(f => MetadataReference.CreateFromFile(f))]);

    /// <summary>What is wrong with the fence, each with page and line; empty where it does all that the page says.</summary>
    public static IReadOnlyList<string> Check(Fence fence)
    {
        using var program = new MemoryStream();
        using var symbols = new MemoryStream();
        var mistakes = Compile(fence, program, symbols);
        if (mistakes.Count > 0)
            return mistakes;

        program.Position = symbols.Position = 0;
        var (output, error) = Run(program, symbols);
        if (error is not null)
            return [$"{fence.Page}({fence.Line}): it throws {error}"];

        return fence.Output is { } stated && Difference(Lines(stated.Text), Lines(output)) is { } difference
            ? [$"{fence.Page}({stated.Line + difference.Line}): {difference.What}\n--- it prints:\n{output}"]
            : [];
    }

    private static List<string> Compile(Fence fence, Stream program, Stream symbols)
    {
        var text = SourceText.From($"#line {fence.Line} \"{fence.Page}\"\n{fence.Text}\n", Encoding.UTF8);
        SyntaxTree[] trees = [CSharpSyntaxTree.ParseText(ImplicitUsings, s_language), CSharpSyntaxTree.ParseText(text, s_language, fence.Page)];
        var result = CSharpCompilation.Create($"Fence{Guid.NewGuid():N}", trees, s_references.Value, s_options).Emit(program, symbols);
        return
        [
            .. result.Diagnostics
                .Where(d => d.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning)
                .Select(d => (d.Location.GetMappedLineSpan().StartLinePosition.Line, Text: $"{d.Id} {d.GetMessage(CultureInfo.InvariantCulture)}"))
                .Select(d => $"{fence.Page}({d.Line + 1}): {d.Text}"),
        ];
    }

    private static (string Output, string? Error) Run(Stream program, Stream symbols)
    {
        var context = new AssemblyLoadContext("fence", isCollectible: true);
        var (before, culture) = (Console.Out, CultureInfo.CurrentCulture);
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        try
        {
            var main = context.LoadFromStream(program, symbols).EntryPoint!;
            Console.SetOut(output);
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            object?[] arguments = main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()];

            // Away from the synchronization context of the tests, as a program is.
            var run = Task.Run(() => main.Invoke(null, arguments));
            return run.Wait(TimeSpan.FromSeconds(60)) ? (output.ToString(), null) : ("", "nothing, and does not end within a minute either");
        }
        catch (AggregateException e) when (e.InnerException is TargetInvocationException { InnerException: { } thrown })
        {
            return ("", thrown.ToString());
        }
        finally
        {
            Console.SetOut(before);
            CultureInfo.CurrentCulture = culture;
            context.Unload();
        }
    }

    private static (int Line, string What)? Difference(string[] stated, string[] printed)
    {
        for (var i = 0; i < Math.Max(stated.Length, printed.Length); i++)
        {
            var (said, real) = (stated.ElementAtOrDefault(i), printed.ElementAtOrDefault(i));
            if (said != real)
                return (Math.Min(i, stated.Length - 1), $"the page says {Quoted(said)} and the program prints {Quoted(real)}");
        }

        return null;
    }

    private static string Quoted(string? line) => line is null ? "no more lines" : $"'{line}'";

    private static string[] Lines(string text) => [.. text.Replace("\r", "", StringComparison.Ordinal).TrimEnd().Split('\n').Select(l => l.TrimEnd())];
}
