using CustomerSuccess.Portfolio.Printing;
using CustomerSuccess.Portfolio.Reading;
using CustomerSuccess.Proof;

namespace CustomerSuccess.Portfolio.Commands;

/// <summary>Judges any existing score from two files: who had which score when, and who decided what when.</summary>
internal sealed class JudgeCommand : ICommand
{
    public string Name => "judge";

    public string Summary => "judge any existing score by what became of the customers";

    public string Usage => """
        [SCORES OUTCOMES] [--horizon DAYS] [--capacity N]
                                 [--bands Y/G] [--high-is-risk] [--markdown | --json]
        """;

    public string Details => $"""
        Judges a score, of whatever origin, by what became of the customers. Each outcome
        takes the customer's latest score from before the day of the decision. Without
        files, those that come with the program are judged: they are simulated.

          SCORES          CSV with the columns {string.Join(", ", JudgeFiles.Scores.Required)}, and {JudgeFiles.Scores.Optional[0]} where there is
                          one. An empty date is a score that nobody dated: it can show
                          association at best.
          OUTCOMES        CSV with the columns {string.Join(", ", JudgeFiles.Outcomes.Required)}; an outcome
                          is churned or retained. Columns in any order; others are ignored.
                          Dates are 2026-01-31, or 2026-01-31T14:30:00+01:00.
          --horizon DAYS  how old a score may be at the decision; 365 unless stated
          --capacity N    how many customers the team can touch: 50, or a share like 10%
          --bands Y/G     where yellow and green begin; 50/75 unless stated
          --high-is-risk  a high score means risk; unless stated, a low one does
          --markdown      the same as Markdown
          --json          one JSON object on standard output, and nothing else
          --help          this text
        """;

    public void Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var options = JudgeArguments.Parse(arguments);
        var (scores, outcomes) = options.Files ?? (ShippedFile.Scores, ShippedFile.Outcomes);
        var proof = Judge(scores, outcomes, options.Options);
        if (options.Json)
            output.Write(proof.ToJson() + "\n");
        else if (options.Markdown)
            output.Write(proof.ToMarkdown() + "\n");
        else
            JudgeScreen.Write(proof, scores, outcomes, simulated: options.Files is null, output);
    }

    private static ScoreProof Judge(string scores, string outcomes, JudgeOptions options)
    {
        using var files = new JudgeFiles(scores, outcomes);
        return ScoreJudge.Judge(files.ReadScores(), files.ReadOutcomes(), options);
    }
}
