using CustomerSuccess.Proof;
using Spectre.Console;

namespace CustomerSuccess.Portfolio.Printing;

/// <summary>A judged score for a person.</summary>
internal static class JudgeScreen
{
    public static void Write(ScoreProof proof, string scores, string outcomes, bool simulated, TextWriter output)
    {
        var console = Screen.On(output);
        console.Write(new Rule("[bold]What a score is worth[/]") { Justification = Justify.Left });
        console.WriteLine(
            $"{Path.GetFileName(Quoted.Clean(scores))}: {Words.Count(proof.Matching.Scores)} scores. "
            + $"{Path.GetFileName(Quoted.Clean(outcomes))}: {Words.Count(proof.Matching.Outcomes)} outcomes.");
        if (simulated)
            console.WriteLine(Words.Simulated);
        console.WriteLine();
        console.WriteLine(proof.ToString());
    }
}
