namespace CustomerSuccess.Health;

/// <summary>Of each code, which property of a document the mistake stands in, and its cure in the words of documents.</summary>
internal static class ScorecardPlaces
{
    /// <summary>The properties of the part in which the mistake may stand, the likeliest first.</summary>
    public static string[] Properties(string code) => code switch
    {
        "SC001" => ["name", "measure", "group"],
        "SC002" => ["id", "measure", "group", "bands"],
        "SC003" => ["measures"],
        "SC006" => ["weight", "weights"],
        "SC007" => ["measures"],
        "SC008" => ["weightsTotal"],
        "SC009" => ["points"],
        "SC010" or "SC011" or "SC012" or "SC013" or "SC019" or "SC020" => ["curve"],
        "SC014" => ["valid"],
        "SC015" => ["expiresAfter", "decay"],
        "SC017" or "SC018" => ["effort"],
        "SC021" => ["hysteresis"],
        "SC025" => ["because"],
        "SC026" => ["cap", "floor", "set"],
        "SC027" => ["setBand", "capBand", "floorBand"],
        "SC028" or "SC029" or "SC030" => ["when"],
        "SC031" => ["minimumCoverage"],
        "SC032" => ["shownAs"],
        "SC033" => ["reads", "when"],
        "SC034" => ["scale"],
        "SC035" => ["curve"],
        "SC036" => ["name"],
        "SC037" => ["judgedAsUsage"],
        "SC038" => ["watermelons"],
        _ => [],
    };

    /// <summary>The cure where the usual one speaks of C#; otherwise null.</summary>
    public static string? Cure(Diagnostic mistake) => mistake.Code switch
    {
        "SC001" => "Write a name that is not empty and holds no '/' and no control character.",
        "SC006" => "Leave the weight out, or scale the curve's points.",
        "SC010" => "Say how its values count: \"curve\": { \"linear\": { \"worst\": 0, \"best\": 20 } }.",
        "SC012" when mistake.Cure.StartsWith("Turn", StringComparison.Ordinal) => "Turn the curve or the polarity around, or leave the polarity out for a target in between.",
        "SC012" => "Write \"polarity\": \"moreIsBetter\" or \"lessIsBetter\".",
        "SC014" => "Write two numbers, the smaller first: \"valid\": [0, 10]; none where there are categories.",
        "SC015" => "Say how old the observation is, in days: \"age\": \"(now - customer.surveyed).inDays()\".",
        "SC016" => "Write a time span above zero, for instance \"90 days\".",
        "SC018" => "State the range: \"valid\": [0, 10].",
        "SC025" => "Say why, for the person who reads the score: \"because\": \"three severe issues are open\".",
        "SC028" => "Compare a measure with a finite number: { \"measure\": \"severe issues\", \"atLeast\": 3 }, or write an expression: \"when\": \"customer.stage == 'escalated'\".",
        "SC031" => "Write a share from 0 to 1: 50 % is 0.5.",
        "SC034" => "State a smaller and a larger number and 0 to 6 decimals: \"scale\": { \"minimum\": 0, \"maximum\": 10 }.",
        "SC035" => "Write \"rows\" and \"columns\" with their ranges, and in \"cells\" a line per row with a number or null per column, at least one a number.",
        "SC038" => "State a share above 0 and up to 1, and 1 to 3 layers: \"watermelons\": { \"coverage\": 0.5, \"suspectedFrom\": 2 }.",
        "SC037" => "State the smaller ceiling first: \"judgedAsUsage\": { \"whenNot\": 0, \"whileInvestigated\": 50 }.",
        _ => null,
    };
}
