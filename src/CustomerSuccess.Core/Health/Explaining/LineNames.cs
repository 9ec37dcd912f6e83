namespace CustomerSuccess.Health;

/// <summary>The names of a program's lines.</summary>
internal static class LineNames
{
    public static string Of(ScorecardProgram program, ScorecardModel model, LineSlot line) => line.Kind switch
    {
        ScoreLineKind.Measure => program.Inputs[line.Index],
        ScoreLineKind.Decay => $"{program.Inputs[line.Index]} decay",
        ScoreLineKind.Usage => $"{program.Inputs[line.Index]} usage",
        ScoreLineKind.Start or ScoreLineKind.Limit or ScoreLineKind.AnyRed => $"{GroupName(program, line.Index)} {OfGroup(line.Kind)}".TrimStart(),
        _ => model.Exceptions[program.ExceptionOrder[line.Index]].Id,
    };

    /// <summary>What a line of a group is called within it.</summary>
    public static string OfGroup(ScoreLineKind kind) => kind switch
    {
        ScoreLineKind.Start => "start",
        ScoreLineKind.Limit => "limit",
        _ => "any red",
    };

    public static string GroupName(ScorecardProgram program, int value) => program.GroupModels[value - program.Measures.Length].Name;
}
