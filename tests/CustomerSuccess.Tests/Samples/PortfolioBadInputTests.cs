using System.Text;
using static CustomerSuccess.Tests.Samples.PortfolioRun;
using static CustomerSuccess.Tests.Samples.Refusal;

namespace CustomerSuccess.Tests.Samples;

/// <summary>A broken file gives one message that says where, and never a score.</summary>
public sealed class PortfolioBadInputTests
{
    public static TheoryData<string, string, string[]> Texts => new()
    {
        { "empty", "", ["empty"] },
        { "only line ends", "\n\n\n", ["empty"] },
        { "only a header", Header + "\n", ["no customer"] },
        { "a missing column", FileOf(Row()).Replace("tenure", "tenuer", StringComparison.Ordinal), ["line 1", "'tenure'", "'tenuer'"] },
        { "two missing columns", "customer_id,churn,tenure,contract,online_security,payment_method\n", ["line 1", "'tech_support'", "'monthly_charges'"] },
        { "a column twice", $"tenure,{Header}\n1,{Row()}\n", ["line 1", "'tenure'", "2 times"] },
        { "semicolons", FileOf(Row()).Replace(',', ';'), ["line 1", "Commas"] },
        { "text for a number", FileOf(Row(), Row(monthlyCharges: "abc")), ["line 3", "column monthly_charges", "'abc'", "not a number"] },
        { "NaN", FileOf(Row(tenure: "NaN")), ["line 2", "column tenure", "not a number"] },
        { "infinity", FileOf(Row(totalCharges: "Infinity")), ["line 2", "column total_charges", "not a number"] },
        { "minus infinity", FileOf(Row(totalCharges: "-Infinity")), ["line 2", "column total_charges", "not a number"] },
        { "negative", FileOf(Row(tenure: "-1")), ["line 2", "column tenure", "negative"] },
        { "too large", FileOf(Row(monthlyCharges: "1e400")), ["line 2", "column monthly_charges", "too large"] },
        { "a decimal comma", FileOf(Row(monthlyCharges: "\"56,95\"")), ["line 2", "column monthly_charges", "'56,95'", "not a number"] },
        { "no number", FileOf(Row(monthlyCharges: "")), ["line 2", "column monthly_charges", "empty"] },
        { "no id", FileOf(Row(id: "")), ["line 2", "column customer_id", "empty"] },
        { "a control character", FileOf(Row(id: "T\u001b[31m")), ["line 2", "column customer_id", "control"] },
        { "an unknown contract", FileOf(Row(contract: "Two yaer")), ["line 2", "column contract", "'Two yaer'", "Did you mean 'Two year'"] },
        { "an unknown churn", FileOf(Row(churn: "Maybe")), ["line 2", "column churn", "'Maybe'", "'Yes'"] },
        { "another case", FileOf(Row(techSupport: "yes")), ["line 2", "column tech_support", "Did you mean 'Yes'"] },
        { "a truncated line", FileOf(Row(), Row()[..20]), ["line 3", "fields", "cut off"] },
        { "a field too many", FileOf(Row() + ",1"), ["line 2", "10 fields", "9"] },
        { "an unclosed quote", FileOf(Row(), Row(id: "\"T2"), Row()), ["line 3", "column customer_id", "quote"] },
        { "an unclosed quote in a long file", FileOf([Row(id: "\"T1"), .. Enumerable.Repeat(Row(), 5_000)]), ["line 2", "quote"] },
        { "text behind a quote", FileOf(Row(id: "\"T1\"x")), ["line 2", "column customer_id", "quote"] },
        { "a mistake below a text of two lines", $"note,{Header}\n\"two\nlines\",{Row()}\n\n,{Row(tenure: "x")}\n", ["line 5", "column tenure"] },
        { "a NUL byte", FileOf(Row(), Row(id: "T\0")), ["line 3", "NUL"] },
        { "a long line", FileOf(Row(), new string('x', 70_000)), ["line 3", "65,536"] },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_broken_file_gives_one_message_with_its_place(string what, string text, string[] words)
    {
        Refused(OnText(text), words);
        Refused(OnText(text, "--json"), words);
        Assert.NotEmpty(what);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_with_their_line()
    {
        var bytes = Encoding.UTF8.GetBytes(FileOf(Row(), Row(id: "T?")));
        bytes[Array.LastIndexOf(bytes, (byte)'?')] = 0xFF;
        Refused(OnBytes(bytes, "--json"), "line 3", "UTF-8");
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        var random = new Random(20_250_101);
        foreach (var length in (int[])[1, 2, 100, 10_000, 1_000_000])
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            Refused(OnBytes(bytes, "--json"));
        }
    }

    [Fact]
    public void A_file_with_a_few_bytes_changed_is_scored_or_refused_and_nothing_else()
    {
        var random = new Random(7);
        var good = Encoding.UTF8.GetBytes(FileOf([.. Enumerable.Range(1, 5).Select(i => Row(id: $"\"T{i}\""))]));
        for (var run = 0; run < 300; run++)
        {
            var bytes = good.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)",\"\n\r;-.x9\0"[random.Next(10)];
            var result = OnBytes(bytes[..random.Next(bytes.Length / 2, bytes.Length)], "--json");
            if (result.ExitCode != 0)
                Refused(result);
        }
    }

    [Fact]
    public void Twenty_megabytes_without_a_line_end_are_refused_at_once()
    {
        var text = new byte[20 << 20];
        text.AsSpan().Fill((byte)'x');
        Refused(OnBytes(text, "--json"), "line 1", "65,536");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() => Refused(With("--file", "no/such/file.csv", "--json"), "no/such/file.csv", "no such file");

    [Fact]
    public void A_folder_is_no_file() => Refused(With("--file", Path.GetTempPath(), "--json"), "folder");

    [SkippableFact]
    public void A_file_that_may_not_be_read_is_named()
    {
        Skip.If(OperatingSystem.IsWindows(), "Permissions are not the file's own there.");
        using var file = new TemporaryFile();
        File.WriteAllText(file.Path, FileOf(Row()));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file.Path, UnixFileMode.None);
        Skip.If(CanRead(file.Path), "This user may read everything.");
        Refused(With("--file", file.Path, "--json"), "permission");
    }

    [Theory]
    [InlineData("--fil x", "'--fil'", "'--file'")]
    [InlineData("--json --file", "--file needs a path")]
    [InlineData("--file --json", "--file needs a path")]
    [InlineData("--file= --json", "--file needs a path")]
    [InlineData("--file a --file b", "twice")]
    [InlineData("scor --json", "'scor'", "'score'")]
    [InlineData("score x --json", "'x'")]
    public void A_mistake_in_the_arguments_is_named(string arguments, params string[] words) => Refused(With(arguments.Split(' ')), words);

    [Theory]
    [InlineData("--help")]
    [InlineData("score -h")]
    public void Help_names_the_options_and_the_columns(string arguments)
    {
        var run = With(arguments.Split(' '));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(["--file", "--json", "monthly_charges"], word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    private static bool CanRead(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
