namespace CustomerSuccess.Interventions;

/// <summary>Finds the mistakes of a rule.</summary>
internal static class RuleCheck
{
    // A follow-up comes two to four weeks after a step of a programme.
    private static readonly TimeSpan EarliestFollowUp = TimeSpan.FromDays(14);
    private static readonly TimeSpan LatestFollowUp = TimeSpan.FromDays(28);

    public static void Run(string name, RuleContent content, DiagnosticList found)
    {
        var rule = new RuleMistakes($"rule/{name}", found);
        if (string.IsNullOrWhiteSpace(name) || CanonicalJson.HasHalfCharacter(name))
        {
            rule.Add("IN001", "name", $"A rule has no name, or one with half a character.", "Name it, for instance 'no login in 7 days'.");
        }

        foreach (var (part, what, text) in new[] { ("reason", "a reason", content.Purpose.Reason), ("agenda", "an agenda", content.Purpose.Agenda), ("expectedResult", "an expected result", content.Purpose.ExpectedResult) })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                rule.Add("IN002", $"purpose/{part}", $"The rule touches people without {what}.", "Say why, what is to be spoken of, and what is expected: nobody is touched to check in.");
            }
        }

        TriggerCheck.Run(content.Trigger, rule);
        RuleTexts.Run(content, rule);
        RuleNumbers.Run(content, rule);
        Ends(content, rule);
        FollowUp(content, rule);
    }

    // When a case ends, and whether the rule comes back.
    private static void Ends(RuleContent content, RuleMistakes rule)
    {
        var isCondition = content.Trigger is ConditionTrigger;
        if (content.Success is null && !isCondition)
        {
            rule.Add("IN012", null, $"Nothing says what success is: a play that was done is no goal that was reached.", "State what is to hold at the customer afterwards. Only of a rule that fires on a condition it is understood: that it no longer holds.");
        }

        if (content.ReEntry != ReEntry.AfterCoolDown)
        {
            return;
        }

        if (content.CoolDown == TimeSpan.Zero)
        {
            rule.Add("IN013", "reEntry", $"The rule comes back when its cool-down is over, and it has none.", "State a cool-down above 0.");
        }
        else if (!isCondition)
        {
            rule.Add("IN013", "reEntry", $"The rule comes back when its cool-down is over, and it fires on no condition that could still hold then.", "Leave it out: each time and each event is an occurrence of its own.");
        }
    }

    private static void FollowUp(RuleContent content, RuleMistakes rule)
    {
        if (content.Hypothesis is null)
        {
            return;
        }

        if (content.Trigger is not AnchorTrigger { Anchor.Kind: AnchorKind.Signal } step || step.Offset < EarliestFollowUp || step.Offset > LatestFollowUp)
        {
            rule.Add("IN014", "hypothesis", $"A hypothesis says what a step of a programme has brought, and the rule does not fire 14 to 28 days after one.", "Let it fire so long after the signal of the step, for instance 21 days after 'workshop', or leave the hypothesis out.");
        }
    }
}

/// <summary>Takes the mistakes of one rule, or of the policy.</summary>
/// <param name="Path">What they are mistakes of.</param>
/// <param name="Found">Takes them.</param>
internal sealed record RuleMistakes(string Path, DiagnosticList Found)
{
    /// <param name="code">Which mistake.</param>
    /// <param name="part">Where documents have it: names of properties and places in lists, <c>ladder/0/wait</c>; null for the whole.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="cure">What to do about it.</param>
    public void Add(string code, string? part, FormattableString message, string cure) => Found.Add(code, part is null ? Path : $"{Path}/{part}", message, cure, part);

    /// <summary>A time that is out of its range.</summary>
    public void Time(string part, TimeSpan time, bool mayBeZero, string what)
    {
        if (time > RuleDefaults.Longest || time < TimeSpan.Zero || (time == TimeSpan.Zero && !mayBeZero))
        {
            Add("IN008", part, $"{what} is {DocumentSpan.Write(time)}.", $"State a time {(mayBeZero ? "of 0 or more" : "above 0")}, up to {DocumentSpan.Write(RuleDefaults.Longest)}.");
        }
    }

    /// <summary>A word that an enumeration does not have.</summary>
    public void Word<TEnum>(string part, TEnum? value)
        where TEnum : struct, Enum
    {
        if (value is { } word && !Enum.IsDefined(word))
        {
            Add("IN009", part, $"There is no {typeof(TEnum).Name} {word}.", $"State {string.Join(", ", Enum.GetNames<TEnum>())}.");
        }
    }
}
