using System.Globalization;

namespace CustomerSuccess.Interventions;

/// <summary>The content hashes of rules and of their policy: everything that decisions and touches are made of. What is usual is left out.</summary>
internal static class RuleHash
{
    private static readonly InterventionPolicy UsualPolicy = new();
    private static readonly Dictionary<string, object?> Nothing = [];

    public static string Of(string name, RuleContent content) => CanonicalJson.Hash(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["format"] = 1,
        ["kind"] = "rule",
        ["name"] = name,
        ["trigger"] = TriggerHash.Of(content.Trigger),
        ["guard"] = content.Guard?.Signed,
        ["correlation"] = content.Correlation?.Compiled.Signed,
        ["hypothesis"] = content.Hypothesis?.Signed,
        ["purpose"] = Of(content.Purpose),
        ["severity"] = Word(content.Severity, CaseSeverity.Warning),
        ["audience"] = Of(content.Audience),
        ["wait"] = Span(content.Wait, RuleDefaults.Wait),
        ["ladder"] = List(content.Ladder, Of),
        ["success"] = content.Success?.Signed,
        ["successWithin"] = Span(content.SuccessWithin, RuleDefaults.SuccessWithin),
        ["exit"] = content.Exit?.Signed,
        ["coolDown"] = Span(content.CoolDown, TimeSpan.Zero),
        ["reEntry"] = Word(content.ReEntry, ReEntry.AfterClear),
        ["caps"] = List(content.Caps, c => new(StringComparer.Ordinal) { ["cases"] = c.Cases, ["within"] = DocumentSpan.Write(c.Within) }),
        ["priority"] = content.Priority == 0 ? null : content.Priority,
        ["minutes"] = content.Minutes == RuleDefaults.Minutes ? null : content.Minutes,
        ["kindOfRule"] = Word(content.Kind, RuleKind.Play),
        ["cause"] = content.Cause?.ToString(),
        ["direction"] = content.Direction,
        ["tags"] = Texts(content.Tags),
        ["lateness"] = Span(content.Lateness, RuleDefaults.Lateness),
        ["whenUnknown"] = Word(content.WhenUnknown, WhenUndetermined.Wait),
        ["onRemoved"] = Word(content.OnRemoved, WhenRemoved.Finish),
    });

    public static string Of(RuleSet rules) => CanonicalJson.Hash(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["format"] = 1,
        ["rules"] = rules.Rules.Select(r => (object)r.ConfigurationHash).ToList(),
        ["policy"] = Json(rules.Policy),
    });

    /// <summary>What a policy is hashed by; null where all of it is usual.</summary>
    public static Dictionary<string, object?>? Json(InterventionPolicy policy)
    {
        Dictionary<string, object?> model = new(StringComparer.Ordinal)
        {
            ["budgets"] = List(policy.Budgets, b => new(StringComparer.Ordinal) { ["owner"] = b.Owner.ToString(), ["touches"] = b.Touches, ["within"] = DocumentSpan.Write(b.Within), ["channel"] = b.Channel }),
            ["inhibitions"] = List(policy.Inhibitions, i => new(StringComparer.Ordinal) { ["bySeverity"] = i.BySeverity?.ToString(), ["byRule"] = i.ByRule, ["byTag"] = i.ByTag, ["belowSeverity"] = i.BelowSeverity?.ToString(), ["rule"] = i.Rule, ["tag"] = i.Tag }),
            ["calendar"] = policy.Calendar is null ? null : Of(policy.Calendar),
            ["retry"] = policy.Retry == UsualPolicy.Retry ? null : Of(policy.Retry),
            ["attempts"] = policy.Attempts == UsualPolicy.Attempts ? null : Of(policy.Attempts),
            ["undeterminedFor"] = Span(policy.UndeterminedFor, UsualPolicy.UndeterminedFor),
        };
        return model.Values.All(v => v is null) ? null : model;
    }

    private static Dictionary<string, object?> Of(TouchPurpose purpose) => new(StringComparer.Ordinal)
    {
        ["communication"] = Word(purpose.Communication, Contacts.CommunicationPurpose.Intervention),
        ["reason"] = purpose.Reason,
        ["agenda"] = purpose.Agenda,
        ["expectedResult"] = purpose.ExpectedResult,
    };

    private static Dictionary<string, object?> Of(Rung rung) => new(StringComparer.Ordinal)
    {
        ["channels"] = Texts(rung.Channels),
        // No persona of its own is another audience than that of the rule.
        ["audience"] = rung.Audience is null ? null : Of(rung.Audience) ?? (object)Nothing,
        ["wait"] = rung.Wait is { } wait ? DocumentSpan.Write(wait) : null,
        ["execution"] = Word(rung.Execution, TouchExecution.ByExperience),
    };

    private static List<object>? Of(Audience audience) => Texts(audience.Personas);

    private static Dictionary<string, object?> Of(WorkingCalendar calendar) => new(StringComparer.Ordinal)
    {
        ["days"] = calendar.Days.Select(d => (object)d.ToString()).ToList(),
        ["from"] = calendar.From.ToString("O", CultureInfo.InvariantCulture),
        ["to"] = calendar.To.ToString("O", CultureInfo.InvariantCulture),
        ["holidays"] = Texts([.. calendar.Holidays.Select(h => h.ToString("O", CultureInfo.InvariantCulture))]),
        ["forPeopleToo"] = calendar.ForPeopleToo ? true : null,
    };

    private static Dictionary<string, object?> Of(RetryPolicy retry) => new(StringComparer.Ordinal)
    {
        ["attempts"] = retry.Attempts,
        ["delay"] = DocumentSpan.Write(retry.Delay),
        ["factor"] = retry.Factor,
        ["timeout"] = DocumentSpan.Write(retry.Timeout),
        ["whenUncertain"] = retry.WhenUncertain.ToString(),
    };

    private static Dictionary<string, object?> Of(AttemptOptions attempts) => new(StringComparer.Ordinal)
    {
        ["saturatedAfter"] = attempts.SaturatedAfter,
        ["saturationWindow"] = DocumentSpan.Write(attempts.SaturationWindow),
        ["rateWindow"] = DocumentSpan.Write(attempts.RateWindow),
        ["responsiveTouches"] = attempts.ResponsiveTouches,
        ["unresponsiveTouches"] = attempts.UnresponsiveTouches,
        ["unresponsiveOver"] = DocumentSpan.Write(attempts.UnresponsiveOver),
        ["unresponsiveChannels"] = attempts.UnresponsiveChannels,
    };

    private static string? Word<TEnum>(TEnum value, TEnum usual)
        where TEnum : struct, Enum => EqualityComparer<TEnum>.Default.Equals(value, usual) ? null : value.ToString();

    private static string? Span(TimeSpan span, TimeSpan usual) => span == usual ? null : DocumentSpan.Write(span);

    private static List<object>? Texts(IReadOnlyList<string> texts) => texts.Count == 0 ? null : texts.Cast<object>().ToList();

    private static List<object>? List<T>(IReadOnlyList<T> items, Func<T, Dictionary<string, object?>> model) => items.Count == 0 ? null : items.Select(model).Cast<object>().ToList();
}
