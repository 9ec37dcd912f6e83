using System.Text.RegularExpressions;
using CustomerSuccess.Expressions;
using CustomerSuccess.Tests.Foundation;
using CustomerSuccess.Tests.Support;

namespace CustomerSuccess.Tests.Docs;

/// <summary>Each example of the page on expressions is run, each row of its table holds, and the reference is what the declarations say.</summary>
public sealed partial class ExpressionPageTests
{
    private const string Page = "docs/expressions.md";
    private const string Reference = "docs/expression-functions.md";
    private const string Heading = "# Variables, macros, operators and functions\n\n"
        + "What the [expression language](expressions.md) of the examples there has: its own and the customer's vocabulary. This page is written from the\n"
        + "declarations, by a test.\n\n";

    private static readonly string[] Answers = ["yes", "no", "unknown"];

    [Fact]
    public void Twenty_examples_give_the_answers_that_the_page_says()
    {
        var examples = Example().Matches(Read(Page));

        Assert.Equal(20, examples.Count);
        Offenders.None("An example of the page gives what stands below it.", examples.Select(Wrong).OfType<string>());
    }

    [Fact]
    public void Every_row_of_the_table_of_unknowns_holds()
    {
        var rows = Row().Matches(Read(Page));

        Assert.Equal(9, rows.Count);
        foreach (Match row in rows)
        {
            var cells = row.Groups[1].Value.Split('|', StringSplitOptions.TrimEntries);
            Assert.Equal(cells[2..5], new[] { "a && b", "a || b", "!a" }.Select(e => Of(e, cells[0], cells[1])));
            Assert.Equal(cells[5], Of("a ? 'x' : 'y'", cells[0], cells[1]));
        }
    }

    [Fact]
    public void The_reference_is_what_the_declarations_say()
    {
        var written = Heading + CelReference.Markdown(Acme.Language.Environment);
        if (Environment.GetEnvironmentVariable("CUSTOMERSUCCESS_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Reference), written);
        }

        Assert.Equal(written, Read(Reference));
        Assert.All(Acme.Language.Environment.Functions, f => Assert.All(f.Overloads, o => Assert.False(string.IsNullOrEmpty(o.Description ?? f.Description), o.ToString())));
    }

    private static string? Wrong(Match example)
    {
        var (text, answer, until) = (example.Groups["cel"].Value.Trim(), example.Groups["answer"].Value, example.Groups["until"].Value);
        var (value, end) = Evaluate(text);
        var shown = value.IsUnknown ? string.Join("; ", value.AsUnknown().Causes) : value.ToString();
        var stands = until.Length == 0 ? "" : end is { } at ? $"`{NumberText.Instant(at)}`" : "for ever";
        return shown == answer && stands == until ? null : $"{text}: {shown}, until {(end is { } then ? NumberText.Instant(then) : "for ever")}";
    }

    private static (CelValue Value, DateTimeOffset? Until) Evaluate(string text)
    {
        var expression = Acme.Language.Environment.Check(text);
        var timed = expression.Compile(Acme.Language.Binding).EvaluateTimed(Acme.Facts(), Acme.Day);
        return (timed.Value, timed.Until);
    }

    private static string Of(string text, string a, string b)
    {
        CelValue Value(string answer) => Array.IndexOf(Answers, answer) switch { 0 => CelValue.True, 1 => CelValue.False, _ => CelValue.Unknown("it", "unknown") };
        var environment = CelEnvironment.Declare().Variable("a", CelType.Bool).Variable("b", CelType.Bool).Build();
        var value = environment.Check(text).Evaluate(new Dictionary<string, CelValue> { ["a"] = Value(a), ["b"] = Value(b) });
        return value.IsUnknown ? "unknown" : value.Kind == CelKind.String ? value.AsString() : value.AsBool() ? "yes" : "no";
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");

    [GeneratedRegex("```cel\n(?<cel>.*?)```\n\nAcme: (?:unknown \\()?`(?<answer>.*?)`(?:\\)|, until (?<until>`[^`]*`|for ever))\n", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| ((?:yes|no|unknown) \| (?:yes|no|unknown) \| .*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
