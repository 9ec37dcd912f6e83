using CustomerSuccess.Health;

namespace CustomerSuccess.Testing;

/// <summary>It gives a result: it does not throw, return null, or fail.</summary>
internal sealed class AnswersLaw() : Law(StrategyLaw.Answers)
{
    public override LawFinding? Broken(StrategyTrial trial, SampleCase sample)
    {
        try
        {
            var result = trial.Strategy.Score(sample.Context());
            return result is null ? new("null", "it returns null")
                : result.State == HealthScoreState.Failed ? new("failed", $"it fails: {result.Reason}") : null;
        }
        catch (Exception e)
        {
            return new(e.GetType().Name, $"it throws {e.GetType().Name}: {e.Message}");
        }
    }
}
