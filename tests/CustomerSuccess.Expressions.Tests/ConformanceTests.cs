using CustomerSuccess.Expressions.Conformance;

namespace CustomerSuccess.Expressions.Tests;

/// <summary>The conformance program, and the public suite where it lies beside the repository.</summary>
public sealed class ConformanceTests
{
    private const string Cases = """
        [
          {"id": "int", "expr": "1 + 2", "value": {"int": "3"}},
          {"id": "kind", "expr": "1 + 2", "value": {"uint": "3"}},
          {"id": "error", "expr": "1 / 0", "error": "divide by zero"},
          {"id": "no error", "expr": "1 / 1", "error": "divide by zero"},
          {"id": "unchecked", "expr": "1 + 1.0", "unchecked": true, "error": "no such overload"},
          {"id": "bound", "expr": "a.b", "bindings": {"a.b": {"list": [{"string": "x"}]}}, "declares": ["a.b"], "value": {"list": [{"string": "x"}]}},
          {"id": "sign of zero", "expr": "-0.0", "value": {"double": "0.0"}},
          {"id": "map", "expr": "{1: 'a', 2: 'b'}", "value": {"map": [[{"int": "2"}, {"string": "b"}], [{"int": "1"}, {"string": "a"}]]}},
          {"id": "timestamp", "expr": "timestamp(10)", "value": {"timestamp": [10, 0]}},
          {"id": "duration", "expr": "duration('1.5s')", "value": {"duration": [1, 500000000]}},
          {"id": "type", "expr": "type(1u)", "value": {"type": "uint"}}
        ]
        """;

    [Fact]
    public void It_lists_the_cases_that_fail_with_what_was_expected_and_what_came_and_counts_them()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Cases);
            var (exit, output, _) = Run(path);
            var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(1, exit);
            Assert.Equal(["kind: expected Uint 3u, got Int 3", "no error: expected an error, got Int 1", "sign of zero: expected Double 0.0, got Double -0.0", "8 passed, 3 failed"], lines);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[{\"id\": \"x\"}]")]
    [InlineData("[{\"id\": \"x\", \"expr\": \"1\", \"value\": {\"word\": \"3\"}}]")]
    public void A_file_that_is_no_file_of_cases_gives_one_message(string content)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, content);
            var (exit, _, error) = Run(path);
            Assert.Equal(2, exit);
            Assert.StartsWith("error: the cases in", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_gives_one_message() => Assert.Equal(2, Run("no such file").Exit);

    [SkippableFact]
    public void Every_case_of_the_public_suite_that_lies_beside_the_repository_passes()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CustomerSuccess.sln")))
        {
            folder = folder.Parent;
        }

        var path = Path.Combine(folder!.FullName, "..", "shared", "cel", "conformance.json");
        Skip.IfNot(File.Exists(path), "shared/cel/conformance.json is not beside the repository.");
        var (exit, output, error) = Run(path);
        Assert.True(exit == 0, output + error);
    }

    private static (int Exit, string Output, string Error) Run(string path)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = ConformanceApp.Run([path], output, error);
        return (exit, output.ToString(), error.ToString());
    }
}
