namespace CustomerSuccess.Signals;

/// <summary>Declares what expressions may name of signals.</summary>
public static class SignalWords
{
    /// <summary>
    /// A signal: <c>signals.login.by('customer').count(days(28))</c>. It is read by one chain with constants: which of the
    /// signals (<c>by</c>, <c>actor</c>, <c>product</c>, <c>acrossTree</c>, <c>lastYear</c>, <c>lastCycle</c>), then what is computed
    /// of them (<c>count</c>, <c>sum</c>, <c>avg</c>, <c>min</c>, <c>max</c>, <c>distinct</c>, <c>activeDays</c>, <c>latest</c>,
    /// <c>age</c>, <c>trend</c>), over a window or over everything.
    /// </summary>
    /// <param name="language">The language.</param>
    /// <param name="signal">The signal's name.</param>
    /// <param name="alias">The name in expressions; the signal's unless stated.</param>
    /// <param name="hasValues">Whether it has values: of one without, only how often and when it happened can be asked. True unless stated.</param>
    /// <param name="unit">The unit of its values, for a person.</param>
    /// <param name="description">What it is, for a person.</param>
    public static LanguageBuilder<CustomerFacts> Signal(
        this LanguageBuilder<CustomerFacts> language,
        string signal,
        string? alias = null,
        bool hasValues = true,
        string? unit = null,
        string? description = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        Fact.Check(signal);
        alias ??= signal;
        LanguageNames.CheckField(alias, $"language/signals.{alias}", language.Found);
        return language.With<SignalLanguage>(s => s.Signals.Add(new(signal, alias, hasValues, unit, description)));
    }

    /// <summary>A calendar for <c>lastCycle('terms')</c>: the same window one cycle earlier.</summary>
    public static LanguageBuilder<CustomerFacts> Season(this LanguageBuilder<CustomerFacts> language, SeasonCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(calendar);
        return language.With<SignalLanguage>(s => s.Seasons.Add(calendar));
    }
}
