using System.Text.RegularExpressions;

namespace CustomerSuccess.Tests.Docs;

/// <summary>What an example of a page of diagnostics promises, and does not keep. That a program prints what stands behind it is checked with all fences.</summary>
internal static partial class DiagnosticExample
{
    private const string Also = "also=";

    public static IEnumerable<string> WhatIsNotWrong(string code, Fence fence)
    {
        string[] expected = [code, .. fence.Words.Where(w => w.StartsWith(Also, StringComparison.Ordinal)).SelectMany(w => w[Also.Length..].Split(','))];
        if (fence.IsCSharp)
        {
            return fence.Output is { } output && Printed(output) is var printed && expected.Order(StringComparer.Ordinal).SequenceEqual(printed.Order(StringComparer.Ordinal), StringComparer.Ordinal)
                ? []
                : [$"{At(fence)}: a wrong program prints the codes {string.Join(", ", expected)}"];
        }

        var example = ExampleDocument.Of(fence);
        return Misplaced(expected, example, ExampleDocument.Mistakes(example), fence);
    }

    /// <summary>A warning is found, and refuses nothing.</summary>
    public static IEnumerable<string> WhatIsNotWarned(string code, Fence fence)
    {
        var example = ExampleDocument.Of(fence);
        return ExampleDocument.Mistakes(example).Select(m => $"{At(fence)}: {code} is a warning, and there is a mistake: {m}")
            .Concat(Misplaced([code], example, ExampleDocument.Warnings(example), fence));
    }

    private static IEnumerable<string> Misplaced(string[] expected, IReadOnlyList<ExampleDocument> example, IReadOnlyList<Diagnostic> mistakes, Fence fence)
    {
        var codes = mistakes.Select(m => m.Code).Distinct(StringComparer.Ordinal).ToArray();
        return expected.Except(codes).Select(c => $"{At(fence)}: it does not have {c}")
            .Concat(mistakes.Where(m => !expected.Contains(m.Code)).Select(m => $"{At(fence)}: it has more: {m}"))
            .Concat(mistakes.Where(m => !example.Any(d => d.Name == m.Document && d.Holds(m.Line, m.Column))).Select(m => $"{At(fence)}: the mistake lies outside the example: {m}"))
            .Concat(mistakes.Where(m => string.IsNullOrWhiteSpace(m.Cure)).Select(m => $"{At(fence)}: there is no cure: {m}"))
            .Concat(mistakes.Where(m => CSharp().IsMatch(m.Cure)).Select(m => $"{At(fence)}: the cure speaks of C#: {m}"));
    }

    public static IEnumerable<string> WhatIsNotRight(string code, Fence fence) => fence.IsCSharp
        ? fence.Output is { } output && !Printed(output).Contains(code) ? [] : [$"{At(fence)}: a right program prints something, and no {code}"]
        : ExampleDocument.Mistakes(ExampleDocument.Of(fence)).Concat(ExampleDocument.Warnings(ExampleDocument.Of(fence))).Select(m => $"{At(fence)}: {code} should be gone, and there is: {m}");

    private static string At(Fence fence) => $"{fence.Page}({fence.Line})";

    private static string[] Printed(Fence output) => output.Text.Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"=>|\b[A-Z]\w+\(|\bnew\b")]
    private static partial Regex CSharp();
}
