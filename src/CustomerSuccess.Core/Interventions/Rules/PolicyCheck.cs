using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>Finds the mistakes of rules and policy together.</summary>
internal static class PolicyCheck
{
    private const int MostTries = 1000;

    public static void Run(IReadOnlyList<Rule> rules, InterventionPolicy policy, DiagnosticList found)
    {
        foreach (var twice in rules.GroupBy(r => r.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            found.Add("IN015", $"rule/{twice.Key}", $"{twice.Count()} rules are named '{twice.Key}'.", "Name each rule once: cases are kept under its name.", "name");
        }

        Run(policy, new("policy", found));
        References(rules, policy, new("policy", found));
    }

    /// <summary>The mistakes of a policy, whatever the rules are.</summary>
    public static void Run(InterventionPolicy policy, RuleMistakes mistakes)
    {
        for (var i = 0; i < policy.Budgets.Count; i++)
        {
            Budget(policy, i, mistakes);
        }

        for (var i = 0; i < policy.Inhibitions.Count; i++)
        {
            Inhibition(policy.Inhibitions[i], At("inhibitions", i), mistakes);
        }

        Calendar(policy.Calendar, mistakes);
        Retry(policy.Retry, mistakes);
        Attempts(policy.Attempts, mistakes);
        mistakes.Time("undeterminedFor", policy.UndeterminedFor, mayBeZero: false, "The time after which a case of which nothing is known ends");
    }

    /// <summary>What an inhibition names, and no rule has.</summary>
    public static void References(IReadOnlyList<Rule> rules, InterventionPolicy policy, RuleMistakes mistakes)
    {
        string[] names = [.. rules.Select(r => r.Name)];
        string[] tags = [.. rules.SelectMany(r => r.Content.Tags).Distinct(StringComparer.Ordinal)];
        void Named(string part, string? name, string what, string[] among)
        {
            if (!string.IsNullOrWhiteSpace(name) && !among.Contains(name, StringComparer.Ordinal))
            {
                mistakes.Add("IN017", part, $"An inhibition names the {what} '{name}', and no rule has it.", Suggestion.For(name, among));
            }
        }

        for (var i = 0; i < policy.Inhibitions.Count; i++)
        {
            var (inhibition, at) = (policy.Inhibitions[i], At("inhibitions", i));
            Named($"{at}/by/rule", inhibition.ByRule, "rule", names);
            Named($"{at}/by/tag", inhibition.ByTag, "tag", tags);
            Named($"{at}/holdsBack/rule", inhibition.Rule, "rule", names);
            Named($"{at}/holdsBack/tag", inhibition.Tag, "tag", tags);
        }
    }

    private static void Budget(InterventionPolicy policy, int i, RuleMistakes mistakes)
    {
        var (budget, at) = (policy.Budgets[i], At("budgets", i));
        mistakes.Word<BudgetOwnerKind>($"{at}/owner", budget.Owner);
        mistakes.Text($"{at}/channel", budget.Channel);
        mistakes.Time($"{at}/within", budget.Within, mayBeZero: false, "The time of a budget");
        if (budget.Touches < 0)
        {
            mistakes.Add("IN016", $"{at}/touches", $"A budget of {budget.Touches} touches is none.", "State 0 or more touches.");
        }

        if (policy.Budgets.Take(i).Any(b => b.Owner == budget.Owner && b.Channel == budget.Channel && b.Within == budget.Within))
        {
            mistakes.Add("IN016", at, $"Two budgets of each {budget.Owner} are stated for {DocumentSpan.Write(budget.Within)}{(budget.Channel is null ? "" : $" on '{budget.Channel}'")}.", "State the smaller one only.");
        }
    }

    private static void Inhibition(Inhibition inhibition, string at, RuleMistakes mistakes)
    {
        mistakes.Word($"{at}/by/severity", inhibition.BySeverity);
        mistakes.Word($"{at}/holdsBack/below", inhibition.BelowSeverity);
        mistakes.Text($"{at}/by/rule", inhibition.ByRule);
        mistakes.Text($"{at}/by/tag", inhibition.ByTag);
        mistakes.Text($"{at}/holdsBack/rule", inhibition.Rule);
        mistakes.Text($"{at}/holdsBack/tag", inhibition.Tag);
        if (inhibition == new Inhibition())
        {
            mistakes.Add("IN017", at, $"An inhibition says neither which cases hold back nor which are held back: each would hold back every other.", "State one of the two at least, for instance that critical cases hold back those below severe.");
        }
        else if (inhibition.BelowSeverity == CaseSeverity.Info)
        {
            mistakes.Add("IN017", $"{at}/holdsBack/below", $"An inhibition holds back what is less grave than {CaseSeverity.Info}, and nothing is.", "State a graver one.");
        }
    }

    private static void Calendar(WorkingCalendar? calendar, RuleMistakes mistakes)
    {
        if (calendar is null)
        {
            return;
        }

        if (calendar.Days.Count == 0)
        {
            mistakes.Add("IN018", "calendar/days", $"The calendar has no day: nobody would ever be touched.", "State the days of the week, or leave them out for Monday to Friday.");
        }

        foreach (var day in calendar.Days)
        {
            mistakes.Word<DayOfWeek>("calendar/days", day);
        }

        if (calendar.To <= calendar.From)
        {
            mistakes.Add("IN018", "calendar/to", $"The calendar ends at {calendar.To:HH:mm}, and begins at {calendar.From:HH:mm}.", "Let it end after it begins, on the same day.");
        }
    }

    private static void Retry(RetryPolicy retry, RuleMistakes mistakes)
    {
        Count("retry/attempts", retry.Attempts, mistakes);
        mistakes.Time("retry/delay", retry.Delay, mayBeZero: false, "The wait before the next attempt");
        mistakes.Time("retry/timeout", retry.Timeout, mayBeZero: false, "The time of one attempt");
        mistakes.Word<UncertainDelivery>("retry/whenUncertain", retry.WhenUncertain);
        if (!(retry.Factor >= 1 && retry.Factor <= MostTries))
        {
            mistakes.Add("IN019", "retry/factor", $"The wait grows by {NumberText.Of(retry.Factor)} from one attempt to the next.", $"State 1 or more, up to {MostTries.ToString(CultureInfo.InvariantCulture)}.");
        }
    }

    private static void Attempts(AttemptOptions attempts, RuleMistakes mistakes)
    {
        Count("attempts/saturatedAfter", attempts.SaturatedAfter, mistakes);
        Count("attempts/responsiveTouches", attempts.ResponsiveTouches, mistakes);
        Count("attempts/unresponsiveTouches", attempts.UnresponsiveTouches, mistakes);
        Count("attempts/unresponsiveChannels", attempts.UnresponsiveChannels, mistakes);
        mistakes.Time("attempts/saturationWindow", attempts.SaturationWindow, mayBeZero: false, "The time in which attempts count");
        mistakes.Time("attempts/rateWindow", attempts.RateWindow, mayBeZero: false, "The time in which responses count");
        mistakes.Time("attempts/unresponsiveOver", attempts.UnresponsiveOver, mayBeZero: true, "The time over which touches are spread");
        if (attempts.UnresponsiveChannels > attempts.UnresponsiveTouches)
        {
            mistakes.Add("IN019", "attempts/unresponsiveChannels", $"Nobody can be unresponsive: {attempts.UnresponsiveTouches} touches cannot go over {attempts.UnresponsiveChannels} channels.", "State at most as many channels as touches.");
        }
    }

    private static void Count(string part, int count, RuleMistakes mistakes)
    {
        if (count is < 1 or > MostTries)
        {
            mistakes.Add("IN019", part, $"{count} is no count of attempts or touches.", $"State 1 to {MostTries.ToString(CultureInfo.InvariantCulture)}.");
        }
    }

    private static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}/{index}");
}
