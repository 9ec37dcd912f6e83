namespace CustomerSuccess.Health;

/// <summary>Finds the mistakes of a scorecard's exceptions.</summary>
internal sealed class ExceptionCheck(ScorecardDraft draft, IReadOnlyDictionary<string, MeasureDraft> measures, HealthBands? bands, DiagnosticList found)
{
    /// <summary>The exceptions as models with their row readers, in the order written.</summary>
    public List<(ExceptionModel Model, object? Reader)> Run()
    {
        var models = new List<(ExceptionModel, object?)>();
        var (ids, next) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<ScoreLineKind, int>());
        foreach (var exception in draft.Exceptions)
        {
            var id = exception.Id ?? Numbered(exception.Kind, ids, next);
            var path = $"{draft.Name}/exceptions/{id}";
            if (!ids.Add(id) || string.IsNullOrWhiteSpace(id))
            {
                found.Add("SC002", path, $"There are two exceptions with the id '{id}', or it is empty.", "Give each its own id.");
            }

            if (string.IsNullOrWhiteSpace(exception.Because))
            {
                found.Add("SC025", path, $"The exception gives no reason.", "Say why, for the person who reads the score: because: \"three severe issues are open\".");
            }

            Effect(exception, path);
            IExpressed.Check(exception.Reader, path, found);
            var when = exception.When(id);
            Condition(when, path);
            models.Add((Model(exception, id, when), exception.Reader));
        }

        return models;
    }

    private ExceptionModel Model(ExceptionDraft exception, string id, ScoreCondition when) => new()
    {
        Id = id,
        Kind = exception.Kind,
        Value = exception.Value is { } value ? draft.Scale.Place(value) : null,
        Band = exception.Band,
        When = when,
        Because = exception.Because,
        Priority = exception.Priority,
        WhenUnknown = exception.WhenUnknown,
    };

    /// <summary>The first free number of a kind. Ids only come, so that it is looked for from the one before.</summary>
    internal static string Numbered(ScoreLineKind kind, HashSet<string> ids, Dictionary<ScoreLineKind, int> next)
    {
        for (var i = next.GetValueOrDefault(kind, 1); ; i++)
        {
            next[kind] = i;
            var id = $"{kind.ToString().ToLowerInvariant()} {i}";
            if (!ids.Contains(id))
            {
                return id;
            }
        }
    }

    private void Effect(ExceptionDraft exception, string path)
    {
        if (exception.Value is { } value && !draft.Scale.Contains(value))
        {
            found.Add("SC026", path, $"The value {value} is not a score.", $"State a score from {draft.Scale.Minimum} to {draft.Scale.Maximum}.");
        }

        if (exception.Band is { } band && bands is not null && bands.Find(band) is null)
        {
            found.Add("SC027", path, $"There is no band named '{band}'.", Suggestion.For(band, [.. bands.Bands.Select(b => b.Name)]));
        }
    }

    private void Condition(ScoreCondition condition, string path)
    {
        switch (condition)
        {
            case CombinedCondition combined:
                Condition(combined.Left, path);
                Condition(combined.Right, path);
                break;
            case NegatedCondition negated:
                Condition(negated.Inner, path);
                break;
            case ThresholdCondition threshold:
                Measure(threshold.Measure, path);
                if (!double.IsFinite(threshold.Number))
                {
                    found.Add("SC028", path, $"'{threshold.Measure}' is compared with {threshold.Number}.", "Compare it with a finite number.");
                }

                break;
            case KnownCondition known:
                Measure(known.Measure, path);
                break;
            case CategoryCondition category when Measure(category.Measure, path) is { Curve: var curve }:
                var names = curve is CategoryCurve c ? c.Categories.Select(x => x.Name).ToArray() : [];
                if (!names.Contains(category.Category, StringComparer.Ordinal))
                {
                    found.Add("SC029", path, $"'{category.Measure}' has no category '{category.Category}'.", Suggestion.For(category.Category, names));
                }

                break;
            case FlagCondition { ReaderVersion: null } flag when draft.OverRows:
                found.Add("SC028", path, $"The condition reads the column '{flag.Name}', and this scorecard reads rows.", "Pass a lambda over the row.");
                break;
            case null:
                found.Add("SC028", path, $"The exception has no condition.", "Return one from the lambda: m => m[\"severe issues\"].AtLeast(3).");
                break;
        }
    }

    private MeasureDraft? Measure(string name, string path)
    {
        if (measures.TryGetValue(name, out var measure))
        {
            return measure;
        }

        found.Add("SC030", path, $"The condition reads a measure named '{name}', and there is none.", Suggestion.For(name, [.. measures.Keys]));
        return null;
    }
}
