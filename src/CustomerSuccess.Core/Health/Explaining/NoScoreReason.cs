using System.Globalization;

namespace CustomerSuccess.Health;

/// <summary>Why a row has no score, in words.</summary>
internal static class NoScoreReason
{
    public static string Of(Scorecard scorecard, double[] inputs, int segment, in RowOutcome outcome)
    {
        var program = scorecard.Program;
        if (outcome.Coverage < program.MinimumCoverage || double.IsNaN(outcome.Tree))
        {
            return outcome.Coverage <= 0
                ? "nothing is known"
                : string.Create(CultureInfo.InvariantCulture, $"{Percent(outcome.Coverage)} % is known and {Percent(scorecard.Model.MinimumCoverage ?? 0)} % is needed");
        }

        if (outcome.Abstaining > 0)
        {
            var names = Enumerable.Range(0, program.Measures.Length)
                .Where(i => program.Measures[i].Policy == MissingDataKind.Abstain && MeasureEvaluator.State(program.Measures[i], inputs, i, segment) != MeasureState.Observed)
                .Select(i => program.Inputs[i]);
            return $"not without {string.Join(", ", names)}";
        }

        var exception = scorecard.Model.Exceptions[program.ExceptionOrder[outcome.AbstainingException]];
        return $"not known whether \"{exception.Because}\" holds";
    }

    private static decimal Percent(double share) => Math.Floor((decimal)(share + 1e-12) * 1000) / 10;
}
