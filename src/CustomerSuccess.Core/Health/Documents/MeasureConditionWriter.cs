using System.Text.Json;

namespace CustomerSuccess.Health;

/// <summary>Writes the condition of an exception.</summary>
internal sealed class MeasureConditionWriter(Utf8JsonWriter json)
{
    public void Write(string name, ScoreCondition condition)
    {
        json.WritePropertyName(name);
        Write(condition);
    }

    private void Write(ScoreCondition condition)
    {
        if (condition is FlagCondition { Expression: { } expression })
        {
            json.WriteStringValue(expression);
            return;
        }

        json.WriteStartObject();
        switch (condition)
        {
            case CombinedCondition combined:
                json.WriteStartArray(combined.IsAnd ? "all" : "any");
                foreach (var part in PartsOf(combined, combined.IsAnd))
                {
                    Write(part);
                }

                json.WriteEndArray();
                break;
            case NegatedCondition negated:
                Write("not", negated.Inner);
                break;
            case ThresholdCondition threshold:
                json.WriteString("measure", threshold.Measure);
                json.WriteNumber(threshold.OrEqual ? "atLeast" : "moreThan", threshold.Number);
                break;
            case CategoryCondition category:
                json.WriteString("measure", category.Measure);
                json.WriteString("is", category.Category);
                break;
            case KnownCondition known:
                json.WriteString("known", known.Measure);
                break;
            case FlagCondition { ReaderVersion: { } version } flag:
                json.WriteString("reader", $"{flag.ReaderName ?? flag.Name}@{(version.Length == 0 ? "?" : version)}");
                break;
            case FlagCondition flag:
                json.WriteString("column", flag.Name);
                break;
            default:
                throw new InvalidOperationException($"A condition of type {condition.GetType().Name} has no form as a document.");
        }

        json.WriteEndObject();
    }

    // a & b & c is one list, however long: it reads back as the same.
    private static IEnumerable<ScoreCondition> PartsOf(ScoreCondition condition, bool isAnd) => condition is CombinedCondition combined && combined.IsAnd == isAnd
        ? PartsOf(combined.Left, isAnd).Append(combined.Right)
        : [condition];
}
