using CustomerSuccess.Expressions;

namespace CustomerSuccess.Signals;

/// <summary>A chain like <c>signals.login.by('customer').count(days(28))</c>, read as the one measure that it is.</summary>
/// <param name="expression">The expression.</param>
/// <param name="signals">The signals that may be named, by their names in expressions.</param>
/// <param name="seasons">The calendars that may be named.</param>
internal sealed class SignalChain(CelExpression expression, IReadOnlyDictionary<string, DeclaredSignal> signals, IReadOnlyList<SeasonCalendar> seasons)
{
    private static readonly string[] Causes = [.. Enum.GetNames<Provenance>().Select(n => n.ToLowerInvariant())];

    /// <summary>The measure and the signal; null where the node is no whole chain, or one with a mistake.</summary>
    public (SignalMeasure Measure, DeclaredSignal Signal)? Read(CelNode node, List<CelDiagnostic>? found = null)
    {
        if (node is not CelCall { Target: { } target } call || SignalOf(target) is not { } signal || !IsComputed(call))
        {
            return null;
        }

        var words = new List<CelCall>();
        for (var at = target; at is CelCall { Target: { } inner } word; at = inner)
        {
            words.Add(word);
        }

        words.Reverse();
        var mistakes = found ?? [];
        var before = mistakes.Count;
        SignalMeasure? measure = Computed(call, signal, mistakes);
        var causes = new List<Provenance>();
        foreach (var word in words)
        {
            measure = Restricted(measure, word, causes, mistakes);
        }

        Once(words, [SignalFunctions.Actor], mistakes);
        Once(words, [SignalFunctions.Product], mistakes);
        Once(words, [SignalFunctions.LastYear, SignalFunctions.LastCycle], mistakes);

        return measure is not null && mistakes.Count == before ? (measure, signal) : null;
    }

    /// <summary>The signal at the beginning of a chain; null where there is none.</summary>
    public DeclaredSignal? SignalOf(CelNode node) => node switch
    {
        CelCall { Target: { } target } word when SignalFunctions.Restricting.Contains(word.Function) => SignalOf(target),
        CelSelect { IsTest: false } select when expression.VariableOf(select.Operand)?.Name == SignalLanguage.Variable => signals.GetValueOrDefault(select.Field),
        _ => null,
    };

    private static bool IsComputed(CelCall call) => call.Function == SignalFunctions.ActiveDays || SignalFunctions.Computed.ContainsKey(call.Function);

    private SignalMeasure? Computed(CelCall call, DeclaredSignal signal, List<CelDiagnostic> found)
    {
        var measure = call.Function == SignalFunctions.ActiveDays
            ? Zone(call.Arguments[^1], found) is { } zone ? SignalMeasure.ActiveDays(signal.Signal, zone) : null
            : SignalFunctions.Computed[call.Function](signal.Signal);
        if (!signal.HasValues && measure?.Aggregation is SignalAggregation.Sum or SignalAggregation.Mean or SignalAggregation.Minimum or SignalAggregation.Maximum or SignalAggregation.Latest or SignalAggregation.Slope)
        {
            found.Add(expression.Mistake("LA004", $"'{call.Function}' is asked of 'signals.{signal.Alias}', which has no values.", "Ask how often or when it happened: count, distinct, activeDays, age.", call));
        }

        var hasWindow = call.Arguments.Count == (call.Function == SignalFunctions.ActiveDays ? 2 : 1);
        return !hasWindow ? measure : Window(call.Arguments[0], found) is { } length ? measure?.InLast(length) : null;
    }

    private SignalMeasure? Restricted(SignalMeasure? measure, CelCall word, List<Provenance> causes, List<CelDiagnostic> found)
    {
        if (word.Function == SignalFunctions.AcrossTree)
        {
            return measure?.AcrossTree();
        }

        var at = word.Arguments[0];
        if (Text(at, found) is not { } text)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(text) || CanonicalJson.HasHalfCharacter(text))
        {
            found.Add(expression.Mistake("LA003", $"'{word.Function}' is given an empty text, or one with half a character.", "Name what is meant.", at));
            return null;
        }

        return word.Function switch
        {
            SignalFunctions.By => Caused(measure, text, at, causes, found),
            SignalFunctions.Actor => measure?.By(text),
            SignalFunctions.Product => measure?.On(text),
            SignalFunctions.LastYear => Zone(at, found) is { } zone ? measure?.OneCycleEarlier(SeasonCalendar.Year(zone)) : null,
            _ => Cycle(measure, text, at, found),
        };
    }

    // What is said twice would take the place of what was said before.
    private void Once(List<CelCall> words, string[] functions, List<CelDiagnostic> found)
    {
        foreach (var again in words.Where(w => functions.Contains(w.Function)).Skip(1))
        {
            found.Add(expression.Mistake("LA003", $"'{again.Function}' is said where that was said before.", "A chain names one actor, one product and one cycle; 'by' alone may be said of several.", again));
        }
    }

    private SignalMeasure? Caused(SignalMeasure? measure, string text, CelNode at, List<Provenance> causes, List<CelDiagnostic> found)
    {
        if (Array.IndexOf(Causes, text) is >= 0 and var cause)
        {
            causes.Add((Provenance)cause);
            return measure?.Causing(causes);
        }

        found.Add(expression.Mistake("LA003", $"Nobody named '{text}' causes signals.", Suggestion.For(text, Causes), at));
        return null;
    }

    private SignalMeasure? Cycle(SignalMeasure? measure, string text, CelNode at, List<CelDiagnostic> found)
    {
        if (seasons.FirstOrDefault(s => s.Name == text) is { } season)
        {
            return measure?.OneCycleEarlier(season);
        }

        found.Add(expression.Mistake("LA003", $"There is no calendar named '{text}'.", Suggestion.For(text, [.. seasons.Select(s => s.Name)]), at));
        return null;
    }

    private TimeZoneInfo? Zone(CelNode at, List<CelDiagnostic> found)
    {
        if (Text(at, found) is not { } id)
        {
            return null;
        }

        if (CelTimeZone.Find(id) is { } zone)
        {
            return zone;
        }

        found.Add(expression.Mistake("LA003", $"There is no time zone '{id}'.", "Name one of the IANA database, for instance 'Europe/Berlin'.", at));
        return null;
    }

    private TimeSpan? Window(CelNode at, List<CelDiagnostic> found)
    {
        if (!Constant(at, CelKind.Duration, "a window", "days(28)", found, out var value))
        {
            return null;
        }

        if (value.AsDuration() is var length && length > TimeSpan.Zero)
        {
            return length;
        }

        found.Add(expression.Mistake("LA003", "A window has a length above 0.", "Write for instance days(28).", at));
        return null;
    }

    private string? Text(CelNode at, List<CelDiagnostic> found) => Constant(at, CelKind.String, "a name", "'customer'", found, out var value) ? value.AsString() : null;

    private bool Constant(CelNode at, CelKind kind, string what, string example, List<CelDiagnostic> found, out CelValue value)
    {
        if (expression.TryConstant(at, out value) && value.Kind == kind)
        {
            return true;
        }

        found.Add(Reads(at)
            ? expression.Mistake("LA003", $"A signal is read with constants, and {what} is computed here.", $"Write it out: {example}.", at)
            : expression.Mistake("LA003", $"{char.ToUpperInvariant(what[0])}{what[1..]} has no value here: it is out of range, or no number.", $"Write for instance {example}.", at));
        return false;
    }

    private bool Reads(CelNode node) => node is CelName || expression.VariableOf(node) is not null || node.Parts.Any(Reads);
}
