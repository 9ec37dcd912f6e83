namespace CustomerSuccess.Health;

/// <summary>Makes the list of exceptions that concerned a score.</summary>
internal static class ExceptionList
{
    public static IReadOnlyList<ExceptionLine> Of(ScorecardDetail detail)
    {
        var program = detail.Scorecard.Program;
        if (program.Exceptions.Length == 0)
        {
            return [];
        }

        var (outcomes, changes) = (new int[program.Exceptions.Length], new double[program.Exceptions.Length]);
        var outcome = RowEvaluator.Evaluate(program, detail.Inputs, detail.Segment, -1, new double[program.ValueCount], outcomes);
        var (unused, undetermined) = (outcome, false);
        ExceptionEvaluator.Apply(program, detail.Inputs, outcome.Tree, default, changes, ref unused, ref undetermined);
        var list = new List<ExceptionLine>();
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i] < 0)
            {
                continue;
            }

            var model = detail.Scorecard.Model.Exceptions[program.ExceptionOrder[i]];
            list.Add(new ExceptionLine
            {
                Id = model.Id,
                Kind = model.Kind,
                Outcome = (ExceptionOutcome)outcomes[i],
                Because = model.Because,
                Points = double.IsNaN(outcome.Value) ? 0 : changes[i],
                HeldAsItStands = ReadsFlag(model.When),
            });
        }

        return list.AsReadOnly();
    }

    private static bool ReadsFlag(ScoreCondition condition) => condition switch
    {
        CombinedCondition combined => ReadsFlag(combined.Left) || ReadsFlag(combined.Right),
        NegatedCondition negated => ReadsFlag(negated.Inner),
        FlagCondition => true,
        _ => false,
    };
}
