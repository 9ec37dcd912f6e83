using System.Text.Json;

namespace CustomerSuccess.Expressions.Conformance;

/// <summary>The program without its process: tests call it too.</summary>
public static class ConformanceApp
{
    private const int AllPassed = 0;
    private const int SomeFailed = 1;
    private const int BadInput = 2;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (args is not [var path])
        {
            error.WriteLine("error: name one file of cases, for instance conformance.json.");
            return BadInput;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 512 });
            return Run(document.RootElement, output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            error.WriteLine($"error: the cases in '{path}' cannot be read: {e.Message}");
            return BadInput;
        }
    }

    private static int Run(JsonElement cases, TextWriter output)
    {
        var (passed, failed) = (0, 0);
        foreach (var element in cases.EnumerateArray())
        {
            var outcome = ConformanceCase.Of(element).Run();
            if (outcome.Passed)
            {
                passed++;
                continue;
            }

            failed++;
            output.WriteLine($"{outcome.Id}: expected {outcome.Expected}, got {outcome.Got}");
        }

        output.WriteLine(FormattableString.Invariant($"{passed} passed, {failed} failed"));
        return failed == 0 ? AllPassed : SomeFailed;
    }
}
