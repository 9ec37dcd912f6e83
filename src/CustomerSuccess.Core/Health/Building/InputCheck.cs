namespace CustomerSuccess.Health;

/// <summary>Finds inputs of a row that two parts of a scorecard would both name: columns and readers are found by name.</summary>
internal static class InputCheck
{
    public static void Run(ScorecardDraft draft, IReadOnlyDictionary<string, MeasureDraft> measures, IEnumerable<ScoreCondition> conditions, DiagnosticList found)
    {
        var names = new HashSet<string>(measures.Keys, StringComparer.Ordinal);
        var derived = measures.OrderBy(m => m.Key, StringComparer.Ordinal).SelectMany(m => Derived(m.Key, m.Value))
            .Concat(conditions.SelectMany(Flags).Distinct(StringComparer.Ordinal).Select(InputNames.Flag));
        foreach (var input in derived.Where(input => !names.Add(input)))
        {
            found.Add("SC002", draft.Name, $"Two parts of a row would be named '{input}'.", "Rename the measure or the condition: '.age', '.last', '.by', '.usage' and '?' behind a name are what else is read of it.");
        }
    }

    private static IEnumerable<string> Derived(string name, MeasureDraft measure)
    {
        if (measure.ExpiresAfter is not null || measure.HalfLife is not null)
        {
            yield return InputNames.Age(name);
        }

        if (measure.Missing.Kind == MissingDataKind.CarryForward)
        {
            yield return InputNames.Last(name);
            yield return InputNames.LastAge(name);
        }

        if (measure.Usage is not null)
        {
            yield return InputNames.Usage(name);
        }

        if (measure.Table is not null)
        {
            yield return InputNames.By(name);
            if (measure.Missing.Kind == MissingDataKind.CarryForward)
            {
                yield return InputNames.LastBy(name);
            }
        }
    }

    private static IEnumerable<string> Flags(ScoreCondition condition) => condition switch
    {
        CombinedCondition combined => Flags(combined.Left).Concat(Flags(combined.Right)),
        NegatedCondition negated => Flags(negated.Inner),
        FlagCondition flag => [flag.Name],
        _ => [],
    };
}
