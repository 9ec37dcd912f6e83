using System.Text;
using CustomerSuccess.Tests.Health.Plans;
using static CustomerSuccess.Tests.Samples.JudgeRun;
using static CustomerSuccess.Tests.Samples.Refusal;

namespace CustomerSuccess.Tests.Samples;

/// <summary>A broken file gives one message that says where, and never a judgement.</summary>
public sealed class JudgeBadInputTests
{
    private static readonly string GoodScores = Lines(Scores, "a,2026-01-01,10", "b,2026-01-01,60");
    private static readonly string GoodOutcomes = Lines(Outcomes, "a,2026-02-01,churned", "b,2026-02-01,retained");

    public static TheoryData<string, string, string[]> ScoreTexts => new()
    {
        { "empty", "", ["empty", "one line per score"] },
        { "only a header", Scores + "\n", ["no score below it"] },
        { "a missing column", Lines("customer,date,scor", "a,2026-01-01,1"), ["line 1", "'score'", "'scor'"] },
        { "another case", Lines("Customer,date,score", "a,2026-01-01,1"), ["line 1", "'customer'", "'Customer'"] },
        { "a column twice", Lines("customer,date,score,score", "a,2026-01-01,1,2"), ["line 1", "'score'", "2 times"] },
        { "an optional column twice", Lines("customer,date,score,segment,segment", "a,2026-01-01,1,x,y"), ["line 1", "'segment'"] },
        { "semicolons", GoodScores.Replace(',', ';'), ["line 1", "Commas"] },
        { "outcomes in its place", Lines(Outcomes, "a,2026-02-01,churned"), ["line 1", "'score'", "scores first"] },
        { "text", Lines(Scores, "a,2026-01-01,10", "b,2026-01-01,high"), ["line 3", "column score", "'high'", "not a number"] },
        { "NaN", Lines(Scores, "a,2026-01-01,NaN"), ["line 2", "column score", "not a number"] },
        { "infinity", Lines(Scores, "a,2026-01-01,Infinity"), ["line 2", "column score", "not a number"] },
        { "minus infinity", Lines(Scores, "a,2026-01-01,-∞"), ["line 2", "column score", "not a number"] },
        { "more than a number can be", Lines(Scores, "a,2026-01-01,1e999"), ["line 2", "column score", "too large"] },
        { "a decimal comma", Lines(Scores, "a,2026-01-01,\"10,5\""), ["line 2", "column score", "'10,5'"] },
        { "a percent sign", Lines(Scores, "a,2026-01-01,10%"), ["line 2", "column score", "'10%'"] },
        { "no score", Lines(Scores, "a,2026-01-01,"), ["line 2", "column score", "empty"] },
        { "no customer", Lines(Scores, " ,2026-01-01,10"), ["line 2", "column customer", "empty"] },
        { "a control character", Lines(Scores, "a\u001b[31m,2026-01-01,10"), ["line 2", "column customer", "control"] },
        { "a control character in a segment", Lines(Scores + ",segment", "a,2026-01-01,10,x\u0007y"), ["line 2", "column segment", "control"] },
        { "a truncated line", Lines(Scores, "a,2026-01-01,10") + "b,2026", ["line 3", "column score", "2 fields", "cut off"] },
        { "a field too many", Lines(Scores, "a,2026-01-01,10,5"), ["line 2", "4 fields", "quotes"] },
        { "an unclosed quote", Lines(Scores, "a,2026-01-01,10", "\"b,2026-01-01,10", "c,2026-01-01,10"), ["line 3", "quote"] },
        { "a NUL byte", Lines(Scores, "a,2026-01-01,1\0"), ["line 2", "NUL", "character 15"] },
        { "a long line", Lines(Scores, new string('x', 70_000)), ["line 2", "65,536"] },
    };

    public static TheoryData<string, string[]> Dates => new()
    {
        { "01/02/2026", ["'01/02/2026'", "2026-01-31"] },
        { "2026/01/31", ["not a date"] },
        { "31.01.2026", ["not a date"] },
        { "2026-1-31", ["not a date"] },
        { "26-01-31", ["not a date"] },
        { "20260131", ["not a date"] },
        { "2026-02-30", ["not a date"] },
        { "2026-13-01", ["not a date"] },
        { "2026-01-31T10:00:00", ["no offset"] },
        { "2026-01-31T10:00", ["no offset"] },
        { "2026-01-31 10:00:00Z", ["not a date"] },
        { "2026-01-31T", ["not a date"] },
        { "2026-01-31Z", ["not a date"] },
        { "2026-01-31T25:00:00Z", ["not a date"] },
        { "2026-01-31T10:00:00+15:00", ["not a date"] },
        { "2026-01-31T10:00:00-00:00", ["not a date"] },
        { "2026-01-31T10:00:00Zx", ["not a date"] },
        { "2026-01-31T10:00:00+01:00Z", ["not a date"] },
        { "0001-01-01T00:00:00+01:00", ["not a date"] },
        { "9999-12-31T23:59:59-01:00", ["not a date"] },
        { "tomorrow", ["'tomorrow'"] },
        { "1769817600", ["not a date"] },
        { "٢٠٢٦-٠١-٣١", ["not a date"] },
    };

    public static TheoryData<string, string, string[]> OutcomeTexts => new()
    {
        { "empty", "\n\n", ["empty", "one line per outcome"] },
        { "only a header", Outcomes, ["no outcome below it"] },
        { "a missing column", Lines("customer,date,outcome", "a,2026-02-01,churned"), ["line 1", "'decision_date'"] },
        { "scores in its place", GoodScores, ["line 1", "'outcome'", "scores first"] },
        { "an unknown word", Lines(Outcomes, "a,2026-02-01,churned", "b,2026-02-01,retaned"), ["line 3", "column outcome", "'retaned'", "Did you mean 'retained'"] },
        { "a yes", Lines(Outcomes, "a,2026-02-01,1"), ["line 2", "column outcome", "'1'", "'churned', 'retained'"] },
        { "no word", Lines(Outcomes, "a,2026-02-01,"), ["line 2", "column outcome", "empty"] },
        { "no date", Lines(Outcomes, "a,,churned"), ["line 2", "column decision_date", "empty"] },
        { "a truncated word", Lines(Outcomes, "a,2026-02-01,churned") + "b,2026-02-01,reta", ["line 3", "column outcome", "'reta'"] },
        { "a truncated line", Lines(Outcomes, "a,2026-02-01,churned") + "b", ["line 3", "column decision_date", "1 fields"] },
    };

    [Theory]
    [MemberData(nameof(ScoreTexts))]
    public void A_broken_file_of_scores_gives_one_message_with_its_place(string what, string text, string[] words)
    {
        Refused(OnText(text, GoodOutcomes), words);
        Refused(OnText(text, GoodOutcomes, "--json"), words);
        Assert.NotEmpty(what);
    }

    [Theory]
    [MemberData(nameof(OutcomeTexts))]
    public void A_broken_file_of_outcomes_gives_one_message_with_its_place(string what, string text, string[] words)
    {
        Refused(OnText(GoodScores, text, "--json"), words);
        Assert.NotEmpty(what);
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_that_different_people_would_read_differently_is_refused_in_either_file(string date, string[] words)
    {
        Refused(OnText(Lines(Scores, "a,2026-01-01,10", $"b,{date},60"), GoodOutcomes, "--json"), ["line 3", "column date", .. words]);
        Refused(OnText(GoodScores, Lines(Outcomes, $"a,{date},churned"), "--json"), ["line 2", "column decision_date", .. words]);
    }

    [Fact]
    public void Random_bytes_are_refused_in_either_file()
    {
        var dice = new Dice(20_250_101);
        foreach (var length in (int[])[1, 2, 100, 10_000, 1_000_000])
        {
            var bytes = new byte[length];
            for (var i = 0; i < length; i++)
                bytes[i] = (byte)dice.Below(256);
            Refused(OnBytes(bytes, Encoding.UTF8.GetBytes(GoodOutcomes), "--json"));
            Refused(OnBytes(Encoding.UTF8.GetBytes(GoodScores), bytes, "--json"));
        }
    }

    [Fact]
    public void Files_with_a_few_bytes_changed_are_judged_or_refused_and_nothing_else()
    {
        var dice = new Dice(7);
        var refused = 0;
        for (var run = 0; run < 1_000; run++)
        {
            var result = OnBytes(Changed(GoodScores), Changed(GoodOutcomes), "--json");
            if (result.ExitCode == 0)
                continue;
            Refused(result);
            refused++;
        }

        Assert.InRange(refused, 100, 999);

        byte[] Changed(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var change = dice.Below(3); change > 0; change--)
                bytes[dice.Below(bytes.Length)] = (byte)",\"\n\r;-.x9\0"[dice.Below(10)];
            return bytes[..(bytes.Length - dice.Below(3))];
        }
    }

    [Fact]
    public void Twenty_megabytes_without_a_line_end_are_refused_at_once()
    {
        var text = new byte[20 << 20];
        text.AsSpan().Fill((byte)',');
        Refused(OnBytes(text, Encoding.UTF8.GetBytes(GoodOutcomes)), "line 1", "65,536");
    }

    [Fact]
    public void A_mistake_in_the_header_of_outcomes_is_found_before_any_score_is_read() =>
        Refused(OnText(Lines(Scores, "a,2026-01-01,no number"), "customer,outcome\n", "--json"), "'decision_date'");

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        using var file = new TemporaryFile();
        File.WriteAllText(file.Path, GoodScores);
        Refused(PortfolioRun.With("judge", "no/such/scores.csv", file.Path), "no/such/scores.csv", "no such file");
        Refused(PortfolioRun.With("judge", file.Path, "no/such/outcomes.csv"), "no/such/outcomes.csv", "no such file");
        Refused(PortfolioRun.With("judge", file.Path, Path.GetTempPath()), "folder");
    }

    [Fact]
    public void The_same_file_twice_is_refused_by_whatever_name()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var (file, link) = (folder.At("scores.csv"), folder.At("link.csv"));
        File.WriteAllText(file, GoodScores);
        Refused(PortfolioRun.With("judge", file, file, "--json"), "named twice");
        Refused(PortfolioRun.With("judge", file, Path.Combine(folder.Path, ".", "scores.csv"), "--json"), "named twice");
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(link, file);
        Refused(PortfolioRun.With("judge", file, link, "--json"), "named twice");
    }

    [Theory]
    [InlineData("judge a.csv", "two files", "'a.csv'")]
    [InlineData("judge a.csv b.csv c.csv", "'c.csv'", "too many")]
    [InlineData("judge --jsn", "'--jsn'", "'--json'")]
    [InlineData("judge --horizn=3", "'--horizn=3'", "'--horizon'")]
    [InlineData("judge --json --markdown", "Choose one")]
    [InlineData("judge --horizon", "--horizon needs a number of days")]
    [InlineData("judge --horizon --json", "--horizon needs a number of days")]
    [InlineData("judge --horizon 0", "--horizon", "'0'", "36,525")]
    [InlineData("judge --horizon -5", "--horizon", "'-5'")]
    [InlineData("judge --horizon 1.5", "--horizon", "'1.5'")]
    [InlineData("judge --horizon 36526", "--horizon", "'36526'")]
    [InlineData("judge --horizon 1 --horizon 2", "twice")]
    [InlineData("judge --capacity 0", "--capacity", "'0'")]
    [InlineData("judge --capacity 0%", "--capacity", "'0%'")]
    [InlineData("judge --capacity 101%", "--capacity", "'101%'")]
    [InlineData("judge --capacity -1", "--capacity", "'-1'")]
    [InlineData("judge --capacity 0.1", "--capacity", "10%")]
    [InlineData("judge --capacity %", "--capacity", "'%'")]
    [InlineData("judge --bands 50", "--bands", "50/75")]
    [InlineData("judge --bands 75/50", "--bands", "rise")]
    [InlineData("judge --bands 50/50", "--bands", "rise")]
    [InlineData("judge --bands 0/50", "--bands", "rise")]
    [InlineData("judge --bands 50/101", "--bands", "rise")]
    [InlineData("judge --bands a/b", "--bands", "'a/b'")]
    [InlineData("judge --bands 25/50/75", "--bands", "two edges")]
    [InlineData("juge --json", "'juge'", "'judge'")]
    public void A_mistake_in_the_arguments_is_named(string arguments, params string[] words) => Refused(PortfolioRun.With(arguments.Split(' ')), words);
}
