using System.Globalization;
using CustomerSuccess.Proof;
using CustomerSuccess.Tests.Health.Plans;

namespace CustomerSuccess.Tests.Samples;

/// <summary>Whatever is written into the two files, the command says what the library says of the same rows.</summary>
public sealed class JudgeProperties
{
    private static readonly DateTimeOffset Begin = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Law(MaxTest = 2_000)]
    public void Files_in_any_spelling_give_the_judgement_of_their_rows(Seed seed)
    {
        var dice = seed.Dice();
        var scores = Enumerable.Range(0, 1 + dice.Below(4 * seed.Size)).Select(_ => Score(dice)).ToList();
        var outcomes = Enumerable.Range(0, 1 + dice.Below(3 * seed.Size)).Select(_ => new DatedOutcome(Customer(dice), Instant(dice, 40), dice.OneIn(3))).ToList();
        var run = JudgeRun.OnText(
            JudgeRun.Lines(JudgeRun.Scores + ",segment", [.. scores.Select(s => Line(dice, s))]),
            JudgeRun.Lines(JudgeRun.Outcomes, [.. outcomes.Select(o => Line(dice, o))]),
            "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(ScoreJudge.Judge(scores, outcomes).ToJson() + "\n", run.Output);
    }

    private static DatedScore Score(Dice dice) => new(
        Customer(dice),
        dice.OneIn(6) ? null : Instant(dice, 30),
        Math.Round(dice.Between(-20.0, 120), dice.Below(4)),
        dice.Of(null, "small", "a \"large\", one", "Müller & Söhne"));

    private static string Customer(Dice dice) => $"customer {dice.Below(6)}";

    // Some fall on a midnight, and some on the same instant.
    private static DateTimeOffset Instant(Dice dice, int days) => Begin.AddDays(dice.Below(days)) + TimeSpan.FromTicks(dice.OneIn(2) ? 0 : dice.Below(86_400) * TimeSpan.TicksPerSecond);

    private static string Line(Dice dice, DatedScore score) => string.Join(
        ',', Quoted(dice, score.CustomerId), score.Date is { } date ? Text(dice, date) : "", score.Score.ToString("R", CultureInfo.InvariantCulture), Quoted(dice, score.Segment ?? ""));

    private static string Line(Dice dice, DatedOutcome outcome) => string.Join(
        ',', Quoted(dice, outcome.CustomerId), Text(dice, outcome.DecidedAt), Quoted(dice, outcome.Churned ? "churned" : "retained"));

    private static string Quoted(Dice dice, string text) => text.AsSpan().IndexOfAny(",\"") >= 0 || dice.OneIn(3) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    // A midnight in UTC may be a day alone; everything may stand in any offset.
    private static string Text(Dice dice, DateTimeOffset instant)
    {
        if (instant.TimeOfDay == TimeSpan.Zero && dice.OneIn(2))
            return instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var there = instant.ToOffset(TimeSpan.FromMinutes(15 * dice.Between(-56, 56)));
        var offset = there.Offset == TimeSpan.Zero ? "Z" : there.ToString("zzz", CultureInfo.InvariantCulture);
        return there.ToString(there.Second == 0 && dice.OneIn(2) ? "yyyy-MM-ddTHH:mm" : dice.Of("yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fff"), CultureInfo.InvariantCulture) + offset;
    }
}
