using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>Finds times, counts and words that are out of their range.</summary>
internal static class RuleNumbers
{
    private const double MostMinutes = 100_000;

    public static void Run(RuleContent content, RuleMistakes rule)
    {
        rule.Time("wait", content.Wait, mayBeZero: false, "How long a touch is waited for");
        rule.Time("success/within", content.SuccessWithin, mayBeZero: false, "The time for success");
        rule.Time("coolDown", content.CoolDown, mayBeZero: true, "The cool-down");
        rule.Time("lateness", content.Lateness, mayBeZero: true, "How late a fact may come");
        if (!(content.Minutes > 0 && content.Minutes <= MostMinutes))
        {
            rule.Add("IN010", "minutes", $"A touch takes {NumberText.Of(content.Minutes)} minutes of effort.", $"State minutes above 0, up to {MostMinutes.ToString(CultureInfo.InvariantCulture)}: work is ordered by what a minute brings.");
        }

        for (var i = 0; i < content.Ladder.Count; i++)
        {
            var (rung, at) = (content.Ladder[i], string.Create(CultureInfo.InvariantCulture, $"ladder/{i}"));
            rule.Time($"{at}/wait", rung.Wait ?? RuleDefaults.Wait, mayBeZero: false, "How long a touch is waited for");
            rule.Word<TouchExecution>($"{at}/execution", rung.Execution);
        }

        Caps(content, rule);
        rule.Word<CaseSeverity>("severity", content.Severity);
        rule.Word<ReEntry>("reEntry", content.ReEntry);
        rule.Word<RuleKind>("type", content.Kind);
        rule.Word("cause", content.Cause);
        rule.Word<WhenUndetermined>("whenUnknown", content.WhenUnknown);
        rule.Word<WhenRemoved>("onRemoved", content.OnRemoved);
    }

    private static void Caps(RuleContent content, RuleMistakes rule)
    {
        for (var i = 0; i < content.Caps.Count; i++)
        {
            var (cap, at) = (content.Caps[i], string.Create(CultureInfo.InvariantCulture, $"caps/{i}"));
            if (cap.Cases < 1)
            {
                rule.Add("IN011", $"{at}/cases", $"The rule may open {cap.Cases} cases.", "State 1 or more; leave the rule out where it is to open none.");
            }

            rule.Time($"{at}/within", cap.Within, mayBeZero: false, "The time of a cap");
            if (content.Caps.Take(i).Any(c => c.Within == cap.Within))
            {
                rule.Add("IN011", $"{at}/within", $"Two caps are stated for {DocumentSpan.Write(cap.Within)}.", "State the smaller one only.");
            }
        }
    }
}
